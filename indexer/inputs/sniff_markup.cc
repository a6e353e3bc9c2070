// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/sniff_markup.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/decoding/markup_scanner.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

using F = InputFormat;

constexpr std::array<std::pair<std::string_view, InputFormat>, 13> kRoots{{
    {"rss", F::Rss},
    {"RDF", F::Rss},
    {"feed", F::Atom},
    {"entry", F::Atom},
    {"newsMessage", F::NewsMlG2},
    {"newsItem", F::NewsMlG2},
    {"packageItem", F::NewsMlG2},
    {"conceptItem", F::NewsMlG2},
    {"knowledgeItem", F::NewsMlG2},
    {"planningItem", F::NewsMlG2},
    {"catalogItem", F::NewsMlG2},
    {"NewsML", F::NewsMl},
    {"nitf", F::Nitf},
}};

/// SGML knows no case.
constexpr std::array<std::string_view, 5> kSgmlRoots{"doc", "docs", "reuters", "lewis", "newsitem"};

/// HTML that begins in its middle.
constexpr std::array<std::string_view, 48> kHtmlNames{
    "html",   "head",     "body",   "title",      "meta",   "link",    "script",  "style",
    "base",   "noscript", "div",    "p",          "span",   "article", "section", "main",
    "header", "footer",   "nav",    "aside",      "h1",     "h2",      "h3",      "h4",
    "h5",     "h6",       "ul",     "ol",         "li",     "table",   "tr",      "td",
    "th",     "tbody",    "a",      "img",        "b",      "i",       "em",      "strong",
    "br",     "hr",       "center", "blockquote", "figure", "font",    "form",    "pre"};

/// The first element; its name is empty when there is other text before it, or none at all.
MarkupToken first_element(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const MarkupToken token = next_markup(text, at);
    if (token.kind == MarkupKind::StartTag || token.kind == MarkupKind::EmptyTag) return token;
    if (token.kind == MarkupKind::EndTag || token.kind == MarkupKind::CData) break;
    const bool is_text = token.kind == MarkupKind::Text;
    const std::string_view bytes = text.substr(token.begin, token.end - token.begin);
    if (is_text && bytes.find_first_not_of(" \t\r\n") != std::string_view::npos) break;
    at = token.end;
  }
  return {};
}

bool says_xml(std::string_view text, const MarkupToken& root) {
  const std::string_view tag = text.substr(root.begin, root.end - root.begin);
  if (text.starts_with("<?xml") || tag.find("xmlns") != std::string_view::npos) return true;
  if (root.kind == MarkupKind::EmptyTag) return true;
  return text.find("</" + std::string(root.name)) != std::string_view::npos;
}

}  // namespace

MarkupGuess guess_markup(std::string_view head) {
  MarkupGuess guess;
  if (!head.starts_with('<')) return guess;
  const MarkupToken root = first_element(head);
  const std::string_view name = local_name(root.name);
  if (name.empty()) return guess;
  for (const auto& [known, format] : kRoots) {
    if (known == name) guess.format = format;
  }
  const std::string lower = ascii_lower(name);
  if (!guess.format && std::find(kSgmlRoots.begin(), kSgmlRoots.end(), lower) != kSgmlRoots.end()) {
    guess.format = F::Sgml;
  }
  const bool is_html = std::find(kHtmlNames.begin(), kHtmlNames.end(), lower) != kHtmlNames.end();
  if (guess.format || is_html || !says_xml(head, root)) return guess;
  if (head.find("<nitf") != std::string_view::npos) {
    guess.format = F::Nitf;  // inside an envelope of its own
  } else {
    guess.unknown_root = root.name;
  }
  return guess;
}

}  // namespace pullquote

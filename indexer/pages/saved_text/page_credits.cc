// SPDX-License-Identifier: GPL-3.0-or-later
/// Credits by pattern. Three places of a saved page state them: a line of its own ("Source: AFP"),
/// the dateline of the first paragraph, and brackets at the end of the last one.
///
/// A line is a credit only with evidence: all its names are agencies of the lexicon, or it has a
/// label ("Source:"), or it stands in brackets and an agency is among its names, or the names are
/// joined as supplier and outlet are ("OUTLET with X Press"). A line that is taken wrongly loses a
/// sentence of the article; a credit that is missed stays as a short paragraph. So doubt leaves a
/// line alone. Cost: linear in the line.
#include "indexer/pages/saved_text/page_credits.h"

#include <algorithm>
#include <array>

#include "indexer/pages/credit_names.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxCreditBytes = 200;   ///< a longer line is a paragraph
constexpr std::size_t kMaxCreditedWords = 24;  ///< of a line that lists names and says nothing else

/// The names behind "Source:" in one of its languages, trimmed; empty when there is no such label.
/// Both cases of the Cyrillic label are listed because folding is ASCII only.
std::string_view after_source_label(std::string_view line) {
  constexpr std::array<std::string_view, 11> kLabels{
      "source:",
      "sources:",
      "source :",
      "sources :",
      "quelle:",
      "quellen:",
      "fuente:",
      "fonte:",
      "bron:",
      "\u0438\u0441\u0442\u043E\u0447\u043D\u0438\u043A:",
      "\u0418\u0441\u0442\u043E\u0447\u043D\u0438\u043A:"};
  const std::string folded = ascii_lower(line);
  for (std::string_view label : kLabels) {
    if (folded.starts_with(label)) return trim_credit(line.substr(label.size()));
  }
  return {};
}

/// The inside of a line that is all in brackets; else the line.
std::string_view without_brackets(std::string_view line) {
  const bool bracketed = (line.starts_with('(') && line.ends_with(')')) ||
                         (line.starts_with('[') && line.ends_with(']'));
  return bracketed ? line.substr(1, line.size() - 2) : line;
}

/// "Reporting by A in B; editing by C", in any case.
bool is_staff_line(std::string_view text) {
  constexpr std::array<std::string_view, 8> kStarts{"reporting by ",
                                                    "reporting and writing by ",
                                                    "additional reporting by ",
                                                    "writing by ",
                                                    "editing by ",
                                                    "compiled by ",
                                                    "edited by ",
                                                    "(reporting by "};
  const std::string folded = ascii_lower(text);
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return folded.starts_with(start); });
}

/// Without digits and spaces at both ends: "AFP" of "2016 AFP" and of "AFP 2016".
std::string_view without_year(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  while (!text.empty() && (is_digit(text.back()) || text.back() == ' ')) text.remove_suffix(1);
  while (!text.empty() && (is_digit(text.front()) || text.front() == ' ')) text.remove_prefix(1);
  return text;
}

}  // namespace

std::optional<std::vector<std::string>> parse_credit_line(std::string_view line) {
  if (line.size() > kMaxCreditBytes) return std::nullopt;
  if (const std::string_view source = after_source_label(line); !source.empty()) {
    if (count_credit_words(source) > 12) return std::nullopt;
    return split_names(source);
  }
  std::string_view inner = without_brackets(line);
  const bool bracketed = inner.size() != line.size();
  if (is_staff_line(inner)) {
    // "Reporting by X Press": one name, without place or editors, credits an outlet.
    const std::string_view rest = trim_credit(inner.substr(inner.find(" by ") + 4));
    const bool one = !bracketed && rest.find_first_of(";,") == std::string_view::npos &&
                     rest.find(" in ") == std::string_view::npos && looks_like_names(rest, 4);
    return one ? std::vector<std::string>{std::string(rest)} : std::vector<std::string>{};
  }
  for (std::string_view sign : {"\u00A9", "(c)", "(C)", "With ", "with "}) {
    if (inner.starts_with(sign)) inner = without_year(inner.substr(sign.size()));
  }
  if (count_credit_words(inner) > kMaxCreditedWords) return std::nullopt;
  const std::vector<std::string> names = split_names(without_year(inner));
  if (names.empty() || names.size() > 8) return std::nullopt;
  const auto known = std::count_if(names.begin(), names.end(),
                                   [](const std::string& name) { return is_agency(name); });
  if (known == static_cast<std::ptrdiff_t>(names.size())) return names;
  // In brackets and on a line of its own, names that work with each other are credits.
  const bool joined = inner.find(" with ") != std::string_view::npos ||
                      inner.find(" via ") != std::string_view::npos ||
                      inner.find('/') != std::string_view::npos;
  if (bracketed && (known > 0 || joined) && looks_like_names(inner, 14)) return names;
  return std::nullopt;
}

std::string dateline_agency(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, 90);
  const std::size_t open = head.find('(');
  const std::size_t close = head.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  const std::string_view rest = head.substr(close + 1);
  const bool dashed = rest.starts_with(" -") || rest.starts_with(" \u2013") ||
                      rest.starts_with(" \u2014") || rest.starts_with(":") ||
                      rest.starts_with(" \u2212");
  const std::string_view name = head.substr(open + 1, close - open - 1);
  // A place and perhaps a day may stand before the brackets, but no sentence.
  const std::string_view place = head.substr(0, open);
  const bool is_place = place.find(". ") == std::string_view::npos && looks_like_names(place, 8);
  if (!dashed || !(place.empty() || is_place)) return {};
  return is_agency(name) || is_acronym(name) ? std::string(name) : std::string();
}

std::string opening_acronym(std::string_view paragraph) {
  const std::string_view name = paragraph.substr(0, paragraph.find(": "));
  return name.size() < paragraph.size() && is_acronym(name) ? std::string(name) : std::string();
}

std::string closing_agency(std::string_view paragraph) {
  const std::string_view inside = closing_brackets(paragraph);
  return is_agency(inside) ? std::string(inside) : std::string();
}

std::string self_described_outlet(std::string_view line) {
  constexpr std::array<std::string_view, 7> kVerbs{
      " delivers ", " provides ", " offers ", " brings ", " publishes ", " is a", " is the "};
  constexpr std::array<std::string_view, 9> kTrade{"coverage",  "journalism",  "newspaper",
                                                   "news ",     "magazine",    "newsroom",
                                                   "reporting", "publication", "broadcaster"};
  std::size_t verb = std::string_view::npos;
  for (std::string_view candidate : kVerbs) verb = std::min(verb, line.find(candidate));
  if (verb == std::string_view::npos || verb < 3) return {};
  const std::string_view name = line.substr(0, verb);
  // The trade must be named in the first sentence: a page's footer describes its outlet there.
  const std::string_view sentence = line.substr(0, std::min(line.find(". "), line.size()));
  const bool trade = std::any_of(kTrade.begin(), kTrade.end(), [&](std::string_view word) {
    return sentence.find(word) != std::string_view::npos;
  });
  if (!trade || !looks_like_names(name, 5) || name.find('.') != std::string_view::npos) return {};
  return std::string(name);
}

}  // namespace pullquote

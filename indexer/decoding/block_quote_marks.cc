// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/decoding/block_quote_marks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "indexer/decoding/html_ascii.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

/// What publishing systems call the passages that a page sets a second time, or apart ("pullquote",
/// "pull-right"), and the stubs that scripts turn into posts ("twitter-tweet", "instagram-media",
/// "wp-embedded-content", "reddit-card").
constexpr std::array<std::string_view, 5> kSetApart{"pull", "tweet", "media", "embed", "card"};

bool has(std::string_view text, std::string_view word) {
  return html::find_ignoring_case(text, word) != std::string_view::npos;
}

/// Counting them all is quicker than stopping at the first: many bytes are compared at once, and
/// nearly no text has one.
bool has_marks(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_block_quote_mark) > 0;
}

std::string without_marks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (!is_block_quote_mark(c)) out.push_back(c);
  }
  return out;
}

}  // namespace

char mark_of_block_quote(std::string_view class_names, std::string_view type) {
  if (equals_ignoring_case(type, "cite") || has(class_names, "gmail")) return '\0';
  const bool apart = std::any_of(kSetApart.begin(), kSetApart.end(),
                                 [&](std::string_view word) { return has(class_names, word); });
  return apart ? kQuoteApart : kQuoteBegins;
}

std::string_view block_quote_mark_of(std::string_view paragraph) {
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    if (is_block_quote_mark(paragraph[i])) return paragraph.substr(i, 1);
    if (paragraph[i] != ' ' && paragraph[i] != '\t') break;
  }
  return {};
}

void settle_block_quotes(Article& article) {
  if (!has_marks(article.body)) return;
  const std::string marked = std::exchange(article.body, {});
  bool open = false;  // the paragraph before belongs to a block quotation
  for (const std::string_view paragraph : paragraphs_of(marked)) {
    const std::string text = without_marks(paragraph);
    if (text.empty()) continue;
    if (!article.body.empty()) article.body += "\n\n";
    const auto start = static_cast<std::uint32_t>(article.body.size());
    article.body += text;
    const ByteSpan span{start, static_cast<std::uint32_t>(article.body.size())};
    const std::string_view mark = block_quote_mark_of(paragraph);
    if (mark.empty()) {
      open = false;
    } else if (mark[0] == kQuoteAttribution) {
      if (open) article.block_quotes.back().attribution = span;
      open = false;
    } else if (open && mark[0] == kQuoteGoesOn) {
      article.block_quotes.back().span.end = span.end;
    } else {
      article.block_quotes.push_back({span, {}, mark[0] == kQuoteApart});
      open = true;
    }
  }
}

}  // namespace pullquote

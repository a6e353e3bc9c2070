// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/inner_tags.h"

#include <algorithm>

#include "indexer/quotes/tag_finder.h"

namespace pullquote::quotes {
namespace {

constexpr std::size_t kMaxSearchedBytes = 4000;  // a cue comes early in what it belongs to

bool ends_phrase(const Document& document, std::uint32_t i) {
  return i >= document.tokens.size() || document.tokens[i].kind == TokenKind::Comma ||
         document.tokens[i].kind == TokenKind::Stop;
}

/// The first place behind a comma, from token `first` on, where a verb of speech and its subject
/// stand and nothing else.
std::optional<TokenRange> inner_tag(const Document& document, std::uint32_t first) {
  const auto last = static_cast<std::uint32_t>(document.tokens.size());
  for (std::uint32_t i = first + 1; i < last; ++i) {
    if (document.tokens[i - 1].kind != TokenKind::Comma) continue;
    const auto tag = inverted_tag_at(document, {i, last});
    if (tag && ends_phrase(document, std::max(tag->cue.last, tag->speaker.range.last))) {
      return TokenRange{i, last};
    }
  }
  return std::nullopt;
}

}  // namespace

void find_inner_tags(Document& document) {
  document.inner_tags.assign(document.spans.size(), {});
  if (!document.lexicon->inverts_freely()) return;
  for (std::size_t q = 0; q < document.spans.size(); ++q) {
    const MarkedSpan& span = document.spans[q];
    const std::string_view inside = document.inside(span).substr(0, kMaxSearchedBytes);
    if (span.family >= MarkFamily::Turn || inside.find(',') == std::string_view::npos) continue;
    const auto first = static_cast<std::uint32_t>(document.tokens.size());
    append_tokens(document, span.start, span.start + static_cast<std::uint32_t>(inside.size()));
    if (const auto tag = inner_tag(document, first)) {
      document.inner_tags[q] = *tag;
    } else {
      document.tokens.resize(first);
    }
  }
}

}  // namespace pullquote::quotes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/term_kind.h"

#include "pullquote/field.h"
#include "schema/analysis/ascii.h"

namespace pullquote {

namespace {

/// The capitals that a term starts with; analysed text has none.
std::string_view prefix_of(std::string_view term) {
  std::size_t size = 0;
  while (size < term.size() && is_ascii_upper(term[size])) ++size;
  return term.substr(0, size);
}

constexpr std::string_view kHeadline = find_field("headline")->prefix;
constexpr std::string_view kQuote = find_field("quote")->prefix;

}  // namespace

bool has_positions(std::string_view term) {
  const std::string_view prefix = prefix_of(term);
  return prefix.empty() || prefix == kHeadline || prefix == kQuote || term == kParagraphTerm;
}

bool is_word(std::string_view term) {
  return prefix_of(term).empty();
}

bool is_id(std::string_view term) {
  // Ids may begin with capitals themselves.
  return term.starts_with(find_field("id")->prefix);
}

std::optional<std::string_view> word_in_place(std::string_view term) {
  const std::string_view prefix = prefix_of(term);
  if (prefix != kHeadline && prefix != kQuote) return std::nullopt;
  return term.substr(prefix.size());
}

std::optional<RankedField> ranked_field_of(std::string_view term) {
  const std::string_view prefix = prefix_of(term);
  if (!prefix.starts_with(kStemPrefix)) return std::nullopt;
  const std::string_view field = prefix.substr(kStemPrefix.size());
  if (field.empty()) return RankedField::Combined;
  if (field == kHeadline) return RankedField::Headline;
  if (field == kQuote) return RankedField::Quote;
  return std::nullopt;
}

}  // namespace pullquote

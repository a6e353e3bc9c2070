// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/word_clause.h"

#include <cstdint>
#include <string>

#include "searcher/query/characters.h"

namespace pullquote {
namespace {

using Outcome = std::variant<QueryNode, QueryError>;
using Kind = QueryNode::Kind;

constexpr std::size_t kMinPrefixLetters = 2;
constexpr std::size_t kMinFuzzyLetters = 3;

QueryNode make_word(Kind kind, std::string_view text, ByteSpan span, bool exact) {
  QueryNode node;
  node.kind = kind;
  node.span = span;
  node.text = text;
  node.exact = exact;
  return node;
}

/// An error about `length` bytes at `offset` inside the word at `span`.
QueryError error_at(ByteSpan span, std::size_t offset, std::size_t length, std::string message) {
  const auto start = static_cast<std::uint32_t>(span.start + offset);
  return {{start, static_cast<std::uint32_t>(start + length)}, std::move(message)};
}

/// A word with a "*" at offset `star`.
Outcome parse_prefix(std::string_view text, std::size_t star, ByteSpan span, bool exact) {
  if (star + 1 < text.size()) {
    return error_at(span, star, 1,
                    "* stands only at the end of a word, as in cease*; put the word in quotes to "
                    "search for it as it stands.");
  }
  const std::string_view stem = text.substr(0, star);
  if (count_letters(stem) < kMinPrefixLetters) {
    return error_at(span, 0, text.size(), "At least two letters stand before *, as in ce*.");
  }
  if (exact) {
    return error_at(span, star, 1, "= and * exclude each other; leave one of them out.");
  }
  return make_word(Kind::Prefix, stem, span, false);
}

/// The offset of the "~" that begins the suffix, well written or not; npos when there is none. A
/// suffix stands behind a letter or digit, so that "~home" and "example.org/~home" have none.
std::size_t fuzzy_position(std::string_view text) {
  std::size_t tilde = text.find('~');
  while (tilde != std::string_view::npos &&
         (tilde == 0 || is_punctuation(text.substr(tilde - 1, 1)))) {
    tilde = text.find('~', tilde + 1);
  }
  return tilde;
}

/// A word with a "~" at offset `tilde`.
Outcome parse_fuzzy(std::string_view text, std::size_t tilde, ByteSpan span, bool exact) {
  const std::string_view word = text.substr(0, tilde);
  const std::string_view distance = text.substr(tilde + 1);
  if (!has_distance(text)) {
    return error_at(span, tilde, text.size() - tilde,
                    "One or two letters may differ; write ~1 or ~2, or put the text in quotes to "
                    "search for it as it stands.");
  }
  if (count_letters(word) < kMinFuzzyLetters) {
    return error_at(span, 0, text.size(), "At least three letters stand before ~, as in mosul~.");
  }
  if (exact) {
    return error_at(span, tilde, text.size() - tilde,
                    "= and ~ exclude each other; leave one of them out.");
  }
  QueryNode node = make_word(Kind::Fuzzy, word, span, false);
  node.distance = distance == "2" ? 2 : 1;
  return node;
}

}  // namespace

bool has_distance(std::string_view text) {
  const std::size_t tilde = fuzzy_position(text);
  if (tilde == std::string_view::npos) return false;
  const std::string_view distance = text.substr(tilde + 1);
  return distance.empty() || distance == "1" || distance == "2";
}

Outcome parse_word_clause(std::string_view text, ByteSpan span, bool exact) {
  if (const std::size_t star = text.find('*'); star != std::string_view::npos) {
    return parse_prefix(text, star, span, exact);
  }
  if (const std::size_t tilde = fuzzy_position(text); tilde != std::string_view::npos) {
    return parse_fuzzy(text, tilde, span, exact);
  }
  return make_word(Kind::Word, text, span, exact);
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// What must hold for the tokens of any bytes whatever. Shared by the property tests and the fuzz
/// target.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/analyzer.h"

namespace pullquote::testing {

/// A byte that continues a UTF-8 sequence.
inline bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Whether `at` may be the edge of a token: no token cuts a character in two. A stray continuation
/// byte has no character, so only a byte with a whole lead before it is refused.
inline bool on_character_boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size() || !continues(text[at])) return true;
  std::size_t lead = at;
  while (lead > 0 && at - lead < 3 && continues(text[lead])) --lead;
  const auto first = static_cast<unsigned char>(text[lead]);
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  return lead + length <= at;
}

/// The first promise that `token`, which follows `previous` (nullptr: none), breaks; nullptr when
/// all are kept.
inline const char* broken_promise(std::string_view text, const Token& token,
                                  const Token* previous) {
  if (token.term.empty()) return "a term has one byte or more";
  if (token.start >= token.end || token.end > text.size()) return "a span lies in the text";
  if (!on_character_boundary(text, token.start)) return "a span starts with a character";
  if (!on_character_boundary(text, token.end)) return "a span ends with a character";
  if (token.surface == token.term) return "a surface differs from its term";
  if (token.term.find('\0') != std::string_view::npos) return "a term has no zero byte";
  if (token.term.find(' ') != std::string_view::npos) return "a term is one word";
  if (previous == nullptr) {
    return token.position != 0 || token.is_part ? "the first position is 0" : nullptr;
  }
  if (token.start < previous->start) return "tokens come in order of their starts";
  if (token.is_part) {
    return token.position != previous->position ? "a part stands where the whole does" : nullptr;
  }
  if (token.start < previous->end) return "only parts overlap their whole";
  return token.position != previous->position + 1 ? "positions have no gap" : nullptr;
}

/// The same for all tokens of a text.
inline const char* broken_promise(std::string_view text, std::span<const Token> tokens) {
  const Token* previous = nullptr;
  for (const Token& token : tokens) {
    if (const char* promise = broken_promise(text, token, previous)) return promise;
    previous = &token;
  }
  return nullptr;
}

/// A token that owns its bytes, so that two tokenisations can be compared.
struct OwnedToken {
  std::string term;
  std::string surface;
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  std::uint64_t position = 0;
  bool is_part = false;
  friend bool operator==(const OwnedToken&, const OwnedToken&) = default;
};

/// Appends the tokens of `text` as if it stood `offset` bytes into a longer one, behind the tokens
/// that `out` has already.
inline void append_tokens(Analyzer& analyzer, std::string_view text, std::size_t offset,
                          std::vector<OwnedToken>& out) {
  const std::uint64_t position = out.empty() ? 0 : out.back().position + 1;
  for (const Token& token : analyzer.tokenize(text)) {
    out.push_back({std::string(token.term), std::string(token.surface), token.start + offset,
                   token.end + offset, token.position + position, token.is_part});
  }
}

/// Whether tokenising two lines together is tokenising each: no rule looks across a line's end.
inline bool lines_are_independent(Analyzer& analyzer, const std::string& first,
                                  const std::string& second) {
  std::vector<OwnedToken> apart;
  append_tokens(analyzer, first, 0, apart);
  append_tokens(analyzer, second, first.size() + 1, apart);
  std::vector<OwnedToken> together;
  append_tokens(analyzer, first + "\n" + second, 0, together);
  return apart == together;
}

}  // namespace pullquote::testing

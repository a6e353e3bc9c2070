// SPDX-License-Identifier: GPL-3.0-or-later
/// The article as the attribution rules see it: words and punctuation with each quotation folded
/// into one token, cut into sentences and paragraphs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/quotes/lexicon.h"
#include "indexer/quotes/mark_scanner.h"
#include "indexer/quotes/paragraph_finder.h"

namespace pullquote::quotes {

enum class TokenKind : std::uint8_t {
  Word,
  Number,
  Genitive,  ///< 's or ' after a word
  Comma,
  Colon,
  Semicolon,
  Dash,
  Stop,  ///< . ! ? …
  OpenBracket,
  CloseBracket,
  Quotation,  ///< what stands between marks, with them
  Other,
};

struct WordToken {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  WordClasses classes = 0;
  std::uint32_t quotation = 0;  ///< index of the span, for TokenKind::Quotation
  TokenKind kind = TokenKind::Other;
  bool capital = false;   ///< begins with a capital letter
  bool all_caps = false;  ///< two or more letters, all capital
  bool space_before = false;

  std::uint32_t size() const { return end - start; }
  bool is(WordClasses any) const { return (classes & any) != 0; }
  bool is_all(WordClasses all) const { return (classes & all) == all; }
};

/// A half-open range of tokens.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return first >= last; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

struct Sentence {
  TokenRange range;
  std::uint32_t paragraph = 0;
};

/// One article. Views and token offsets refer to the body given.
struct Document {
  std::string_view body;
  const Lexicon* lexicon = nullptr;
  std::vector<Paragraph> blocks;
  std::vector<MarkedSpan> spans;
  std::vector<WordToken> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> sentence_of_quotation;  ///< by span
  std::vector<std::uint32_t> token_of_quotation;     ///< by span
  std::vector<TokenRange> inner_tags;  ///< by span: from its cue inside the marks on, or empty

  std::string_view text(const WordToken& token) const {
    return body.substr(token.start, token.end - token.start);
  }
  std::string_view text(TokenRange range) const {
    if (range.empty()) return {};
    const std::uint32_t start = tokens[range.first].start;
    return body.substr(start, tokens[range.last - 1].end - start);
  }
  std::string_view inside(const MarkedSpan& span) const {
    return body.substr(span.start, span.end - span.start);
  }
};

/// Fills `document.tokens` from body, blocks and spans; a quotation that runs over paragraphs is
/// one token, in the paragraph where it begins, and text after it stays in that paragraph.
void tokenize(Document& document);

/// Adds the tokens of body[start, end) behind all others.
void append_tokens(Document& document, std::uint32_t start, std::uint32_t end);

/// Fills the sentences. A quotation ends the sentence when what it encloses ends one and what
/// follows cannot be its cue.
void split_sentences(Document& document);

/// The quotation is all there is of its sentence.
bool stands_alone(const Document& document, std::uint32_t span);

}  // namespace pullquote::quotes

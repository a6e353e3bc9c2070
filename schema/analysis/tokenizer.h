// SPDX-License-Identifier: GPL-3.0-or-later
/// Text to tokens: the half of the analyser that knows no language.
///
/// The text is lower-cased once (ASCII only, a loop that the compiler vectorises), and the terms of
/// plain ASCII words are views of that copy. Words with anything else in them take the slower way
/// over code points (tokenizer_unicode.cc). Both follow TermGenerator's loop: word characters, then
/// an infix if a word character follows it, and so on; then a suffix.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/analyzer.h"
#include "schema/analysis/char_table.h"
#include "schema/analysis/text_arena.h"

namespace pullquote {

class DictionarySegmenter;

/// One thread at a time. Cheap to make, keeps its buffers.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  /// See Analyzer::tokenize().
  std::span<const Token> tokenize(std::string_view text);

 private:
  // tokenizer.cc: plain ASCII words, and how a word becomes tokens.
  void prepare(std::string_view text);
  void ascii_word();
  bool initials();
  bool continues_beyond_ascii(std::size_t at) const;
  std::size_t end_of_suffix(std::size_t at) const;
  std::size_t skip_possessive(std::size_t at) const;
  void add(std::string_view folded, std::string_view stock, std::size_t start, std::size_t end);
  void push(std::string_view term, std::string_view surface, std::size_t start, std::size_t end);
  bool follows_hyphen(std::size_t start) const;
  std::string_view join(const Token& first, const Token& second);
  void join_with_previous(Token second);

  // tokenizer_unicode.cc: everything else.
  void beyond_ascii();
  void unicode_word(std::size_t start);
  std::size_t read_word(std::size_t start);
  void dictionary_words(std::size_t start);
  std::size_t skip_invisible(std::size_t at) const;

  std::string_view text_;
  std::string lower_;                   // text_ with A-Z lower-cased, and kPadding zero bytes
  std::size_t at_ = 0;                  // next byte to look at
  std::size_t no_initials_before_ = 0;  // a chain of initials up to here was looked at and is none
  std::uint32_t position_ = 0;
  std::vector<Token> tokens_;
  TextArena arena_;
  std::u32string letters_;  // the word being read, as code points
  std::string stock_, folded_, scratch_;
  std::unique_ptr<DictionarySegmenter> segmenter_;  // made when first needed: its data is large
};

}  // namespace pullquote

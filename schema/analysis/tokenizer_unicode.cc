// SPDX-License-Identifier: GPL-3.0-or-later
// Words with characters beyond ASCII: read as code points, then lower-cased (the stock form) and
// folded (the term).
#include "schema/analysis/dictionary_segmenter.h"
#include "schema/analysis/folding.h"
#include "schema/analysis/tokenizer.h"

namespace pullquote {

/// At a byte from 0x80 that no word has claimed.
void Tokenizer::beyond_ascii() {
  const Decoded here = decode(text_, at_);
  if (here.kind == CharClass::Dictionary) {
    dictionary_words(at_);
  } else if (is_word(here.kind) && !here.mark) {
    unicode_word(at_);
  } else {
    at_ += here.bytes;
  }
}

void Tokenizer::unicode_word(std::size_t start) {
  const std::size_t end = read_word(start);
  at_ = end;
  compose(letters_);
  stock_.clear();
  folded_.clear();
  append_lowered(letters_, stock_);
  append_folded(letters_, folded_);
  add(folded_, stock_, start, end);
}

/// Reads the word at `start` into letters_, apostrophes straightened and invisible characters left
/// out, and returns its end.
std::size_t Tokenizer::read_word(std::size_t start) {
  letters_.clear();
  std::size_t end = start;
  CharClass previous = CharClass::Other;
  std::size_t at = start;
  const std::size_t size = text_.size();
  while (at < size) {
    const Decoded here = decode(text_, at);
    if (is_word(here.kind) && here.kind != CharClass::Dictionary) {
      letters_ += here.c;
      previous = here.kind;
      end = at += here.bytes;
      continue;
    }
    if (here.kind == CharClass::Invisible) {
      at = skip_invisible(at);
      continue;
    }
    if (here.kind < CharClass::Apostrophe || here.kind > CharClass::DigitInfix) break;
    const std::size_t next_at = skip_invisible(at + here.bytes);
    if (next_at >= size) break;
    const Decoded next = decode(text_, next_at);
    // A mark cannot begin what stands behind the infix, no more than it can begin a word.
    if (!is_word(next.kind) || next.kind == CharClass::Dictionary || next.mark) break;
    const bool in_number = next.kind == CharClass::Digit && previous == CharClass::Digit;
    if (in_number != (here.kind == CharClass::DigitInfix)) break;
    letters_ += here.kind == CharClass::Apostrophe ? U'\'' : here.c;
    at = next_at;
  }
  const std::size_t with_suffix = end_of_suffix(end);
  for (; end < with_suffix; ++end) letters_ += static_cast<char32_t>(text_[end]);
  return end;
}

/// Segments the run of a script without spaces at `start`.
void Tokenizer::dictionary_words(std::size_t start) {
  std::size_t end = start;
  while (end < text_.size()) {
    const Decoded here = decode(text_, end);
    if (here.kind != CharClass::Dictionary && !here.mark) break;
    end += here.bytes;
  }
  at_ = end;
  if (!segmenter_) segmenter_ = std::make_unique<DictionarySegmenter>();
  const auto word = [this, start](std::size_t from, std::size_t to, std::u32string_view letters) {
    letters_ = letters;
    compose(letters_);
    stock_.clear();
    folded_.clear();
    append_lowered(letters_, stock_);
    append_folded(letters_, folded_);
    add(folded_, stock_, start + from, start + to);
  };
  segmenter_->segment(text_.substr(start, end - start), word);
}

std::size_t Tokenizer::skip_invisible(std::size_t at) const {
  while (at < text_.size()) {
    const Decoded here = decode(text_, at);
    if (here.kind != CharClass::Invisible) break;
    at += here.bytes;
  }
  return at;
}

}  // namespace pullquote

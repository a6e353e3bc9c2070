// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/tokenizer.h"

#include <algorithm>

#include "schema/analysis/apostrophes.h"
#include "schema/analysis/ascii.h"
#include "schema/analysis/broken_words.h"
#include "schema/analysis/compounds.h"
#include "schema/analysis/designations.h"
#include "schema/analysis/dictionary_segmenter.h"
#include "schema/analysis/word_end.h"

namespace pullquote {
namespace {

/// Zero bytes behind the lower-cased text, so that looking ahead needs no check.
constexpr std::size_t kPadding = kWordEndPadding + 4;

/// Buffers that grew beyond this for one text are given back before the next.
constexpr std::size_t kKeptBytes = std::size_t{16} << 20;

constexpr std::string_view kHyphen = "\u2010";
constexpr std::string_view kNonBreakingHyphen = "\u2011";

/// The last byte of one of the three hyphens; a cheap test before the exact one.
constexpr bool may_end_hyphen(char c) {
  return c == '-' || c == kHyphen.back() || c == kNonBreakingHyphen.back();
}

}  // namespace

Tokenizer::Tokenizer() = default;
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

std::span<const Token> Tokenizer::tokenize(std::string_view text) {
  prepare(text);
  const std::size_t size = text_.size();
  while (at_ < size) {
    const CharClass kind = byte_class(lower_[at_]);
    if (is_word(kind)) {
      ascii_word();
    } else if (kind == CharClass::NonAscii) {
      beyond_ascii();
    } else {
      ++at_;
    }
  }
  return tokens_;
}

void Tokenizer::prepare(std::string_view text) {
  if (lower_.capacity() > kKeptBytes && text.size() < kKeptBytes) {
    lower_ = {};
    tokens_ = {};
  }
  text_ = text;
  lower_.resize(text.size() + kPadding);
  std::transform(text.begin(), text.end(), lower_.begin(), [](char c) { return ascii_lower(c); });
  std::fill(lower_.end() - kPadding, lower_.end(), '\0');
  at_ = 0;
  no_initials_before_ = 0;
  position_ = 0;
  tokens_.clear();
  arena_.clear();
}

void Tokenizer::ascii_word() {
  const std::size_t start = at_;
  const char* const lower = lower_.data();
  if (lower[start + 1] == '.' && is_ascii_lower(lower[start]) && initials()) return;
  bool apostrophe = false;
  bool separator = false;
  std::size_t end = start;
  for (;;) {
    end = static_cast<std::size_t>(word_end(lower + end) - lower);
    const CharClass infix = byte_class(lower[end]);
    if (infix == CharClass::Other) break;  // a space, most of the time
    if (infix == CharClass::NonAscii) {
      if (continues_beyond_ascii(end)) return unicode_word(start);
      break;
    }
    if (infix < CharClass::Apostrophe || infix > CharClass::DigitInfix) break;
    const CharClass next = byte_class(lower[end + 1]);
    if (next == CharClass::NonAscii && continues_beyond_ascii(end + 1)) return unicode_word(start);
    if (!is_word(next)) break;
    const bool in_number =
        next == CharClass::Digit && byte_class(lower[end - 1]) == CharClass::Digit;
    if (in_number != (infix == CharClass::DigitInfix)) break;
    apostrophe = apostrophe || infix == CharClass::Apostrophe;
    separator = separator || in_number;
    ++end;
  }
  if (byte_class(lower[end]) == CharClass::Suffix) end = end_of_suffix(end);
  at_ = end;
  const std::string_view word(lower + start, end - start);
  if (!apostrophe && !separator) {
    push(word, {}, start, end);
  } else {
    add(word, word, start, end);
  }
}

/// Whether the character at `at` belongs, or may belong, to a word that it stands in or behind.
bool Tokenizer::continues_beyond_ascii(std::size_t at) const {
  if (at >= text_.size()) return false;
  const CharClass kind = decode(text_, at).kind;
  return kind <= CharClass::DigitInfix && kind != CharClass::Dictionary;
}

/// Up to three of + and # belong to the word unless a word goes on behind them ("fish+chips").
std::size_t Tokenizer::end_of_suffix(std::size_t at) const {
  std::size_t end = at;
  while (byte_class(lower_[end]) == CharClass::Suffix) {
    if (++end > at + 3) return at;
  }
  const bool word_follows = end < text_.size() && is_word(decode(text_, end).kind);
  return word_follows ? at : end;
}

/// Initials with full stops between them ("U.N.", "u.s.a"), as one term without the stops. A chain
/// that runs into a word ("J.Smith") is none. Two or more letters. (TermGenerator wants capital
/// ones, but nobody types them in a query.)
bool Tokenizer::initials() {
  if (at_ < no_initials_before_) return false;
  folded_.clear();
  std::size_t end = at_;
  do {
    folded_ += lower_[end++];
    if (lower_[end] != '.') break;
    ++end;
  } while (is_ascii_lower(lower_[end]));
  if (folded_.size() < 2) return false;
  if (end < text_.size() && is_word(decode(text_, end).kind)) {
    no_initials_before_ = end;
    return false;
  }
  const std::size_t start = at_;
  end = skip_possessive(end);
  at_ = end;
  push(arena_.store(folded_), {}, start, end);
  return true;
}

/// Behind an 's that ends a word at `at`; `at` itself when there is none.
std::size_t Tokenizer::skip_possessive(std::size_t at) const {
  if (at >= text_.size()) return at;
  const Decoded apostrophe = decode(text_, at);
  if (apostrophe.kind != CharClass::Apostrophe) return at;
  const std::size_t s = at + apostrophe.bytes;
  if (s >= text_.size() || lower_[s] != 's') return at;
  if (s + 1 < text_.size() && is_word(decode(text_, s + 1).kind)) return at;
  return s + 1;
}

/// Adds a word from its folded and its stock form, which may have apostrophes and separators. Both
/// are copied where they are not pieces of lower_.
void Tokenizer::add(std::string_view folded, std::string_view stock, std::size_t start,
                    std::size_t end) {
  const char first = folded.empty() ? '\0' : folded.front();
  std::string_view term =
      first >= '0' && first <= '9' ? without_thousands_separators(folded, scratch_) : folded;
  if (term.find('\'') != std::string_view::npos) term = without_apostrophes(term, scratch_);
  if (term.empty()) return;
  const auto keep = [this](std::string_view view) {
    const bool kept = view.data() >= lower_.data() && view.data() < lower_.data() + lower_.size();
    return kept ? view : arena_.store(view);
  };
  const bool differs = term != stock;
  term = keep(term);
  push(term, differs ? keep(stock) : std::string_view{}, start, end);
}

void Tokenizer::push(std::string_view term, std::string_view surface, std::size_t start,
                     std::size_t end) {
  const Token token{
      term,      surface, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end),
      position_, false};
  if (start > 0 && may_end_hyphen(text_[start - 1]) && follows_hyphen(start)) {
    return join_with_previous(token);
  }
  tokens_.push_back(token);
  ++position_;
}

/// Whether the last token, a hyphen and a word that starts at `start` touch.
bool Tokenizer::follows_hyphen(std::size_t start) const {
  if (tokens_.empty()) return false;
  const std::size_t end = tokens_.back().end;
  if (end + 1 == start) return text_[end] == '-';
  if (end + kHyphen.size() != start) return false;
  const std::string_view between = text_.substr(end, kHyphen.size());
  return between == kHyphen || between == kNonBreakingHyphen;
}

/// The word that two words with a hyphen between them make; empty when they are two words.
std::string_view Tokenizer::join(const Token& first, const Token& second) {
  if (make_designation(first.term, second.term)) {
    scratch_.assign(first.term).append(second.term);
    return arena_.store(scratch_);
  }
  const std::string_view compound = find_compound(first.term, second.term);
  return compound.empty() ? find_broken_word(first.term, second.term) : compound;
}

/// Adds the second half of a hyphenated word; when both halves make a known compound, a broken word
/// or a designation, the joined term goes in front of them and all three share the first one's
/// position.
void Tokenizer::join_with_previous(Token second) {
  Token& first = tokens_.back();
  const std::string_view joined = first.is_part ? std::string_view{} : join(first, second);
  if (joined.empty()) {
    tokens_.push_back(second);
    ++position_;
    return;
  }
  const Token whole{joined, {}, first.start, second.end, first.position, false};
  first.is_part = true;
  second.is_part = true;
  second.position = first.position;
  tokens_.insert(tokens_.end() - 1, whole);
  tokens_.push_back(second);
}

}  // namespace pullquote

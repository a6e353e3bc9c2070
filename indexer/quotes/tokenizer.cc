// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the text outside of the marks. A word is a run of letters and digits with inner
// apostrophes, hyphens, dots (U.N., 3.5) and @ and # in front; a final dot belongs to it when it is
// an initial, has inner dots or is a known abbreviation.
#include <algorithm>

#include "indexer/quotes/characters.h"
#include "indexer/quotes/tokens.h"
#include "schema/analysis/ascii.h"

namespace pullquote::quotes {
namespace {

class Tokenizer {
 public:
  explicit Tokenizer(Document& document) : document_(document), body_(document.body) {}

  /// Tokens of body[start, end).
  void run(std::uint32_t start, std::uint32_t end) {
    text_ = body_.substr(0, end);
    at_ = start;
    while (at_ < end) {
      const CodePoint c = code_point_at(text_, at_);
      if (is_space(c.value)) {
        space_ = true;
        at_ += c.length;
      } else if (starts_word(c)) {
        word();
      } else if (is_digit(c.value)) {
        number();
      } else if (c.value == '-' && document_.lexicon->has_elision() && pronoun_behind()) {
        // "-t-il": the pronoun is the next word
      } else {
        punctuation(c);
      }
    }
  }

  void quotation(std::uint32_t index) {
    const MarkedSpan& span = document_.spans[index];
    WordToken token;
    token.start = span.outer_start;
    token.end = span.outer_end;
    token.kind = TokenKind::Quotation;
    token.quotation = index;
    push(token);
    space_ = false;
  }

 private:
  bool starts_word(CodePoint c) const {
    if (is_letter(c.value)) return true;
    return (c.value == '@' || c.value == '#') && is_letter(code_point_at(text_, at_ + 1).value);
  }

  static bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

  /// The mark at `at` joins the parts of one word: "don't", "cease-fire", "U.N".
  bool joins(CodePoint c, std::size_t at) const {
    if (!(is_apostrophe(c.value) || c.value == '-' || c.value == '.' || c.value == '&' ||
          c.value == 0x2010 || c.value == 0x2011)) {
      return false;
    }
    const char32_t next = code_point_at(text_, at + c.length).value;
    return is_letter(next) || (c.value != '.' && is_digit(next));
  }

  /// 's at `at`, before something that is no letter.
  bool is_genitive(CodePoint c, std::size_t at) const {
    if (!is_apostrophe(c.value)) return false;
    const char32_t next = code_point_at(text_, at + c.length).value;
    if (next != 's' && next != 'S') return false;
    return !is_letter(code_point_at(text_, at + c.length + 1).value);
  }

  void word() {
    WordToken token;
    token.start = static_cast<std::uint32_t>(at_);
    token.kind = TokenKind::Word;
    bool dots = false;
    int letters = 0;
    int capitals = 0;
    const bool handle = text_[at_] == '@';
    if (handle || text_[at_] == '#') ++at_;
    const char32_t first = code_point_at(text_, at_).value;
    const bool elision = document_.lexicon->has_elision();
    while (at_ < text_.size()) {
      if (const char byte = text_[at_]; is_ascii_letter(byte)) {
        ++letters;
        capitals += byte <= 'Z' ? 1 : 0;
        ++at_;
        continue;
      }
      const CodePoint c = code_point_at(text_, at_);
      if (elision && splits_here(token.start, c)) {
        if (is_apostrophe(c.value)) at_ += c.length;
        break;
      }
      if (is_letter(c.value) || is_digit(c.value) || (c.value == '_' && letters > 0)) {
        ++letters;
        capitals += is_upper(c.value) ? 1 : 0;
      } else if (is_genitive(c, at_) || !joins(c, at_)) {
        break;
      } else if (c.value == '.') {
        // "end.Next": a space is missing, unless the parts are initials.
        if (letters > 1 && !dots && is_upper(code_point_at(text_, at_ + 1).value)) break;
        dots = true;
      }
      at_ += c.length;
    }
    token.capital = is_upper(first) || handle;
    token.all_caps = letters > 1 && capitals == letters;
    token.classes = document_.lexicon->classes_of_written(
        text_.substr(token.start, at_ - token.start), token.all_caps);
    const bool dot = at_ < text_.size() && text_[at_] == '.';
    const char32_t behind = dot ? code_point_at(text_, at_ + 1).value : 0;
    const bool abbreviation = behind == ',' || behind == ')' || dots ||
                              (letters == 1 && token.capital) ||
                              token.is(word_class::kAbbreviation);
    if (dot && abbreviation && !ends_text_here()) {
      if (letters == 1) token.classes = word_class::kAbbreviation;  // an initial, not "a" or "I"
      ++at_;
    }
    token.end = static_cast<std::uint32_t>(at_);
    push(token);
    genitive();
  }

  /// French "l'", "qu'" before a word and "-il", "-t-elle" behind one are words of their own,
  /// unless the whole is known ("d'après").
  bool splits_here(std::uint32_t start, CodePoint c) const {
    if (is_apostrophe(c.value)) {
      return at_ - start <= 2 && at_ > start && !is_known(start);
    }
    if (c.value != '-') return false;
    std::string_view rest = text_.substr(at_ + 1);
    if (rest.starts_with("t-")) rest.remove_prefix(2);
    for (const std::string_view pronoun : {"il", "elle", "ils", "elles", "on", "je"}) {
      if (rest.starts_with(pronoun) && !is_letter(code_point_at(rest, pronoun.size()).value))
        return true;
    }
    return false;
  }

  /// Steps over the hyphen (and "t-") before a pronoun that leans on its verb.
  bool pronoun_behind() {
    if (at_ == 0 || !is_letter(code_point_before(text_, at_).value)) return false;
    if (text_.substr(at_).starts_with("-t-")) at_ += 2;
    ++at_;
    return true;
  }

  /// The lexicon has the whole word that starts at `start`, apostrophes included.
  bool is_known(std::uint32_t start) const {
    std::size_t end = at_;
    while (end < text_.size() && end < start + kMaxFoldedBytes) {
      const CodePoint c = code_point_at(text_, end);
      if (!is_letter(c.value) && !is_apostrophe(c.value)) break;
      end += c.length;
    }
    char buffer[kMaxFoldedBytes];
    return document_.lexicon->classes_of(fold_word(text_.substr(start, end - start), buffer)) != 0;
  }

  /// The dot at at_ ends the paragraph or the sentence: nothing, or a mark, follows.
  bool ends_text_here() const {
    std::size_t next = at_ + 1;
    while (next < text_.size() && is_ascii_space(text_[next])) ++next;
    return next >= text_.size();
  }

  void genitive() {
    const CodePoint c = code_point_at(text_, at_);
    if (!is_apostrophe(c.value)) return;
    const bool with_s = is_genitive(c, at_);
    const char last = at_ > 0 ? text_[at_ - 1] : ' ';
    if (!with_s && last != 's') return;
    WordToken token;
    token.start = static_cast<std::uint32_t>(at_);
    at_ += c.length + (with_s ? 1U : 0U);
    token.end = static_cast<std::uint32_t>(at_);
    token.kind = TokenKind::Genitive;
    constexpr WordClasses kSubject = word_class::kPronoun | word_class::kRelative;
    if (document_.tokens.back().is(kSubject)) {  // "he's" is "he is" or "he has"
      token.kind = TokenKind::Word;
      token.classes = word_class::kAuxiliary | word_class::kCopula;
    }
    push(token);
  }

  void number() {
    WordToken token;
    token.start = static_cast<std::uint32_t>(at_);
    token.kind = TokenKind::Number;
    while (at_ < text_.size()) {
      const CodePoint c = code_point_at(text_, at_);
      const bool inner = (c.value == '.' || c.value == ',' || c.value == ':') &&
                         is_digit(code_point_at(text_, at_ + 1).value);
      if (!is_digit(c.value) && !is_letter(c.value) && !inner && c.value != '%') {
        if (c.value != '-' || !is_letter(code_point_at(text_, at_ + 1).value)) break;
      }
      at_ += c.length;
    }
    token.end = static_cast<std::uint32_t>(at_);
    push(token);
  }

  void punctuation(CodePoint c) {
    WordToken token;
    token.start = static_cast<std::uint32_t>(at_);
    at_ += c.length;
    while (c.value == '.' && at_ < text_.size() && text_[at_] == '.') ++at_;
    while (c.value == '-' && at_ < text_.size() && text_[at_] == '-') ++at_;
    token.end = static_cast<std::uint32_t>(at_);
    token.kind = kind_of(c.value);
    if (token.kind != TokenKind::Other) push(token);
  }

  static TokenKind kind_of(char32_t c) {
    if (ends_sentence(c)) return TokenKind::Stop;
    if (is_dash(c)) return TokenKind::Dash;
    switch (c) {
      case ',':
        return TokenKind::Comma;
      case ':':
        return TokenKind::Colon;
      case ';':
        return TokenKind::Semicolon;
      case '(':
      case '[':
        return TokenKind::OpenBracket;
      case ')':
      case ']':
        return TokenKind::CloseBracket;
      default:
        return TokenKind::Other;
    }
  }

  void push(WordToken& token) {
    token.space_before = space_;
    space_ = false;
    document_.tokens.push_back(token);
    mark_phrase();
  }

  /// "prime minister", "secretary of state": if the last tokens are a phrase, each gets its
  /// classes.
  void mark_phrase() {
    std::vector<WordToken>& tokens = document_.tokens;
    if (tokens.back().kind != TokenKind::Word) return;
    for (std::size_t back = 1; back <= 2 && back < tokens.size(); ++back) {
      const WordToken& first = tokens[tokens.size() - 1 - back];
      if (first.kind != TokenKind::Word) return;
      if (!first.is(word_class::kPhraseStart)) continue;
      char buffer[kMaxFoldedBytes];
      const WordClasses classes = document_.lexicon->classes_of(
          fold_word(body_.substr(first.start, tokens.back().end - first.start), buffer));
      if (classes == 0) continue;
      for (std::size_t i = tokens.size() - 1 - back; i < tokens.size(); ++i) {
        tokens[i].classes = classes | word_class::kPhraseStart;
      }
      return;
    }
  }

  Document& document_;
  std::string_view body_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool space_ = false;
};

}  // namespace

void append_tokens(Document& document, std::uint32_t start, std::uint32_t end) {
  Tokenizer(document).run(start, end);
}

void tokenize(Document& document) {
  Tokenizer tokenizer(document);
  document.tokens.clear();
  document.token_of_quotation.clear();
  std::uint32_t span = 0;
  for (const Paragraph block : document.blocks) {
    std::uint32_t at = block.start;
    if (span > 0) at = std::max(at, document.spans[span - 1].outer_end);
    while (span < document.spans.size() && document.spans[span].outer_start < block.end) {
      tokenizer.run(at, std::max(at, document.spans[span].outer_start));
      document.token_of_quotation.push_back(static_cast<std::uint32_t>(document.tokens.size()));
      tokenizer.quotation(span);
      at = document.spans[span++].outer_end;
    }
    if (at < block.end) tokenizer.run(at, block.end);
  }
}

}  // namespace pullquote::quotes

// SPDX-License-Identifier: GPL-3.0-or-later
/// One pass over the text by class Lexer. Which characters are syntax depends on their
/// surroundings: a colon behind a known field name, a sign at the beginning of a clause, a caret
/// before a number. Everything else stays in the word, so that pasted text and URLs can be searched
/// for as they are.
#include "searcher/query/lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "schema/analysis/ascii.h"
#include "searcher/query/characters.h"
#include "searcher/query/query_fields.h"

namespace pullquote {
namespace {

/// The value of "3" or "0.25"; empty for any other text.
std::optional<double> parse_number(std::string_view digits) {
  if (digits.empty() || !is_ascii_digit(digits.front()) || !is_ascii_digit(digits.back())) {
    return std::nullopt;
  }
  double value = 0;
  const char* const end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, value, std::chars_format::fixed);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

constexpr const char* kWeightAdvice =
    "After ^ stands a number from 0.001 to 1000, such as ^2; to search for the text as it stands, "
    "put it in quotes.";

constexpr const char* kOneWeight = "A clause has one weight; leave one number after ^.";

/// The offset of the "^3" at the end of a word; npos when it has none.
std::size_t boost_position(std::string_view word) {
  const std::size_t caret = word.rfind('^');
  if (caret == std::string_view::npos) return std::string_view::npos;
  return parse_number(word.substr(caret + 1)) ? caret : std::string_view::npos;
}

/// Whether a run has nothing to search for: a dash between blanks, dots, a lone "&". A "*" is not
/// noise: it gets an error message.
bool is_noise(std::string_view run) {
  const std::string_view word = run.substr(0, boost_position(run));
  return !word.empty() && is_punctuation(word) && word.find('*') == std::string_view::npos;
}

/// The offset of the first "^" behind something to search for; npos when there is none.
std::size_t first_caret(std::string_view word) {
  std::size_t caret = word.find('^');
  for (std::size_t begin = 0;
       caret != std::string_view::npos && is_punctuation(word.substr(begin, caret - begin));) {
    begin = caret + 1;
    caret = word.find('^', begin);
  }
  return caret;
}

/// The pieces of `word` between commas and similar marks, without pieces of mere punctuation.
std::vector<std::string_view> between_commas(std::string_view word) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0, at = 0; at <= word.size();) {
    const std::size_t comma = at == word.size() ? 1 : comma_length(word, at);
    if (comma == 0) {
      ++at;
      continue;
    }
    const std::string_view piece = word.substr(begin, at - begin);
    if (!piece.empty() && !is_noise(piece)) pieces.push_back(piece);
    begin = at += comma;
  }
  return pieces;
}

/// Whether the run is the operator `name`, alone or with a slash behind it.
bool is_proximity(std::string_view run, std::string_view name) {
  return run.starts_with(name) && (run.size() == name.size() || run[name.size()] == '/');
}

/// Whether a word means the same wherever it stands: it is no operator, and has no sign, field or
/// URL.
bool stands_alone(std::string_view word) {
  return word != "AND" && word != "OR" && word != "NOT" && !is_proximity(word, "NEAR") &&
         !is_proximity(word, "ADJ") && !is_punctuation(word.substr(0, 1)) &&
         word.find(':') == std::string_view::npos;
}

/// A scanner with one position in the text. The first error is kept and ends the scan.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::variant<std::vector<Lexeme>, QueryError> run() {
    if (text_.size() > kMaxQueryBytes) {
      fail(kMaxQueryBytes, text_.size(), "A query has at most 64 KiB; leave out what follows.");
    }
    while (!error_ && position_ < text_.size()) step();
    if (!error_ && !open_brackets_.empty()) {
      fail(open_brackets_.back(), open_brackets_.back() + 1,
           "This bracket is never closed; add \")\" or put the text in quotes.");
    }
    if (error_) return *error_;
    push(Lexeme::Kind::End, text_.size(), text_.size());
    return std::move(lexemes_);
  }

 private:
  using Kind = Lexeme::Kind;

  /// Reads one separator, bracket, phrase or run of other characters.
  void step() {
    if (const std::size_t length = separator_length(text_, position_)) {
      position_ += length;
      at_boundary_ = true;
    } else if (text_[position_] == '(') {
      open_bracket();
      at_boundary_ = true;
    } else {
      clause_or_close();
      at_boundary_ = false;
    }
  }

  /// Reads a closing bracket, a phrase, or a run of other characters.
  void clause_or_close() {
    if (text_[position_] == ')') {
      close_bracket();
    } else if (const QuotationMark mark = quotation_mark_at(text_, position_); mark.length > 0) {
      phrase(mark);
    } else {
      bare_run();
    }
  }

  void open_bracket() {
    if (open_brackets_.size() == kMaxQueryDepth) {
      return fail(position_, position_ + 1,
                  "Brackets are nested at most 64 deep; take this pair away.");
    }
    open_brackets_.push_back(position_);
    push(Kind::Open, position_, position_ + 1);
    ++position_;
  }

  void close_bracket() {
    if (open_brackets_.empty()) {
      return fail(position_, position_ + 1,
                  "This bracket was never opened; remove it or put the text in quotes.");
    }
    open_brackets_.pop_back();
    push(Kind::Close, position_, position_ + 1);
    ++position_;
    suffix_of_group();
  }

  /// Reads a phrase up to the closing mark, and its weight.
  void phrase(QuotationMark mark) {
    const std::size_t begin = position_;
    std::size_t inside_end = begin + mark.length;
    while (inside_end < text_.size() &&
           quotation_mark_at(text_, inside_end).family != mark.family) {
      ++inside_end;
    }
    if (inside_end == text_.size()) {
      return fail(begin, begin + mark.length,
                  "This quotation mark has no partner; close the quotation or remove the mark.");
    }
    const std::string_view inside =
        text_.substr(begin + mark.length, inside_end - begin - mark.length);
    position_ = inside_end + quotation_mark_at(text_, inside_end).length;
    if (is_blank(inside)) {
      return fail(begin, position_,
                  "There is nothing between these quotation marks; write a phrase there.");
    }
    push(Kind::Phrase, begin, position_, inside);
    suffix_of_group();
  }

  /// Whether a phrase holds nothing but white space and punctuation.
  bool is_blank(std::string_view inside) const {
    for (std::size_t i = 0; i < inside.size();) {
      const std::size_t length = separator_length(inside, i);
      if (length == 0) return is_punctuation(inside);
      i += length;
    }
    return true;
  }

  /// Reads a "^3" directly behind a bracket or a quotation mark.
  void suffix_of_group() {
    if (error_ || position_ == text_.size()) return;
    const std::size_t end = end_of_run(position_);
    if (text_[position_] == '~' || text_[position_] == '*') {
      return fail(position_, end,
                  "* and ~ follow single words; for words near each other write a NEAR/5 b.");
    }
    if (text_[position_] != '^') return;
    if (const auto number = parse_number(text_.substr(position_ + 1, end - position_ - 1))) {
      boost(position_, end, *number);
      position_ = end;
    } else {
      fail(position_, end, kWeightAdvice);
    }
  }

  /// Adds a weight, if it is within the limits.
  void boost(std::size_t begin, std::size_t end, double number) {
    if (number < kMinBoost || number > kMaxBoost) {
      return fail(begin, end, "A weight lies between 0.001 and 1000.");
    }
    push(Kind::Boost, begin, end);
    lexemes_.back().number = number;
  }

  /// Reads a run: text up to the next separator, bracket or quotation mark.
  void bare_run() {
    const std::size_t begin = position_;
    const std::size_t end = end_of_run(begin);
    const std::string_view run = text_.substr(begin, end - begin);
    if ((is_noise(run) && ends_clause(end)) || operator_word(run, begin)) {
      position_ = end;
    } else if (operator_word(run.substr(0, boost_position(run)), begin)) {
      fail(begin, end, "An operator has no weight; to search for the word, put it in quotes.");
    } else if (run[0] == '+' || run[0] == '-') {
      sign();
    } else {
      while (field()) {
      }
      if (!error_) word(end);
    }
  }

  /// Whether white space, a closing bracket or the end follows a run that ends at `end`.
  bool ends_clause(std::size_t end) const {
    return end == text_.size() || text_[end] == ')' || separator_length(text_, end) > 0;
  }

  /// The end of the run that begins at `position`.
  /// Within the run that was found last it is that run's end: to look for it again behind each
  /// sign or field of a run would be quadratic.
  std::size_t end_of_run(std::size_t position) {
    if (run_begin_ <= position && position <= run_end_) return run_end_;
    run_begin_ = position;
    while (position < text_.size() && text_[position] != '(' && text_[position] != ')' &&
           separator_length(text_, position) == 0 &&
           quotation_mark_at(text_, position).length == 0) {
      ++position;
    }
    run_end_ = position;
    return position;
  }

  /// Adds an operator if the run is one, and says so.
  bool operator_word(std::string_view run, std::size_t begin) {
    static constexpr std::array<std::pair<std::string_view, Kind>, 3> kOperators{
        {{"AND", Kind::And}, {"OR", Kind::Or}, {"NOT", Kind::Not}}};
    for (const auto& [name, kind] : kOperators) {
      if (run != name) continue;
      push(kind, begin, begin + run.size());
      return true;
    }
    if (is_proximity(run, "NEAR")) return proximity(Kind::Near, run.substr(4), begin);
    if (is_proximity(run, "ADJ")) return proximity(Kind::Adjacent, run.substr(3), begin);
    return false;
  }

  /// Adds NEAR or ADJ. `distance` is what follows the name: "/5" or nothing.
  bool proximity(Kind kind, std::string_view distance, std::size_t begin) {
    const std::size_t end = end_of_run(begin);
    unsigned words = kDefaultDistance;
    if (!distance.empty()) {
      const char* const last = distance.data() + distance.size();
      const auto result = std::from_chars(distance.data() + 1, last, words);
      if (result.ec != std::errc() || result.ptr != last || words < 1 || words > kMaxDistance) {
        fail(begin, end,
             "After the slash stands a distance of 1 to 1000 words, such as NEAR/5 or ADJ/3.");
        return true;
      }
    }
    push(kind, begin, end);
    lexemes_.back().number = words;
    return true;
  }

  /// Reads a "+" or "-". It is a sign if it is single and a clause follows it but none stands
  /// before it; else it is punctuation.
  void sign() {
    const char c = text_[position_];
    // All of several at once: looking for the end of the run before each of them is quadratic.
    const std::size_t end = std::min(text_.find_first_not_of("+-", position_), text_.size());
    if (at_boundary_ && end == position_ + 1) {
      push(c == '+' ? Kind::Plus : Kind::Minus, position_, end);
    }
    position_ = end;
  }

  /// Reads a known name with its colon. An unknown name is an error unless it looks like other text
  /// with a colon: a URL, a time, a path, or a word at the end of an introduction ("Syria: truce").
  /// True when the value may begin with a field again, so that the parser can reject it.
  bool field() {
    const std::string_view name = name_before_colon();
    if (name.empty()) return false;
    const std::size_t value = position_ + name.size() + 1;
    if (const auto role = role_of(name)) {
      known_field(name, value);
      return !error_ && (*role == FieldRole::Text || *role == FieldRole::Said);
    }
    if (!ends_clause(value) && starts_value(value)) unknown_field(name);
    return false;
  }

  /// The letters from here to a colon, which may be a field's name; empty when no colon follows.
  std::string_view name_before_colon() const {
    std::size_t colon = position_;
    while (colon < text_.size() && (is_ascii_letter(text_[colon]) || text_[colon] == '_')) ++colon;
    if (colon == text_.size() || text_[colon] != ':') return {};
    return text_.substr(position_, colon - position_);
  }

  /// Reports a field between "=" and its word. `equals` is the offset of the "=".
  void check_no_field_follows(std::size_t equals) {
    const std::string_view name = name_before_colon();
    const auto role = role_of(name);
    if (!role) {
      field();
    } else if (*role == FieldRole::Text || *role == FieldRole::Said) {
      fail(equals, position_ + name.size() + 1,
           "= stands before the word itself; write " + std::string(name) + ":=word.");
    } else {
      fail(equals, position_ + name.size() + 1,
           "Filters and dates always match exactly; leave out the =.");
    }
  }

  /// Whether the character may begin the value of a field.
  bool starts_value(std::size_t position) const {
    const char c = text_[position];
    return (static_cast<unsigned char>(c) & 0x80) != 0 || is_ascii_letter(c) || is_ascii_digit(c) ||
           c == '(' || c == '"';
  }

  /// Adds a field, or reports that its value is missing or begins with a sign.
  void known_field(std::string_view name, std::size_t value) {
    const std::size_t begin = position_;
    const std::string label(name);
    if (ends_clause(value)) {
      return fail(begin, value,
                  "Nothing follows " + label + ":; write the value directly after the colon.");
    }
    if (text_[value] == '+' || text_[value] == '-') {
      return fail(
          value, value + 1,
          std::string("Write the sign before the field, as in ") + text_[value] + label + ":word.");
    }
    if (const std::size_t end = end_of_run(value); end > value) {
      if (is_noise(text_.substr(value, end - value)) && ends_clause(end)) {
        return fail(begin, end,
                    is_date(*role_of(name))
                        ? date_advice(*role_of(name))
                        : "After " + label + ": stands no word to search for; write one.");
      }
    }
    push(Kind::Field, begin, value, name);
    position_ = value;
  }

  static bool is_date(FieldRole role) {
    return role == FieldRole::Date || role == FieldRole::Since || role == FieldRole::Until;
  }

  /// Reports an unknown field, with the nearest known name.
  void unknown_field(std::string_view name) {
    std::string message = "There is no field \"" + std::string(name) + "\"";
    const std::string_view nearest = nearest_field_name(name);
    if (!nearest.empty()) message += "; did you mean " + std::string(nearest) + ":?";
    message += nearest.empty() ? "; put " : " Put ";
    fail(position_, position_ + name.size() + 1,
         message + "the text in quotes to search for it as it stands.");
  }

  /// Reads the rest of a run: [=] word [^number]. Nothing is left where a sign or a field stood
  /// before brackets or a phrase. Mere punctuation is dropped.
  void word(std::size_t end) {
    if (position_ < end && text_[position_] == '=') {
      if (position_ + 1 == end) {
        return fail(position_, end, "= stands before one word; phrases are exact without it.");
      }
      push(Kind::Equals, position_, position_ + 1);
      ++position_;
      check_no_field_follows(position_ - 1);
    }
    const std::string_view run = text_.substr(position_, end - position_);
    if (error_ || run.empty()) return;
    if (boost_position(run) == 0) {
      return fail(position_, end, "A weight stands directly behind its clause; close the gap.");
    }
    if (!is_noise(run)) weighted_words(run, end);
    position_ = end;
  }

  /// Adds the words of a run and their common weight.
  void weighted_words(std::string_view run, std::size_t end) {
    const std::string_view body = run.substr(0, first_caret(run));
    if (const std::size_t first = boost_position(body); first != std::string_view::npos) {
      return fail(position_ + first, end, kOneWeight);
    }
    words(body);
    if (body.size() == run.size()) return;
    const std::size_t caret = position_ + body.size();
    const std::string_view number = run.substr(body.size() + 1);
    if (const auto weight = parse_number(number)) return boost(caret, end, *weight);
    const bool several = boost_position(number) != std::string_view::npos &&
                         parse_number(number.substr(0, number.find('^')));
    fail(caret, end, several ? kOneWeight : kWeightAdvice);
  }

  /// Adds one word, or several with commas between them if each means the same on its own.
  void words(std::string_view body) {
    std::vector<std::string_view> pieces = between_commas(body);
    if (!std::all_of(pieces.begin(), pieces.end(), stands_alone)) pieces = {body};
    bool joined = false;
    for (std::string_view piece : pieces) {
      const std::size_t begin = position_ + static_cast<std::size_t>(piece.data() - body.data());
      push(Kind::Word, begin, begin + piece.size(), piece);
      lexemes_.back().joined = joined;
      joined = true;
    }
  }

  /// Adds a lexeme; counts words and phrases against the limit.
  void push(Kind kind, std::size_t begin, std::size_t end, std::string_view inside = {}) {
    if ((kind == Kind::Word || kind == Kind::Phrase) && ++clauses_ > kMaxQueryClauses) {
      return fail(begin, text_.size(),
                  "A query has at most 1,024 words and phrases; leave out what follows.");
    }
    lexemes_.push_back({kind, make_span(begin, end), inside, 0});
  }

  /// A span from offsets; the text may be longer than a span can say when it is rejected for its
  /// length.
  static ByteSpan make_span(std::size_t begin, std::size_t end) {
    const auto narrow = [](std::size_t offset) {
      return static_cast<std::uint32_t>(std::min<std::size_t>(offset, UINT32_MAX));
    };
    return {narrow(begin), narrow(end)};
  }

  /// Keeps the first error.
  void fail(std::size_t begin, std::size_t end, std::string message) {
    if (!error_) error_ = QueryError{make_span(begin, end), std::move(message)};
  }

  std::string_view text_;
  std::size_t position_ = 0;  ///< byte offset of the next character
  /// The start, a separator or an opening bracket lies just before position_.
  bool at_boundary_ = true;
  std::size_t run_begin_ = 1;  ///< the run that end_of_run() found last; none yet
  std::size_t run_end_ = 0;
  std::vector<Lexeme> lexemes_;
  std::vector<std::size_t> open_brackets_;  ///< offsets of brackets that are not closed yet
  std::size_t clauses_ = 0;                 ///< words and phrases so far
  std::optional<QueryError> error_;
};

}  // namespace

std::variant<std::vector<Lexeme>, QueryError> lex_query(std::string_view text) {
  return Lexer(text).run();
}

}  // namespace pullquote

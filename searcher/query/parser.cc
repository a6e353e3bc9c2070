// SPDX-License-Identifier: GPL-3.0-or-later
/// Parses lexemes by recursive descent, one function for each rule of the grammar in
/// docs/query-language.md. Only brackets recurse, and the lexer bounds their depth.
///
/// The first error is kept. From then on peek() returns the end of the text, so that every rule
/// ends by itself, and no rule has to ask for errors.
#include <algorithm>
#include <cassert>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "pullquote/analyzer.h"
#include "pullquote/query.h"
#include "searcher/query/human_date.h"
#include "searcher/query/lexer.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/word_clause.h"

namespace pullquote {
namespace {

using Kind = QueryNode::Kind;
using Nodes = std::vector<QueryNode>;

constexpr const char* kOnlyExclusions =
    "Only exclusions are left here; name something that should be found as well.";

/// From the beginning of `first` to the end of `last`.
ByteSpan cover(ByteSpan first, ByteSpan last) {
  return {first.start, last.end};
}

/// A node over children, of which there must be one.
QueryNode make_node(Kind kind, Nodes children) {
  QueryNode node;
  node.kind = kind;
  node.span = cover(children.front().span, children.back().span);
  node.children = std::move(children);
  return node;
}

/// A single child as it is, or a node over several.
QueryNode join(Kind kind, Nodes children) {
  if (children.size() == 1) return std::move(children.front());
  return make_node(kind, std::move(children));
}

/// Whether the node is an unsigned filter on a field of which an article has one value.
bool is_plain_filter(const QueryNode& node) {
  return node.kind == Kind::Filter && !node.required && !node.prohibited &&
         is_single_valued(node.field);
}

/// Merges filters on the same single-valued field into one Or, at the place of the first: "source:a
/// source:b" can only mean either outlet.
Nodes merge_alternatives(Nodes children) {
  Nodes merged;
  for (QueryNode& child : children) {
    const auto same_field = [&](const QueryNode& other) {
      return other.kind == Kind::Or ? other.field == child.field && !other.field.empty()
                                    : is_plain_filter(other) && other.field == child.field;
    };
    const auto first = is_plain_filter(child)
                           ? std::find_if(merged.begin(), merged.end(), same_field)
                           : merged.end();
    if (first == merged.end()) {
      merged.push_back(std::move(child));
      continue;
    }
    if (first->kind == Kind::Filter) {
      std::string field = first->field;
      Nodes alternatives;
      alternatives.push_back(std::move(*first));
      *first = make_node(Kind::Or, std::move(alternatives));
      first->field = std::move(field);  // marks it as ours until all are in
    }
    first->span = cover(first->span, child.span);
    first->children.push_back(std::move(child));
  }
  for (QueryNode& node : merged) {
    if (node.kind == Kind::Or) node.field.clear();
  }
  return merged;
}

/// Whether NEAR and ADJ accept the operand: a leaf with words, or an Or over such leaves.
bool is_near_operand(const QueryNode& node) {
  switch (node.kind) {
    case Kind::Word:
    case Kind::Prefix:
    case Kind::Fuzzy:
    case Kind::Phrase:
      return true;
    case Kind::Or:
      return std::all_of(node.children.begin(), node.children.end(), [](const QueryNode& child) {
        return child.kind != Kind::Or && is_near_operand(child);
      });
    default:
      return false;
  }
}

/// Whether all leaves of an operand are in `field`.
bool has_only_field(const QueryNode& operand, const std::string& field) {
  if (operand.kind != Kind::Or) return operand.field == field;
  return std::all_of(operand.children.begin(), operand.children.end(),
                     [&](const QueryNode& child) { return child.field == field; });
}

/// The field of the operand's first leaf.
const std::string& first_field(const QueryNode& operand) {
  return operand.kind == Kind::Or ? operand.children.front().field : operand.field;
}

/// A lexeme counts as a costly clause at most three times: as itself, in NEAR, and in said:.
constexpr std::size_t kMostCounts = 3;

/// One query; run() is called once.
class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, const ParseOptions& options)
      : lexemes_(std::move(lexemes)),
        options_(options),
        may_be_too_costly_(lexemes_.size() * kMostCounts > kMaxCostlyClauses) {}

  std::variant<QueryNode, QueryError> run() {
    const ByteSpan all = cover(lexemes_.front().span, lexemes_.back().span);
    if (lexemes_.size() == 1) {
      return QueryError{{0, all.end}, "There is no word to search for; write at least one."};
    }
    QueryNode root = or_expression();
    if (root.prohibited) fail(root.span, kOnlyExclusions);
    if (error_) return *error_;
    assert(peek().kind == Lexeme::Kind::End);
    return root;
  }

 private:
  // ---- Boolean operators. A node that comes back with `prohibited` set is a lone exclusion. It
  // gets a meaning from an AND or from clauses beside it, and is an error without them.

  /// Operands of OR.
  QueryNode or_expression() {
    Nodes operands;
    operands.push_back(and_expression());
    while (accept(Lexeme::Kind::Or)) operands.push_back(and_expression());
    if (operands.size() > 1) {
      for (const QueryNode& operand : operands) {
        if (operand.prohibited) fail(operand.span, kOnlyExclusions);
      }
    }
    return join(Kind::Or, std::move(operands));
  }

  /// Operands of AND; exclusions among them become the second child of a Not.
  QueryNode and_expression() {
    Nodes operands;
    Nodes exclusions;
    do {
      QueryNode operand = group();
      (operand.prohibited ? exclusions : operands).push_back(std::move(operand));
    } while (accept(Lexeme::Kind::And));
    if (exclusions.empty()) return join(Kind::And, std::move(operands));
    QueryNode excluded = exclude_any_of(std::move(exclusions));
    if (operands.empty()) return excluded;
    excluded.prohibited = false;
    Nodes pair;
    pair.push_back(join(Kind::And, std::move(operands)));
    pair.push_back(std::move(excluded));
    return make_node(Kind::Not, std::move(pair));
  }

  /// One exclusion of everything that any of `exclusions` matches.
  static QueryNode exclude_any_of(Nodes exclusions) {
    for (QueryNode& node : exclusions) node.prohibited = false;
    QueryNode excluded = join(Kind::Or, std::move(exclusions));
    excluded.prohibited = true;
    return excluded;
  }

  /// Clauses side by side.
  QueryNode group() {
    if (!starts_clause()) return missing_clause();
    Nodes children;
    while (starts_clause()) children.push_back(signed_clause());
    children = merge_alternatives(std::move(children));
    const auto excludes = [](const QueryNode& child) { return child.prohibited; };
    if (std::all_of(children.begin(), children.end(), excludes)) {
      return exclude_any_of(std::move(children));
    }
    if (children.size() == 1) children.front().required = false;
    return join(Kind::Any, std::move(children));
  }

  /// A clause with its "+", "-" or NOT.
  QueryNode signed_clause() {
    const Lexeme sign = peek();
    const bool required = accept(Lexeme::Kind::Plus);
    const bool prohibited = !required && (accept(Lexeme::Kind::Minus) || accept(Lexeme::Kind::Not));
    if ((required || prohibited) && !starts_operand()) {
      return fail(sign.span,
                  "Something to search for must follow here; to search for a word that "
                  "is an operator, put it in quotes.");
    }
    QueryNode node = proximity();
    if (node.prohibited && (required || prohibited)) {
      return fail(cover(sign.span, node.span), "Two signs exclude each other here; leave one.");
    }
    node.required = required;
    node.prohibited = node.prohibited || prohibited;
    if (required || prohibited) node.span = cover(sign.span, node.span);
    return node;
  }

  // ---- Proximity

  QueryNode proximity() {
    QueryNode first = clause();
    if (!at_proximity()) return first;
    const Lexeme op = peek();
    Nodes operands;
    operands.push_back(std::move(first));
    while (at_proximity() && same_operator(op)) {
      operands.push_back(starts_operand() ? clause() : missing_clause());
    }
    for (const QueryNode& operand : operands) check_near_operand(operand, first_field(operands[0]));
    QueryNode node =
        make_node(op.kind == Lexeme::Kind::Near ? Kind::Near : Kind::Adjacent, std::move(operands));
    node.distance = static_cast<unsigned>(op.number);
    return node;
  }

  bool at_proximity() const {
    return peek().kind == Lexeme::Kind::Near || peek().kind == Lexeme::Kind::Adjacent;
  }

  /// Takes the next operator and checks that a chain has one operator and one distance.
  bool same_operator(const Lexeme& first) {
    const Lexeme next = take();
    if (next.kind == first.kind && next.number == first.number) return true;
    fail(next.span,
         "A chain of NEAR or ADJ repeats one operator with one distance; join different "
         "ones with AND and brackets.");
    return false;
  }

  /// Reports operands that NEAR and ADJ cannot compare, and counts their words as costly.
  void check_near_operand(const QueryNode& operand, const std::string& field) {
    if (error_) return;
    count_words(operand);
    if (operand.prohibited || !is_near_operand(operand)) {
      fail(operand.span,
           "NEAR and ADJ join words, phrases, and alternatives such as (truce OR "
           "ceasefire); write one of these.");
    } else if (!has_only_field(operand, field)) {
      fail(operand.span,
           "NEAR and ADJ compare places within one field; write the same field on all sides.");
    }
  }

  // ---- Clauses

  /// The least and the largest product of boosts on the way from a node to its leaves.
  struct BoostRange {
    double least = 0;
    double most = 0;
  };

  static BoostRange boosts_of(const QueryNode& node) {
    if (node.children.empty()) return {node.boost, node.boost};
    BoostRange range{kMaxBoost, kMinBoost};
    for (const QueryNode& child : node.children) {
      const BoostRange inner = boosts_of(child);
      range.least = std::min(range.least, inner.least);
      range.most = std::max(range.most, inner.most);
    }
    return {node.boost * range.least, node.boost * range.most};
  }

  /// A clause with its weight.
  QueryNode clause() {
    QueryNode node = primary();
    if (peek().kind != Lexeme::Kind::Boost) return node;
    const Lexeme boost = take();
    if (node.kind == Kind::Filter || node.kind == Kind::Date) {
      return fail(boost.span, "Filters and dates have no weight; leave out the number after ^.");
    }
    node.boost *= boost.number;
    const BoostRange range = boosts_of(node);
    if (range.least < kMinBoost || range.most > kMaxBoost) {
      return fail(boost.span,
                  "The weights of this clause, with those inside of it, multiply to less than "
                  "0.001 or more than 1000; use a smaller range.");
    }
    node.span = cover(node.span, boost.span);
    return node;
  }

  QueryNode primary() {
    switch (peek().kind) {
      case Lexeme::Kind::Open:
        return brackets();
      case Lexeme::Kind::Field:
        return field_clause();
      case Lexeme::Kind::Phrase:
        return phrase();
      case Lexeme::Kind::Equals:
      case Lexeme::Kind::Word:
        return words();
      default:
        return missing_clause();
    }
  }

  QueryNode brackets() {
    const Lexeme open = take();
    if (peek().kind == Lexeme::Kind::Close) {
      return fail(cover(open.span, peek().span), "These brackets are empty; write a query inside.");
    }
    QueryNode node = or_expression();
    accept(Lexeme::Kind::Close);
    return node;
  }

  /// A phrase; inside a filter, its value.
  QueryNode phrase() {
    const Lexeme lexeme = take();
    if (!filtering_) count_costly(lexeme.span);
    QueryNode node;
    node.kind = filtering_ ? Kind::Filter : Kind::Phrase;
    node.span = lexeme.span;
    node.field = field_;
    node.text = lexeme.text;
    return node;
  }

  /// One word, or several with commas between them, which are read as if they stood in brackets.
  QueryNode words() {
    const Lexeme first = peek();
    const bool exact = accept(Lexeme::Kind::Equals);
    if (peek().kind != Lexeme::Kind::Word) return missing_clause();
    if (filtering_) return filter(first, take_value(), exact);
    Nodes nodes;
    nodes.push_back(word(first, exact));
    while (peek().joined) nodes.push_back(word(peek(), exact));
    return join(Kind::Any, std::move(nodes));
  }

  /// The next word.
  /// @param first  where the clause begins: the "=", if it has one, or the word.
  QueryNode word(const Lexeme first, bool exact) {
    const Lexeme lexeme = take();
    auto outcome = parse_word_clause(lexeme.text, lexeme.span, exact);
    if (auto* error = std::get_if<QueryError>(&outcome)) {
      return fail(error->span, std::move(error->message));
    }
    QueryNode node = std::get<QueryNode>(std::move(outcome));
    node.span = cover(first.span, lexeme.span);
    node.field = field_;
    const auto is_costly = [&] {
      return node.kind != Kind::Word || is_row(node) || is_new_compound(node);
    };
    if (may_be_too_costly_ && is_costly()) count_costly(node.span);
    return node;
  }

  /// Whether the word is several words in a row ("Assad-led").
  bool is_row(const QueryNode& word) {
    const auto tokens = tokenize(word.text);
    return std::count_if(tokens.begin(), tokens.end(),
                         [](const Token& token) { return !token.is_part; }) > 1;
  }

  /// Whether the word is also searched for as two words, and was not counted for it before.
  bool is_new_compound(const QueryNode& word) {
    const auto tokens = tokenize(word.text);
    if (word.exact || tokens.empty()) return false;
    const bool compound = tokens.size() > 1 || !compound_parts(tokens.front().term).empty();
    return compound && compounds_.emplace(tokens.front().term).second;
  }

  /// The tokens of `text`, valid until the next call.
  std::span<const Token> tokenize(std::string_view text) {
    if (!analyzer_) analyzer_.emplace("");
    return analyzer_->tokenize(text);
  }

  /// Counts the single words of a clause that needs their positions.
  void count_words(const QueryNode& node) {
    if (!may_be_too_costly_) return;
    if (node.kind == Kind::Word && !is_row(node)) count_costly(node.span);
    for (const QueryNode& child : node.children) count_words(child);
  }

  /// Counts a costly clause; reports the first one beyond the limit.
  void count_costly(ByteSpan span) {
    if (++costly_clauses_ <= kMaxCostlyClauses) return;
    fail(cover(span, lexemes_.back().span),
         "A query has at most 64 phrases, joined words and compounds, words with * or ~, and parts "
         "of "
         "NEAR, ADJ and said:; leave out what follows.");
  }

  /// A filter on field_ with `value`.
  QueryNode filter(const Lexeme& first, const Lexeme& value, bool exact) {
    if (exact) return fail(first.span, "Filters always match exactly; leave out the =.");
    if (value.text.back() == '*') {
      return fail(value.span, "Filters match whole values; leave out the *.");
    }
    if (has_distance(value.text) && field_ != "id") {
      return fail(value.span, "Filters match whole values; leave out the ~, or quote the value.");
    }
    QueryNode node;
    node.kind = Kind::Filter;
    node.span = value.span;
    node.field = field_;
    node.text = value.text;
    return node;
  }

  // ---- Fields

  /// A field with its value.
  QueryNode field_clause() {
    const Lexeme name = take();
    if (!field_.empty()) {
      return fail(name.span, "This stands inside " + field_ +
                                 ":(...) already; close that bracket "
                                 "first.");
    }
    if (!starts_operand()) return missing_clause();
    QueryNode node = field_value(name);
    node.span = cover(name.span, node.span);
    return node;
  }

  /// The value of a field, by the field's role.
  QueryNode field_value(const Lexeme& name) {
    switch (*role_of(name.text)) {
      case FieldRole::Said:
        return said();
      case FieldRole::Date:
      case FieldRole::Since:
      case FieldRole::Until:
        return date(name);
      case FieldRole::Text:
      case FieldRole::Filter:
        break;
    }
    field_ = name.text;
    filtering_ = *role_of(name.text) == FieldRole::Filter;
    QueryNode node = primary();
    field_.clear();
    filtering_ = false;
    return node;
  }

  /// The value of date:, since: or until:.
  QueryNode date(const Lexeme& name) {
    const Lexeme value = take_value();
    const FieldRole role = *role_of(name.text);
    const bool readable = value.kind == Lexeme::Kind::Word || value.kind == Lexeme::Kind::Phrase;
    const auto range = !readable ? std::nullopt
                       : role == FieldRole::Date
                           ? parse_date_range(value.text, options_.now_seconds)
                           : parse_date(value.text, options_.now_seconds);
    if (!range) return fail(value.span, date_advice(role));
    QueryNode node;
    node.kind = Kind::Date;
    node.span = value.span;
    node.range = *range;
    if (role == FieldRole::Since) node.range.until_seconds.reset();
    if (role == FieldRole::Until) node.range.from_seconds.reset();
    return node;
  }

  /// The value of said:, with or without brackets.
  QueryNode said() {
    Nodes children;
    if (accept(Lexeme::Kind::Open)) {
      while (peek().kind != Lexeme::Kind::Close && !error_) said_part(children);
      const Lexeme close = take();
      if (children.empty()) {
        return fail(close.span,
                    "Nothing is asked of the quote; write words, a phrase or a "
                    "speaker's name inside the brackets.");
      }
      QueryNode node = make_node(Kind::Said, std::move(children));
      node.span.end = close.span.end;
      return node;
    }
    said_part(children);
    if (error_) return {};
    return make_node(Kind::Said, std::move(children));
  }

  /// One word or phrase of said:, or several words with commas between them.
  void said_part(Nodes& parts) {
    const Lexeme::Kind next = peek().kind;
    if (next != Lexeme::Kind::Word && next != Lexeme::Kind::Equals &&
        next != Lexeme::Kind::Phrase) {
      fail(peek().span,
           "said: takes words, phrases and names only; put operators and fields "
           "outside its brackets.");
      return;
    }
    QueryNode node = clause();
    Nodes several;
    if (node.kind == Kind::Any) {
      several = std::move(node.children);
      for (QueryNode& part : several) part.boost *= node.boost;
    } else {
      several.push_back(std::move(node));
    }
    for (QueryNode& part : several) {
      count_words(part);
      if (part.kind == Kind::Prefix || part.kind == Kind::Fuzzy) {
        fail(part.span, "said: takes whole words; leave out the * or ~.");
      }
      parts.push_back(std::move(part));
    }
  }

  // ---- Lexemes

  /// The next lexeme; the end after an error.
  const Lexeme& peek() const { return error_ ? lexemes_.back() : lexemes_[position_]; }

  /// The next lexeme, which is passed. End is never passed.
  Lexeme take() {
    const Lexeme lexeme = peek();
    if (position_ + 1 < lexemes_.size()) ++position_;
    return lexeme;
  }

  /// The next value as it was written, commas included.
  Lexeme take_value() {
    Lexeme value = take();
    while (peek().joined) {
      const Lexeme next = take();
      const std::size_t size = static_cast<std::size_t>(next.text.data() - value.text.data());
      value.text = {value.text.data(), size + next.text.size()};
      value.span = cover(value.span, next.span);
    }
    return value;
  }

  /// Takes the next lexeme if it is of this kind, and says so.
  bool accept(Lexeme::Kind kind) {
    if (peek().kind != kind) return false;
    take();
    return true;
  }

  /// Whether a word, phrase, field or bracket comes next.
  bool starts_operand() const {
    switch (peek().kind) {
      case Lexeme::Kind::Word:
      case Lexeme::Kind::Phrase:
      case Lexeme::Kind::Open:
      case Lexeme::Kind::Equals:
      case Lexeme::Kind::Field:
        return true;
      default:
        return false;
    }
  }

  /// Whether a clause comes next, with or without a sign.
  bool starts_clause() const {
    const Lexeme::Kind next = peek().kind;
    return starts_operand() || next == Lexeme::Kind::Plus || next == Lexeme::Kind::Minus ||
           next == Lexeme::Kind::Not;
  }

  /// Reports an operator without an operand: the lexeme before, or the one that comes next.
  QueryNode missing_clause() {
    const bool at_operator =
        !starts_clause() && peek().kind != Lexeme::Kind::End && peek().kind != Lexeme::Kind::Close;
    const Lexeme& culprit =
        at_operator || position_ == 0 || error_ ? peek() : lexemes_[position_ - 1];
    return fail(
        culprit.span,
        "Something is missing beside this; write a word, phrase or bracket on both sides of "
        "an operator, or put it in quotes to search for the word itself.");
  }

  /// Keeps the first error; returns an empty node for the caller to return.
  QueryNode fail(ByteSpan span, std::string message) {
    if (!error_) error_ = QueryError{span, std::move(message)};
    return {};
  }

  std::vector<Lexeme> lexemes_;
  ParseOptions options_;
  std::size_t position_ = 0;        ///< index of the next lexeme
  std::string field_;               ///< the field that the clauses stand in; empty: none
  bool filtering_ = false;          ///< `field_` is a filter
  std::size_t costly_clauses_ = 0;  ///< counted so far
  /// False: the query is too short to exceed the limit, and nothing is counted.
  bool may_be_too_costly_;
  std::set<std::string> compounds_;   ///< compounds that were counted
  std::optional<Analyzer> analyzer_;  ///< made on first use: few queries are long enough to need it
  std::optional<QueryError> error_;
};

}  // namespace

std::variant<Query, QueryError> parse_query(std::string_view text, const ParseOptions& options) {
  auto lexemes = lex_query(text);
  if (auto* error = std::get_if<QueryError>(&lexemes)) return std::move(*error);
  auto outcome = Parser(std::get<std::vector<Lexeme>>(std::move(lexemes)), options).run();
  if (auto* error = std::get_if<QueryError>(&outcome)) return std::move(*error);
  return Query{std::string(text), std::get<QueryNode>(std::move(outcome))};
}

}  // namespace pullquote

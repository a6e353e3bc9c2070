// SPDX-License-Identifier: GPL-3.0-or-later
/// Recursive descent over the lexemes, one function a rule of the grammar in
/// docs/query-language.md; only brackets recurse, and the lexer bounds them.
///
/// The first error is kept, and from then on the parser sees the end of the text: every rule ends
/// by itself and nobody asks after errors.
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

ByteSpan cover(ByteSpan first, ByteSpan last) {
  return {first.start, last.end};
}

QueryNode make_node(Kind kind, Nodes children) {
  QueryNode node;
  node.kind = kind;
  node.span = cover(children.front().span, children.back().span);
  node.children = std::move(children);
  return node;
}

/// The one child itself, or a node over all.
QueryNode join(Kind kind, Nodes children) {
  if (children.size() == 1) return std::move(children.front());
  return make_node(kind, std::move(children));
}

bool is_plain_filter(const QueryNode& node) {
  return node.kind == Kind::Filter && !node.required && !node.prohibited &&
         is_single_valued(node.field);
}

/// source:a source:b can only mean either; they move into one Or where the first of them stands.
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

/// Near and Adjacent need leaves of one field, or alternatives of such leaves.
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

bool has_only_field(const QueryNode& operand, const std::string& field) {
  if (operand.kind != Kind::Or) return operand.field == field;
  return std::all_of(operand.children.begin(), operand.children.end(),
                     [&](const QueryNode& child) { return child.field == field; });
}

const std::string& first_field(const QueryNode& operand) {
  return operand.kind == Kind::Or ? operand.children.front().field : operand.field;
}

/// No lexeme is counted as a costly clause more often: as itself, of NEAR and of said:.
constexpr std::size_t kMostCounts = 3;

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
  // ---- Boolean operators. A node that comes back `prohibited` is a lone exclusion, which only an
  // AND or the words beside it can give a meaning.

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

  /// Takes the operator; a chain is of one kind and one distance.
  bool same_operator(const Lexeme& first) {
    const Lexeme next = take();
    if (next.kind == first.kind && next.number == first.number) return true;
    fail(next.span,
         "A chain of NEAR or ADJ repeats one operator with one distance; join different "
         "ones with AND and brackets.");
    return false;
  }

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

  QueryNode clause() {
    QueryNode node = primary();
    if (peek().kind != Lexeme::Kind::Boost) return node;
    const Lexeme boost = take();
    if (node.kind == Kind::Filter || node.kind == Kind::Date) {
      return fail(boost.span, "Filters and dates have no weight; leave out the number after ^.");
    }
    node.boost *= boost.number;
    if (node.boost < kMinBoost || node.boost > kMaxBoost) {
      return fail(boost.span,
                  "The weights of this clause multiply to less than 0.001 or more than "
                  "1000; use a smaller range.");
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

  /// One word, or several with commas between, which are read as if they stood in brackets.
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

  /// @param first  where the clause begins, with its = if it has one.
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

  /// Whether a word is several in a row ("Assad-led").
  bool is_row(const QueryNode& word) {
    const auto tokens = tokenize(word.text);
    return std::count_if(tokens.begin(), tokens.end(),
                         [](const Token& token) { return !token.is_part; }) > 1;
  }

  /// Whether a word is also looked for as two, and stands here for the first time.
  bool is_new_compound(const QueryNode& word) {
    const auto tokens = tokenize(word.text);
    if (word.exact || tokens.empty()) return false;
    const bool compound = tokens.size() > 1 || !compound_parts(tokens.front().term).empty();
    return compound && compounds_.emplace(tokens.front().term).second;
  }

  std::span<const Token> tokenize(std::string_view text) {
    if (!analyzer_) analyzer_.emplace("");
    return analyzer_->tokenize(text);
  }

  /// Counts the single words of a clause for which their places matter.
  void count_words(const QueryNode& node) {
    if (!may_be_too_costly_) return;
    if (node.kind == Kind::Word && !is_row(node)) count_costly(node.span);
    for (const QueryNode& child : node.children) count_words(child);
  }

  void count_costly(ByteSpan span) {
    if (++costly_clauses_ <= kMaxCostlyClauses) return;
    fail(cover(span, lexemes_.back().span),
         "A query has at most 64 phrases, joined words and compounds, words with * or ~, and parts "
         "of "
         "NEAR, ADJ and said:; leave out what follows.");
  }

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

  /// One part, or several with commas between.
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

  const Lexeme& peek() const { return error_ ? lexemes_.back() : lexemes_[position_]; }

  Lexeme take() {
    const Lexeme lexeme = peek();
    if (position_ + 1 < lexemes_.size()) ++position_;
    return lexeme;
  }

  /// A value as it stands, commas included.
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

  bool accept(Lexeme::Kind kind) {
    if (peek().kind != kind) return false;
    take();
    return true;
  }

  /// A word, phrase, field or bracket comes next.
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

  bool starts_clause() const {
    const Lexeme::Kind next = peek().kind;
    return starts_operand() || next == Lexeme::Kind::Plus || next == Lexeme::Kind::Minus ||
           next == Lexeme::Kind::Not;
  }

  /// An operator without an operand: the one before, else the one that comes.
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

  QueryNode fail(ByteSpan span, std::string message) {
    if (!error_) error_ = QueryError{span, std::move(message)};
    return {};
  }

  std::vector<Lexeme> lexemes_;
  ParseOptions options_;
  std::size_t position_ = 0;
  std::string field_;       ///< that the clauses stand in; empty: none
  bool filtering_ = false;  ///< `field_` is a filter
  std::size_t costly_clauses_ = 0;
  bool may_be_too_costly_;            ///< else there is nothing to count
  std::set<std::string> compounds_;   ///< that were counted
  std::optional<Analyzer> analyzer_;  ///< once needed: few queries are long enough to be counted
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

// SPDX-License-Identifier: GPL-3.0-or-later
/// Printing a tree and reading it back gives the same tree: for generated trees of every shape that
/// the parser promises, and for generated texts of whatever shape.
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

#include "pullquote/query.h"
#include "tests/searcher/query/tree_text.h"

namespace {

using namespace pullquote;
using Kind = QueryNode::Kind;

/// Random trees in the parser's normal form (see QueryNode).
class TreeMaker {
 public:
  explicit TreeMaker(unsigned seed) : random_(seed) {}

  QueryNode make(int depth) {
    switch (depth == 0 ? 0 : pick(6)) {
      case 1:
        return group(depth);
      case 2:
        return weighted(branch(Kind::And, depth, 2 + pick(2)));
      case 3:
        return weighted(branch(Kind::Or, depth, 2 + pick(2)));
      case 4:
        return weighted(branch(Kind::Not, depth, 2));
      case 5:
        return proximity();
      default:
        return leaf();
    }
  }

 private:
  int pick(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }

  template <std::size_t N>
  const char* one_of(const char* const (&words)[N]) {
    return words[static_cast<std::size_t>(pick(static_cast<int>(N)))];
  }

  std::string word() {
    return one_of({"truce", "U.N.", "cease-fire", "don't", "мир", "a::b", "x/y", "10:30", "C++",
                   "~home", "^ab", "http://example.org/?a=b", "😀", "and", "=odd"});
  }

  std::string text_field() { return one_of({"", "", "", "headline", "body", "quote"}); }

  QueryNode weighted(QueryNode node) {
    if (pick(4) == 0) node.boost = 0.25 * (1 + pick(12)) + 0.1 * pick(3);
    return node;
  }

  QueryNode text_leaf(const std::string& field) {
    QueryNode node;
    node.field = field;
    switch (pick(6)) {
      case 0:
        node.kind = Kind::Phrase;
        node.text = one_of({"cessation of hostilities", "AND", "a \"b\" c", "fin — «voilà»", "x"});
        break;
      case 1:
        node.kind = Kind::Prefix;
        node.text = one_of({"ce", "мир", "cease-f"});
        break;
      case 2:
        node.kind = Kind::Fuzzy;
        node.text = one_of({"mosul", "алеппо"});
        node.distance = static_cast<unsigned>(1 + pick(2));
        break;
      default:
        node.kind = Kind::Word;
        node.exact = pick(3) == 0;
        node.text = word();
        if (!node.exact && node.text[0] == '=') node.text.erase(0, 1);
    }
    return weighted(std::move(node));
  }

  QueryNode filter() {
    QueryNode node;
    node.kind = Kind::Filter;
    node.field = one_of({"speaker", "author", "keyword"});
    node.text = one_of({"toner", "Mark Toner", "a^2", "OR", "he said \"no\"", "-x"});
    return node;
  }

  QueryNode date() {
    QueryNode node;
    node.kind = Kind::Date;
    const std::int64_t unit = pick(2) == 0 ? 86400 : 1;
    const std::int64_t from = unit * (pick(20000) + 1);
    if (pick(3) > 0) node.range.from_seconds = from;
    if (!node.range.from_seconds || pick(2) == 0) {
      node.range.until_seconds = from + unit * (1 + pick(1000));
    }
    return node;
  }

  QueryNode said() {
    QueryNode node;
    node.kind = Kind::Said;
    for (int i = 0; i <= pick(3); ++i) {
      QueryNode part = text_leaf("");
      if (part.kind == Kind::Prefix || part.kind == Kind::Fuzzy) {
        part.kind = Kind::Word;
        part.distance = 0;
      }
      node.children.push_back(std::move(part));
    }
    return weighted(std::move(node));
  }

  QueryNode leaf() {
    switch (pick(8)) {
      case 0:
        return filter();
      case 1:
        return date();
      case 2:
        return said();
      default:
        return text_leaf(text_field());
    }
  }

  QueryNode branch(Kind kind, int depth, int children) {
    QueryNode node;
    node.kind = kind;
    for (int i = 0; i < children; ++i) node.children.push_back(make(depth - 1));
    return node;
  }

  QueryNode group(int depth) {
    QueryNode node = branch(Kind::Any, depth, 2 + pick(3));
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const int sign = pick(4);
      node.children[i].required = sign == 0;
      node.children[i].prohibited = sign == 1 && i > 0;
    }
    return weighted(std::move(node));
  }

  QueryNode proximity() {
    QueryNode node;
    node.kind = pick(2) == 0 ? Kind::Near : Kind::Adjacent;
    node.distance = static_cast<unsigned>(1 + pick(1000));
    const std::string field = text_field();
    for (int i = 0; i < 2 + pick(3); ++i) {
      if (pick(3) > 0) {
        node.children.push_back(text_leaf(field));
        continue;
      }
      QueryNode alternatives;
      alternatives.kind = Kind::Or;
      for (int j = 0; j < 2; ++j) alternatives.children.push_back(text_leaf(field));
      node.children.push_back(weighted(std::move(alternatives)));
    }
    return weighted(std::move(node));
  }

  std::mt19937 random_;
};

void check_round_trip(const QueryNode& tree) {
  const std::string text = to_string(tree);
  const auto outcome = parse_query(text, {});
  if (const auto* error = std::get_if<QueryError>(&outcome)) {
    BOOST_ERROR(text + " is an error: " + error->message);
    return;
  }
  const QueryNode& again = std::get<Query>(outcome).root;
  if (test::without_spans(again) == test::without_spans(tree)) return;
  BOOST_ERROR(text + "\nwas  " + test::tree_text(tree) + "\nread " + test::tree_text(again));
}

BOOST_AUTO_TEST_SUITE(query_round_trip)

BOOST_AUTO_TEST_CASE(generated_trees_survive_printing_and_parsing) {
  for (unsigned seed = 0; seed < 3000; ++seed) check_round_trip(TreeMaker(seed).make(3));
}

BOOST_AUTO_TEST_CASE(generated_texts_that_parse_survive_too) {
  const char* const pieces[] = {
      "truce",  " ",      " ",   "AND",    " OR ",  "NOT ",      "-",         "+",  "(",
      ")",      "\"",     "a b", "«",      "»",     "headline:", "source:",   "x",  "^2",
      "~",      "*",      "=",   "NEAR/3", " ADJ ", "said:(",    "date:2016", "..", "since:today",
      "\u201C", "\u201D", ":",   "/",      "\xFF",  "é",         "2",         "'",  ","};
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> piece(0, std::size(pieces) - 1);
  std::uniform_int_distribution<int> length(1, 12);
  int trees = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string text;
    for (int i = length(random); i > 0; --i) text += pieces[piece(random)];
    const auto outcome = parse_query(text, {});
    if (const auto* query = std::get_if<Query>(&outcome)) {
      ++trees;
      check_round_trip(query->root);
    }
  }
  BOOST_TEST(trees > 5000);
}

BOOST_AUTO_TEST_CASE(a_word_that_would_read_as_an_operator_is_printed_in_quotes) {
  QueryNode word;
  word.kind = Kind::Word;
  word.text = "OR";
  BOOST_TEST(to_string(word) == "\"OR\"");
}

BOOST_AUTO_TEST_CASE(canonical_text_uses_as_few_brackets_as_possible) {
  const auto canonical = [](std::string_view text) {
    return to_string(std::get<Query>(parse_query(text, {})).root);
  };
  BOOST_TEST(canonical("((a) (b)) AND ((c))") == "a b AND c");
  BOOST_TEST(canonical("(a AND b) OR c") == "a AND b OR c");
  BOOST_TEST(canonical("a AND (b OR c)") == "a AND (b OR c)");
  BOOST_TEST(canonical("headline:(a “b c”)^2") == "(headline:a headline:\"b c\")^2");
  BOOST_TEST(canonical("-(b NEAR c) a") == "-b NEAR/10 c a");
}

BOOST_AUTO_TEST_CASE(what_can_be_written_in_one_way_only_is_printed_in_that_way) {
  for (const char* text : {"said:NOT", "said:NOT(\"s\")", "said:AND^2 truce", "2l\uFF0C~1"}) {
    const auto outcome = parse_query(text, {});
    BOOST_REQUIRE(std::holds_alternative<Query>(outcome));
    check_round_trip(std::get<Query>(outcome).root);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

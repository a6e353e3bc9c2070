// SPDX-License-Identifier: GPL-3.0-or-later
// Boolean queries against set algebra, date ranges against a scan, orders of time against sorting.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

#include "tests/property/generated_articles.h"
#include "tests/support/hand_index.h"

BOOST_AUTO_TEST_SUITE(boolean_oracle)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

using Kind = QueryNode::Kind;
using Docs = std::set<std::size_t>;  ///< rows of HandIndex::articles()

QueryNode leaf(Kind kind, std::string text) {
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  return node;
}

/// A random tree and, beside it, what it should match.
class TreeMaker {
 public:
  TreeMaker(const HandIndex& index, ArticleGenerator& generator)
      : index_(index), generator_(generator) {
    Analyzer analyzer;
    for (const Article& article : index.articles()) {
      std::set<std::string> words;
      for (const StoredWord& word : stored_words(article, analyzer)) words.insert(word.term);
      words_.push_back(std::move(words));
    }
  }

  struct Tree {
    QueryNode node;
    Docs docs;
    bool restricts = false;  ///< filters and dates only
  };

  Tree make(int depth) {
    Dice& dice = generator_.dice();
    if (depth == 0 || dice.chance(0.25)) return make_leaf();
    switch (dice.roll(4)) {
      case 0:
        return make_all(depth);
      case 1:
        return make_alternatives(depth);
      case 2:
        return make_exclusion(depth);
      default:
        return make_any(depth);
    }
  }

 private:
  Tree make_leaf() {
    Dice& dice = generator_.dice();
    if (dice.chance(0.15)) return make_dates();
    if (dice.chance(0.15)) return make_source();
    Tree tree{leaf(Kind::Word, generator_.word()), {}, false};
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].contains(tree.node.text)) tree.docs.insert(i);
    }
    return tree;
  }

  Tree make_dates() {
    Tree tree{leaf(Kind::Date, ""), {}, true};
    TimeRange& range = tree.node.range;
    const auto time = [&] {
      return 1'400'000'000 + 86400 * static_cast<std::int64_t>(generator_.dice().roll(60));
    };
    if (generator_.dice().chance(0.8)) range.from_seconds = time();
    if (generator_.dice().chance(0.8)) range.until_seconds = time();
    for (std::size_t i = 0; i < index_.articles().size(); ++i) {
      const auto& published = index_.articles()[i].published;
      if (!published) continue;
      const bool after = !range.from_seconds || published->unix_seconds >= *range.from_seconds;
      const bool before = !range.until_seconds || published->unix_seconds < *range.until_seconds;
      if (after && before) tree.docs.insert(i);
    }
    return tree;
  }

  Tree make_source() {
    Tree tree{leaf(Kind::Filter, generator_.dice().chance(0.5) ? "first" : "second"), {}, true};
    tree.node.field = "source";
    for (std::size_t i = 0; i < index_.articles().size(); ++i) {
      if (index_.articles()[i].source == tree.node.text) tree.docs.insert(i);
    }
    return tree;
  }

  static Docs both(const Docs& a, const Docs& b) {
    Docs result;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                          std::inserter(result, result.end()));
    return result;
  }
  static Docs without(const Docs& a, const Docs& b) {
    Docs result;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(),
                        std::inserter(result, result.end()));
    return result;
  }

  std::vector<Tree> children(int depth) {
    std::vector<Tree> trees;
    for (std::size_t n = 2 + generator_.dice().roll(3); n > 0; --n)
      trees.push_back(make(depth - 1));
    return trees;
  }

  Tree make_all(int depth) {
    Tree tree{leaf(Kind::And, ""), everything(), true};
    for (Tree& child : children(depth)) {
      tree.docs = both(tree.docs, child.docs);
      tree.restricts = tree.restricts && child.restricts;
      tree.node.children.push_back(std::move(child.node));
    }
    return tree;
  }

  Tree make_alternatives(int depth) {
    Tree tree{leaf(Kind::Or, ""), {}, true};
    for (Tree& child : children(depth)) {
      tree.docs.insert(child.docs.begin(), child.docs.end());
      tree.restricts = tree.restricts && child.restricts;
      tree.node.children.push_back(std::move(child.node));
    }
    return tree;
  }

  Tree make_exclusion(int depth) {
    Tree kept = make(depth - 1);
    Tree excluded = make(depth - 1);
    Tree tree{leaf(Kind::Not, ""), without(kept.docs, excluded.docs),
              kept.restricts && excluded.restricts};
    tree.node.children = {std::move(kept.node), std::move(excluded.node)};
    return tree;
  }

  Tree make_any(int depth) {
    Tree tree{leaf(Kind::Any, ""), {}, true};
    Docs required = everything();
    Docs optional;
    Docs prohibited;
    bool must = false;
    bool may = false;
    for (Tree& child : children(depth)) {
      const bool last_chance = !must && !may;
      tree.restricts = tree.restricts && child.restricts;
      if (!last_chance && generator_.dice().chance(0.2)) {
        child.node.prohibited = true;
        prohibited.insert(child.docs.begin(), child.docs.end());
      } else if (child.restricts) {
        required = both(required, child.docs);
      } else if (generator_.dice().chance(0.3)) {
        child.node.required = true;
        required = both(required, child.docs);
        must = true;
      } else {
        optional.insert(child.docs.begin(), child.docs.end());
        may = true;
      }
      tree.node.children.push_back(std::move(child.node));
    }
    tree.docs = without(must || !may ? required : both(required, optional), prohibited);
    return tree;
  }

  Docs everything() const {
    Docs docs;
    for (std::size_t i = 0; i < words_.size(); ++i) docs.insert(i);
    return docs;
  }

  const HandIndex& index_;
  ArticleGenerator& generator_;
  std::vector<std::set<std::string>> words_;
};

std::vector<std::string> ids_in_order(const HandIndex& index, const Docs& docs, SortOrder order) {
  std::vector<std::size_t> rows(docs.begin(), docs.end());
  if (order == SortOrder::Oldest) {
    // Dated ones backwards, then those without a date.
    const auto undated = std::partition_point(rows.begin(), rows.end(), [&](std::size_t row) {
      return index.articles()[row].published.has_value();
    });
    std::reverse(rows.begin(), undated);
  }
  std::vector<std::string> ids;
  for (std::size_t row : rows) ids.push_back(index.articles()[row].id);
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_CASE(boolean_queries_agree_with_set_algebra) {
  ArticleGenerator generator(21, {.articles = 300, .vocabulary = 60, .longest_body = 25});
  const HandIndex index(generator.generate(), 2);
  TreeMaker maker(index, generator);
  Searcher searcher = index.searcher();
  for (int i = 0; i < 1000; ++i) {
    TreeMaker::Tree tree = maker.make(3);
    BOOST_TEST_CONTEXT(to_string(tree.node)) {
      SearchOptions options;
      options.snippets = false;
      options.limit = 1000;
      options.exact_count = true;
      options.sort = i % 2 == 0 ? SortOrder::Newest : SortOrder::Oldest;
      const ResultPage page = searcher.search({"", tree.node}, options);
      BOOST_TEST(page.matches == tree.docs.size());
      BOOST_TEST(ids_of(page) == ids_in_order(index, tree.docs, options.sort),
                 boost::test_tools::per_element());
      // Few hits, which lets the evaluation stop or prune: a prefix of the same, and the same set.
      options.limit = 5;
      options.exact_count = false;
      const std::vector<std::string> all = ids_in_order(index, tree.docs, options.sort);
      const auto few = ids_of(searcher.search({"", tree.node}, options));
      BOOST_TEST((few.size() == std::min<std::size_t>(5, all.size()) &&
                  std::equal(few.begin(), few.end(), all.begin())));
      options.sort = SortOrder::Rank;
      const std::set<std::string> known(all.begin(), all.end());
      const auto ranked = ids_of(searcher.search({"", tree.node}, options));
      BOOST_TEST(ranked.size() == few.size());
      for (const std::string& id : ranked) BOOST_TEST(known.contains(id));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/article_order.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "schema/store/columns.h"

using namespace pullquote;

namespace {

/// Entries whose ids are known to the test by their offsets.
class Table {
 public:
  void add(const std::string& id, std::int64_t published, std::int64_t revised,
           std::uint64_t hash = 0) {
    SpooledArticle article;
    article.id_hash = hash != 0 ? hash : std::hash<std::string>{}(id);
    article.published = published;
    article.revised = revised;
    article.order = entries.size();
    article.offset_bytes = entries.size();
    ids_[article.offset_bytes] = id;
    entries.push_back(article);
  }

  void add_version(const std::string& id, std::uint64_t version, std::int64_t revised,
                   bool is_withdrawn = false) {
    add(id, revised, revised);
    entries.back().version = version;
    entries.back().is_withdrawn = is_withdrawn;
  }

  IdLookup lookup() const {
    return [this](const SpooledArticle& article) { return ids_.at(article.offset_bytes); };
  }

  /// "id/order" of each entry.
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const SpooledArticle& entry : entries) {
      names.push_back(ids_.at(entry.offset_bytes) + "/" + std::to_string(entry.order));
    }
    return names;
  }

  std::vector<SpooledArticle> entries;

 private:
  std::map<std::uint64_t, std::string> ids_;
};

using Names = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(article_order)

BOOST_AUTO_TEST_CASE(the_version_revised_last_wins) {
  Table table;
  table.add("a", 100, 300);
  table.add("a", 200, 200);
  table.add("b", 1, 1);
  BOOST_TEST(settle_duplicates(table.entries, table.lookup()) == 1u);
  number_articles(table.entries, table.lookup());
  BOOST_TEST(table.names() == (Names{"a/0", "b/2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(among_equal_times_the_last_one_read_wins) {
  Table table;
  table.add("a", 5, 5);
  table.add("a", 5, 5);
  table.add("a", 5, 5);
  BOOST_TEST(settle_duplicates(table.entries, table.lookup()) == 2u);
  BOOST_TEST(table.names() == (Names{"a/2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_known_time_beats_an_unknown_one) {
  Table table;
  table.add("a", 5, 5);
  table.add("a", kUnknownTime, kUnknownTime);
  settle_duplicates(table.entries, table.lookup());
  BOOST_TEST(table.names() == (Names{"a/0"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_higher_version_wins_whatever_its_time) {
  Table table;
  table.add_version("a", 3, 100);
  table.add_version("a", 2, 900);
  BOOST_TEST(settle_duplicates(table.entries, table.lookup()) == 1u);
  BOOST_TEST(table.names() == (Names{"a/0"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_withdrawal_takes_the_versions_before_it_along) {
  Table table;
  table.add_version("a", 1, 100);
  table.add_version("a", 2, 200);
  table.add_version("b", 1, 100);
  table.add_version("a", 3, 300, true);
  BOOST_TEST(settle_duplicates(table.entries, table.lookup()) == 2u);
  BOOST_TEST(table.names() == (Names{"b/2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_version_after_a_withdrawal_is_kept) {
  Table table;
  table.add_version("a", 2, 200, true);
  table.add_version("a", 3, 300);
  BOOST_TEST(settle_duplicates(table.entries, table.lookup()) == 0u);
  BOOST_TEST(table.names() == (Names{"a/1"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_withdrawal_of_what_was_never_there_leaves_nothing) {
  Table table;
  table.add_version("a", 2, 200, true);
  BOOST_TEST(settle_duplicates(table.entries, table.lookup()) == 0u);
  BOOST_TEST(table.entries.empty());
}

BOOST_AUTO_TEST_CASE(equal_hashes_of_different_ids_are_no_duplicates) {
  Table table;
  table.add("a", 1, 1, 42);
  table.add("b", 2, 2, 42);
  table.add("a", 3, 3, 42);
  BOOST_TEST(settle_duplicates(table.entries, table.lookup()) == 1u);
  number_articles(table.entries, table.lookup());
  BOOST_TEST(table.names() == (Names{"a/2", "b/1"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_newest_comes_first_ties_go_by_id_and_unknown_times_last) {
  Table table;
  table.add("d", kUnknownTime, kUnknownTime);
  table.add("c", 10, 10);
  table.add("b", 10, 10);
  table.add("a", kUnknownTime, kUnknownTime);
  table.add("e", 20, 20);
  table.add("f", -20, -20);
  number_articles(table.entries, table.lookup());
  BOOST_TEST(table.names() == (Names{"e/4", "b/2", "c/1", "f/5", "a/3", "d/0"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nothing_is_in_order) {
  Table table;
  BOOST_TEST(settle_duplicates(table.entries, table.lookup()) == 0u);
  number_articles(table.entries, table.lookup());
  BOOST_TEST(table.entries.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

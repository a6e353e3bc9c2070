// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/collectors.h"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include "tests/support/temporary_directory.h"

namespace {

using namespace pullquote;

/// Columns of articles without words.
class Published {
 public:
  Published(std::initializer_list<std::int64_t> times) {
    Columns columns;
    columns.published = times;
    columns.lengths.resize(times.size());
    mapped_.emplace(folder_.write("columns", encode_columns(columns)));
    columns_.emplace(*mapped_);
  }
  operator const PartColumns&() const { return *columns_; }

 private:
  testing::TemporaryDirectory folder_;
  std::optional<MappedColumns> mapped_;
  std::optional<PartColumns> columns_;
};

/// Offers as an evaluation does: what the threshold excludes is left out.
void offer(BestMatches& best, DocId docid, Weight weight) {
  if (weight > best.threshold()) best.add(docid, weight);
}

std::vector<std::pair<std::uint32_t, DocId>> taken(BestMatches& best) {
  std::vector<std::pair<std::uint32_t, DocId>> matches;
  for (const Match& match : best.take()) matches.emplace_back(match.part, match.docid);
  return matches;
}

using Places = std::vector<std::pair<std::uint32_t, DocId>>;

}  // namespace

BOOST_AUTO_TEST_SUITE(collectors)

BOOST_AUTO_TEST_CASE(a_newer_tie_of_a_later_part_displaces_the_worst) {
  const Published old{100, 90};
  const Published recent{200, 190};
  BestMatches best(2);
  best.enter(0, old);
  offer(best, 1, 5);
  offer(best, 2, 7);
  best.enter(1, recent);
  offer(best, 1, 5);
  offer(best, 2, 5);
  BOOST_TEST((taken(best) == Places{{0, 2}, {1, 1}}));
}

BOOST_AUTO_TEST_CASE(an_older_tie_of_a_later_part_does_not) {
  const Published recent{200};
  const Published old{100, 90};
  BestMatches best(1);
  best.enter(0, recent);
  offer(best, 1, 5);
  best.enter(1, old);
  offer(best, 1, 5);
  BOOST_TEST((taken(best) == Places{{0, 1}}));
  BOOST_TEST(best.threshold() == 4);
}

BOOST_AUTO_TEST_CASE(what_is_expected_excludes_what_weighs_less_before_anything_was_found) {
  const Published columns{3, 2, 1};
  BestMatches best(2);
  best.enter(0, columns);
  best.expect(6);
  offer(best, 1, 5);
  BOOST_TEST(best.threshold() == 5);
  offer(best, 2, 6);
  offer(best, 3, 6);
  BOOST_TEST(best.threshold() == 6);
  best.expect(6);
  BOOST_TEST(best.threshold() == 6);
  BOOST_TEST((taken(best) == Places{{0, 2}, {0, 3}}));
}

BOOST_AUTO_TEST_CASE(what_one_part_expected_does_not_exclude_a_newer_tie_of_the_next) {
  const Published old{100};
  const Published recent{200};
  BestMatches best(1);
  best.enter(0, old);
  best.expect(6);
  offer(best, 1, 6);
  best.enter(1, recent);
  best.expect(4);
  offer(best, 1, 6);
  BOOST_TEST((taken(best) == Places{{1, 1}}));
}

BOOST_AUTO_TEST_CASE(who_wants_nothing_is_offered_nothing) {
  const Published columns{1};
  BestMatches best(0);
  best.enter(0, columns);
  best.expect(3);
  offer(best, 1, 1'000'000);
  BOOST_TEST(taken(best).empty());
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/ranking/collectors.h"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <utility>
#include <vector>

namespace {

using namespace pullquote;

PartColumns published_at(std::vector<std::int64_t> times) {
  Columns columns;
  columns.lengths.resize(times.size());
  columns.published = std::move(times);
  return PartColumns(std::move(columns));
}

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
  const PartColumns old = published_at({100, 90});
  const PartColumns recent = published_at({200, 190});
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
  const PartColumns recent = published_at({200});
  const PartColumns old = published_at({100, 90});
  BestMatches best(1);
  best.enter(0, recent);
  offer(best, 1, 5);
  best.enter(1, old);
  offer(best, 1, 5);
  BOOST_TEST((taken(best) == Places{{0, 1}}));
  BOOST_TEST(best.threshold() == 4);
}

BOOST_AUTO_TEST_CASE(what_is_expected_excludes_what_weighs_less_before_anything_was_found) {
  const PartColumns columns = published_at({3, 2, 1});
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
  const PartColumns old = published_at({100});
  const PartColumns recent = published_at({200});
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
  const PartColumns columns = published_at({1});
  BestMatches best(0);
  best.enter(0, columns);
  best.expect(3);
  offer(best, 1, 1'000'000);
  BOOST_TEST(taken(best).empty());
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/score_window.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <vector>

namespace {

using namespace pullquote;

using Sums = std::map<DocId, Weight>;

Sums read_off(ScoreWindow& window, Weight needed) {
  Candidates candidates;
  window.read_off(candidates, needed);
  Sums sums;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    BOOST_REQUIRE((i == 0 || candidates.docid(i - 1) < candidates.docid(i)));
    sums[candidates.docid(i)] = candidates.weight(i);
  }
  return sums;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(score_window)

/// Rounds of random runs, against a map.
void compare(std::mt19937& random, bool admitting_all) {
  constexpr Weight kStep = 10;
  const auto window = std::make_unique<ScoreWindow>();
  DocId begin = 1;
  for (int round = 0; round < 200; ++round) {
    const DocId size =
        round == 0 ? ScoreWindow::kSize : 1 + static_cast<DocId>(random()) % ScoreWindow::kSize;
    window->reset(begin, begin + size);
    Sums expected;
    const auto density = round == 0 ? 100 : 1 + random() % 100;
    for (int list = 0; list < 3; ++list) {
      const Weight needed = random() % 2 == 0 ? -1 : static_cast<Weight>(random() % 500);
      const auto admitted_above = static_cast<Weight>(random() % 3000) - 300;
      if (!admitting_all) window->admit_above(admitted_above);
      const bool has_impacts = list != 2 || round % 4 != 0;
      std::vector<DocId> docids;
      std::vector<Impact> impacts;
      for (DocId docid = begin; docid < begin + size; ++docid) {
        if (random() % 100 >= density) continue;
        docids.push_back(docid);
        impacts.push_back(static_cast<Impact>(1 + random() % 255));
        const Weight weight = has_impacts ? kStep * impacts.back() : 0;
        const bool admitted = admitting_all || weight > admitted_above || expected.contains(docid);
        if (weight > needed && admitted) expected[docid] += weight;
      }
      window->add_run(docids.data(), has_impacts ? impacts.data() : nullptr, docids.size(), kStep,
                      needed);
    }
    const auto needed = static_cast<Weight>(random() % 4000);
    std::erase_if(expected, [&](const auto& sum) { return sum.second <= needed; });
    BOOST_TEST_REQUIRE((read_off(*window, needed) == expected));
    begin += size;
  }
}

BOOST_AUTO_TEST_CASE(sums_are_those_of_all_runs_whatever_lies_in_a_row) {
  std::mt19937 random(5);
  compare(random, true);
}

BOOST_AUTO_TEST_CASE(sums_are_those_of_what_was_admitted) {
  std::mt19937 random(6);
  compare(random, false);
}

BOOST_AUTO_TEST_CASE(what_was_left_by_an_evaluation_that_broke_off_is_forgotten) {
  const auto window = std::make_unique<ScoreWindow>();
  window->reset(1, 100);
  window->add(10, 7);
  window->reset(1, 100);
  window->add(20, 1);
  BOOST_TEST((read_off(*window, -1) == Sums{{20, 1}}));
}

BOOST_AUTO_TEST_CASE(what_is_too_light_by_itself_only_adds_to_articles_that_others_have) {
  const auto window = std::make_unique<ScoreWindow>();
  window->reset(1, 100);
  window->add(10, 7);
  window->admit_above(5);
  const std::vector<DocId> docids{10, 20, 30};
  const std::vector<Impact> impacts{3, 5, 6};
  window->add_run(docids.data(), impacts.data(), docids.size(), 1, 0);
  window->add(40, 5);
  window->add(50, 9);
  BOOST_TEST((read_off(*window, -1) == Sums{{10, 10}, {30, 6}, {50, 9}}));

  window->reset(1, 100);
  window->add(20, 1);
  BOOST_TEST((read_off(*window, -1) == Sums{{20, 1}}));
}

BOOST_AUTO_TEST_CASE(an_article_that_weighs_nothing_is_one_nevertheless) {
  const auto window = std::make_unique<ScoreWindow>();
  window->reset(1, 100);
  const DocId docid = 64;
  window->add_run(&docid, nullptr, 1, 10, -1);
  BOOST_TEST((read_off(*window, -1) == Sums{{64, 0}}));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/pair_inverter.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/build/glass/encoding.h"
#include "indexer/build/glass/run_file.h"
#include "schema/ranked/word_pair.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;

namespace {

using Lists = std::vector<std::pair<std::string, std::vector<std::uint32_t>>>;

/// Terms and docids in the order of the file.
Lists read_run(const std::filesystem::path& path) {
  Lists lists;
  glass::RunReader run(path, 4096);
  std::string large;
  while (run.next()) {
    auto& [term, docids] = lists.emplace_back(run.entry().term, std::vector<std::uint32_t>());
    const char* from = run.read_bytes(large).data();
    std::uint32_t docid = 0;
    for (std::uint64_t i = 0; i < run.entry().count; ++i) {
      docids.push_back(docid += static_cast<std::uint32_t>(glass::read_uint(from)));
    }
  }
  return lists;
}

/// "a", "of" and "the" are frequent.
struct Fixture {
  FrequentWords words{{{"of", 1}, {"the", 1}, {"a", 1}}, 1};
  PairInverter pairs{words};
  testing::TemporaryDirectory folder;
  std::filesystem::path run = folder / "run";

  void add(std::uint32_t docid, const char* first, const char* second,
           PairPlace place = PairPlace::Anywhere) {
    pairs.add(docid, place, {first, words.number_of(first)}, {second, words.number_of(second)});
  }
};

BOOST_FIXTURE_TEST_SUITE(pair_inverter, Fixture)

BOOST_AUTO_TEST_CASE(a_run_has_pairs_in_byte_order_and_each_article_once) {
  add(2, "the", "a");
  add(2, "of", "the");
  add(2, "of", "the");
  add(5, "a", "a");
  add(9, "of", "the");
  pairs.write_run(run);
  const Lists expected{{pair_term(PairPlace::Anywhere, "a", "a"), {5}},
                       {pair_term(PairPlace::Anywhere, "of", "the"), {2, 9}},
                       {pair_term(PairPlace::Anywhere, "the", "a"), {2}}};
  BOOST_TEST((read_run(run) == expected));
}

BOOST_AUTO_TEST_CASE(other_words_have_lists_only_as_parts_of_a_known_compound) {
  add(1, "cease", "fire");
  add(1, "fire", "cease");
  add(1, "the", "ship");
  add(4, "cease", "fire");
  add(4, "of", "a");
  add(4, "the", "the");
  pairs.write_run(run);
  const Lists expected{{pair_term(PairPlace::Anywhere, "cease", "fire"), {1, 4}},
                       {pair_term(PairPlace::Anywhere, "of", "a"), {4}},
                       {pair_term(PairPlace::Anywhere, "the", "the"), {4}}};
  BOOST_TEST((read_run(run) == expected));
}

BOOST_AUTO_TEST_CASE(each_place_has_lists_of_its_own_in_byte_order) {
  add(1, "the", "a");
  add(1, "the", "a", PairPlace::Quote);
  add(3, "cease", "fire", PairPlace::Headline);
  add(3, "the", "a");
  add(4, "a", "the", PairPlace::Headline);
  pairs.write_run(run);
  const Lists expected{{pair_term(PairPlace::Headline, "a", "the"), {4}},
                       {pair_term(PairPlace::Headline, "cease", "fire"), {3}},
                       {pair_term(PairPlace::Quote, "the", "a"), {1}},
                       {pair_term(PairPlace::Anywhere, "the", "a"), {1, 3}}};
  BOOST_TEST((read_run(run) == expected));
}

BOOST_AUTO_TEST_CASE(an_article_that_repeats_itself_for_ever_takes_bounded_memory) {
  for (int i = 0; i < 3'000'000; ++i) add(1, "of", "the");
  add(1, "the", "of");
  add(2, "of", "the");
  BOOST_TEST(pairs.use_bytes() <= 9u << 20);
  pairs.write_run(run);
  BOOST_TEST((read_run(run) == Lists{{pair_term(PairPlace::Anywhere, "of", "the"), {1, 2}},
                                     {pair_term(PairPlace::Anywhere, "the", "of"), {1}}}));
}

BOOST_AUTO_TEST_CASE(pairs_of_the_longest_words_are_read_back) {
  const std::string first(245, 'a');
  const std::string second(245, 'b');
  const FrequentWords longest({{first, 1}, {second, 1}}, 1);
  PairInverter inverter(longest);
  inverter.add(3, PairPlace::Quote, {first, longest.number_of(first)},
               {second, longest.number_of(second)});
  inverter.write_run(run);
  BOOST_TEST((read_run(run) == Lists{{pair_term(PairPlace::Quote, first, second), {3}}}));
}

BOOST_AUTO_TEST_CASE(after_a_run_it_begins_anew) {
  add(1, "of", "the");
  BOOST_TEST(pairs.use_bytes() > 0u);
  pairs.write_run(run);
  BOOST_TEST(pairs.use_bytes() == 0u);
  add(7, "the", "of");
  pairs.write_run(run);
  BOOST_TEST((read_run(run) == Lists{{pair_term(PairPlace::Anywhere, "the", "of"), {7}}}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

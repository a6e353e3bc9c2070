// SPDX-License-Identifier: GPL-3.0-or-later
// What is derived from the databases is what the build wrote beside them, and nothing else changes.
#include "indexer/build/generation_ranking.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "pullquote/publisher.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "tests/indexer/publish/failing_filesystem.h"
#include "tests/indexer/publish/small_disk.h"
#include "tests/support/test_index.h"

using namespace pullquote;
using namespace pullquote::testing;
namespace bdata = boost::unit_test::data;

namespace {

const std::vector<std::string> kRankedNames{kRankedPostingsName, kRankedPositionsName,
                                            kRankedPairsName, kRankedIdsName};

/// Articles enough for lists of several blocks and windows, and one with all that is special about
/// words: compounds in three spellings, accents, capitals, the same word twice, an endless one.
std::string articles() {
  return many_articles(700) +
         R"({"id":"odd","headline":"Cease-fire, ceasefire, cease fire","language":"fr","body":"L'été à Éclair: )" +
         std::string(300, 'x') + R"( the the the cease fire of the year"})" + "\n";
}

RankReport rank(TestIndex& index, unsigned keep = 9) {
  return rank_index({index.path(), keep}, index.reporter());
}

std::filesystem::path folder_of(const TestIndex& index, const GenerationId& id) {
  return index.path() / "generations" / id.value;
}

/// The ranked files of a generation by name; those that are missing are empty.
std::map<std::string, std::string> ranked_files(const std::filesystem::path& generation) {
  std::map<std::string, std::string> files;
  for (const std::string& name : kRankedNames) files[name] = read_file(generation / name);
  return files;
}

void damage(const std::filesystem::path& file) {
  std::string bytes = read_file(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  std::ofstream(file, std::ios::binary) << bytes;
}

struct Case {
  std::string name;
  BuildOptions options;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }
};

Case variant(const std::string& name, void (*change)(BuildOptions&)) {
  Case c{name, {}};
  change(c.options);
  return c;
}

const std::vector<Case> kCases{
    variant("as usual", [](BuildOptions&) {}),
    variant("with lists of terms", [](BuildOptions& options) { options.termlists = true; }),
    variant("without stored text", [](BuildOptions& options) { options.stored_text = false; }),
    variant("with other weights", [](BuildOptions& options) {
      options.ranking.weights.headline = 1;
      options.ranking.k1 = 0.7;
    })};

BOOST_AUTO_TEST_SUITE(generation_ranking)

BOOST_DATA_TEST_CASE(the_files_derived_are_those_that_the_build_wrote, bdata::make(kCases), c) {
  TestIndex index;
  const BuildReport built = index.build(articles(), c.options);
  const auto expected = ranked_files(index.generation(built));
  for (const std::string& name : kRankedNames) damage(index.generation(built) / name);

  const RankReport report = rank(index);
  BOOST_TEST((report.base == built.generation));
  BOOST_TEST((read_current(index.path()) == report.generation));
  BOOST_TEST((ranked_files(folder_of(index, report.generation)) == expected));
  BOOST_TEST(report.index_bytes == built.index_bytes);
  BOOST_TEST(report.articles == 701u);
  BOOST_TEST(verify_generation(index.path(), report.generation).empty());
}

BOOST_AUTO_TEST_CASE(a_generation_of_a_program_without_ranked_files_gets_them) {
  TestIndex index;
  const BuildReport built = index.build(articles());
  const auto folder = index.generation(built);
  const auto expected = ranked_files(folder);
  Manifest manifest = read_manifest(folder);
  for (const std::string& name : kRankedNames) {
    manifest.checksums.erase(name);
    std::filesystem::remove(folder / name);
  }
  std::ofstream(folder / kManifestName) << to_json(manifest);

  const RankReport report = rank(index);
  BOOST_TEST((ranked_files(folder_of(index, report.generation)) == expected));
  BOOST_TEST(verify_generation(index.path(), report.generation).empty());
}

BOOST_AUTO_TEST_CASE(a_single_article_is_enough) {
  TestIndex index({R"({"id":"a","headline":"Harbour","body":"Sold."})"});
  const auto before = ranked_files(folder_of(index, read_current(index.path())));
  BOOST_TEST((ranked_files(folder_of(index, rank(index).generation)) == before));
}

BOOST_AUTO_TEST_CASE(all_other_files_are_shared_and_the_old_generation_stays_as_it_is) {
  TestIndex index;
  const BuildReport built = index.build(articles());
  const auto old = index.generation(built);
  const std::string manifest = read_file(old / kManifestName);
  const auto fresh = folder_of(index, rank(index).generation);
  BOOST_TEST(read_file(old / kManifestName) == manifest);
  for (const auto& [path, checksum] : read_manifest(fresh).checksums) {
    const bool derived = ranked_files(fresh).contains(path);
    BOOST_TEST(std::filesystem::equivalent(old / path, fresh / path) == !derived, path);
  }
  BOOST_TEST(verify_generation(index.path(), built.generation).empty());
}

BOOST_AUTO_TEST_CASE(what_was_ranked_can_be_ranked_again_after_its_base_is_gone) {
  TestIndex index;
  const BuildReport built = index.build(articles());
  rank(index, 1);
  const RankReport again = rank(index, 1);
  BOOST_TEST(list_generations(index.path()).size() == 1u);
  BOOST_TEST((read_manifest(folder_of(index, again.generation)).databases == built.generation));
  BOOST_TEST(verify_generation(index.path(), again.generation).empty());
}

BOOST_AUTO_TEST_CASE(a_lean_index_keeps_its_positions_and_gets_the_rest) {
  TestIndex index;
  BuildOptions options;
  options.lean = true;
  const auto old = index.generation(index.build(articles(), options));
  const auto expected = ranked_files(old);
  for (const std::string& name : kRankedNames) {
    if (name != kRankedPositionsName) damage(old / name);
  }
  const RankReport report = rank(index);
  const auto fresh = folder_of(index, report.generation);
  BOOST_TEST((ranked_files(fresh) == expected));
  BOOST_TEST(std::filesystem::equivalent(old / kRankedPositionsName, fresh / kRankedPositionsName));
  BOOST_TEST(verify_generation(index.path(), report.generation).empty());
}

BOOST_AUTO_TEST_CASE(a_lean_index_without_sound_positions_is_refused) {
  TestIndex index;
  BuildOptions options;
  options.lean = true;
  const BuildReport built = index.build(articles(), options);
  const auto positions = index.generation(built) / kRankedPositionsName;
  const auto names_the_reason = [](const BuildRefused& error) {
    return std::string_view(error.what()).find("lean index has no positions") !=
           std::string_view::npos;
  };
  damage(positions);
  BOOST_CHECK_EXCEPTION(rank(index), BuildRefused, names_the_reason);
  std::filesystem::remove(positions);
  BOOST_CHECK_EXCEPTION(rank(index), BuildRefused, names_the_reason);
  BOOST_TEST((read_current(index.path()) == built.generation));
  BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));
}

BOOST_AUTO_TEST_CASE(nothing_is_derived_from_a_damaged_file) {
  for (const std::string name : {"articles/postlist.glass", "quotes/docdata.glass", "families"}) {
    TestIndex index;
    const BuildReport built = index.build(articles());
    damage(index.generation(built) / name);
    BOOST_CHECK_EXCEPTION(rank(index), IndexCorrupt, [&](const IndexCorrupt& error) {
      return std::string_view(error.what()).find(name) != std::string_view::npos;
    });
    BOOST_TEST((read_current(index.path()) == built.generation));
    BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));
  }
}

BOOST_AUTO_TEST_CASE(as_many_generations_stay_as_asked_for) {
  TestIndex index;
  index.build(articles());
  const BuildReport second = index.build(articles());
  const RankReport report = rank(index, 2);
  const auto list = list_generations(index.path());
  BOOST_REQUIRE(list.size() == 2u);
  BOOST_TEST((list[0].id == report.generation));
  BOOST_TEST((list[1].id == second.generation));
}

BOOST_AUTO_TEST_CASE(without_an_index_nothing_is_made) {
  TestIndex index;
  BOOST_CHECK_THROW(rank(index), IndexUnavailable);
  BOOST_TEST(!std::filesystem::exists(index.path()));
}

BOOST_AUTO_TEST_CASE(a_ranking_that_is_asked_to_stop_leaves_the_old_generation) {
  TestIndex index;
  const BuildReport built = index.build(articles());
  std::stop_source stop;
  stop.request_stop();
  BOOST_CHECK_THROW(rank_index({index.path(), 2}, index.reporter(), stop.get_token()), Interrupted);
  BOOST_TEST((read_current(index.path()) == built.generation));
  BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));
}

BOOST_AUTO_TEST_CASE(a_ranking_that_the_disk_cannot_hold_is_refused_before_it_begins) {
  TestIndex index;
  const BuildReport built = index.build(articles());
  testing::SmallDisk disk(1000);
  BOOST_CHECK_EXCEPTION(rank_generation({index.path(), 2}, index.reporter(), {}, disk), WriteFailed,
                        [](const WriteFailed& error) {
                          const std::string text = error.what();
                          return text.find("1.0 kB are free") != std::string::npos &&
                                 text.find("--unchecked-space") != std::string::npos;
                        });
  BOOST_TEST((read_current(index.path()) == built.generation));
  BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));

  RankOptions options{index.path(), 2};
  options.check_space = false;
  BOOST_CHECK_NO_THROW(rank_generation(options, index.reporter(), {}, disk));
}

BOOST_AUTO_TEST_CASE(a_disk_that_fails_at_any_step_leaves_a_whole_index) {
  const std::string input = many_articles(20);
  FailingFilesystem rehearsal(0);
  {
    TestIndex index;
    index.build(input);
    rank_generation({index.path(), 2}, index.reporter(), {}, rehearsal);
  }
  for (unsigned step = 1; step <= rehearsal.steps(); ++step) {
    BOOST_TEST_CONTEXT("failing at step " << step) {
      TestIndex index;
      index.build(input);
      FailingFilesystem disk(step);
      try {
        rank_generation({index.path(), 2}, index.reporter(), {}, disk);
      } catch (const WriteFailed&) {
        // What counts is what is left.
      }
      BOOST_TEST(verify_generation(index.path(), read_current(index.path())).empty());
      rank(index);
      BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));
    }
  }
}

BOOST_AUTO_TEST_CASE(stages_are_told_in_order) {
  TestIndex index;
  index.build(articles());
  CollectingReporter reporter;
  const RankReport report = rank_index({index.path(), 2}, reporter);
  const std::vector<std::string> told{"checking", "ranking", "pairing", "verifying", "publishing"};
  BOOST_TEST(reporter.stages() == told, boost::test_tools::per_element());
  std::vector<std::string> timed;
  for (const auto& [stage, seconds] : report.stages) timed.push_back(stage);
  const std::vector<std::string> expected{"checking", "ranking", "verifying", "publishing"};
  BOOST_TEST(timed == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

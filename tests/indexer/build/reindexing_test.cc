// SPDX-License-Identifier: GPL-3.0-or-later
/// Whatever a generation has beside its stored articles is a function of them.
#include "indexer/build/reindexing.h"

#include <xapian.h>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "pullquote/publisher.h"
#include "schema/io/index_damage.h"
#include "schema/store/manifest.h"
#include "tests/indexer/publish/small_disk.h"
#include "tests/support/test_index.h"

using namespace pullquote;
using pullquote::testing::TestIndex;

namespace {

/// The files that hold no id of a generation, by their paths.
std::map<std::string, std::string> files_of(const std::filesystem::path& generation) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(generation)) {
    const std::filesystem::path name = entry.path().filename();
    const bool names_generation =
        name == "manifest.json" || name == "iamglass" || name == "postlist.glass";
    if (!entry.is_regular_file() || names_generation) continue;
    files[entry.path().lexically_relative(generation)] = testing::read_file(entry.path());
  }
  return files;
}

/// Names of files that differ or are missing on one side.
std::vector<std::string> differences(const std::filesystem::path& a,
                                     const std::filesystem::path& b) {
  auto left = files_of(a);
  auto right = files_of(b);
  std::vector<std::string> differing;
  for (const auto& [path, bytes] : left) {
    const auto other = right.find(path);
    if (other == right.end() || other->second != bytes) differing.push_back(path);
  }
  for (const auto& [path, bytes] : right) {
    if (!left.contains(path)) differing.push_back(path);
  }
  return differing;
}

ReindexReport reindex_of(TestIndex& index, ReindexOptions options = {}) {
  options.index = index.path();
  return reindex(options, index.reporter());
}

std::filesystem::path folder_of(const TestIndex& index, const GenerationId& id) {
  return index.path() / "generations" / id.value;
}

/// Flips a bit in the middle of a file.
void damage(const std::filesystem::path& file) {
  std::string bytes = testing::read_file(file);
  bytes[bytes.size() / 2] ^= 1;
  std::ofstream(file, std::ios::binary) << bytes;
}

BOOST_AUTO_TEST_SUITE(reindexing)

BOOST_AUTO_TEST_CASE(a_reindexed_generation_has_the_files_of_the_build) {
  for (const XapianContent content : {XapianContent::Stems, XapianContent::Full}) {
    for (const int compression : {0, 3}) {
      TestIndex index;
      BuildOptions options;
      options.xapian = content;
      options.compression = compression;
      options.ranking.weights = {.headline = 5, .body = 2, .quote = 7};
      options.ranking.k1 = 1.25;
      const BuildReport built = index.build(testing::many_articles(300), options);
      const ReindexReport again = reindex_of(index);
      BOOST_TEST((again.base == built.generation));
      BOOST_TEST((read_current(index.path()) == again.generation));
      BOOST_TEST(differences(index.generation(built), folder_of(index, again.generation)).empty());
      BOOST_TEST(again.articles == built.indexed);
      BOOST_TEST(again.quotes == built.quotes);
      BOOST_TEST(again.text_bytes == built.text_bytes);
      BOOST_TEST(verify_generation(index.path(), again.generation).empty());

      Manifest before = read_manifest(index.generation(built));
      Manifest after = read_manifest(folder_of(index, again.generation));
      BOOST_TEST((before.ranking == after.ranking));
      BOOST_TEST(before.inputs == after.inputs);
      BOOST_TEST((before.options == after.options));
      BOOST_TEST((before.languages == after.languages));
    }
  }
}

BOOST_AUTO_TEST_CASE(derived_files_that_were_lost_or_damaged_are_made_anew) {
  for (const char* const name :
       {"columns", "ranked.postings", "ranked.positions", "ranked.pairs", "ranked.ids",
        "quotes.postings", "quotes.columns", "articles.blocks", "articles/iamglass",
        "articles/postlist.glass"}) {
    for (const bool lost : {true, false}) {
      TestIndex index;
      const BuildReport whole = index.build(testing::many_articles(100));
      const BuildReport built = index.build(testing::many_articles(100));
      const std::filesystem::path file = index.part(built) / name;
      if (lost) {
        std::filesystem::remove(file);
      } else {
        damage(file);
      }
      const ReindexReport again = reindex_of(index, {.keep = 3});
      BOOST_TEST(differences(index.generation(whole), folder_of(index, again.generation)).empty(),
                 name);
    }
  }
}

BOOST_AUTO_TEST_CASE(damaged_articles_are_not_reindexed) {
  for (const char* const name : {"articles/docdata.glass", "articles.dictionary"}) {
    for (const bool without_blocks : {false, true}) {
      for (const bool lost : {false, true}) {
        TestIndex index;
        const BuildReport built = index.build(testing::many_articles(200));
        if (without_blocks) std::filesystem::remove(index.part(built) / "articles.blocks");
        if (lost) {
          std::filesystem::remove(index.part(built) / name);
        } else {
          damage(index.part(built) / name);
        }
        BOOST_CHECK_EXCEPTION(reindex_of(index), Error, [&](const Error& error) {
          const std::string message = error.what();
          return message.find(name) != std::string::npos && message.ends_with(kIndexRemedy);
        });
        BOOST_TEST((read_current(index.path()) == built.generation));
        BOOST_TEST(!std::filesystem::exists(index.path() / "staging" / "spool"));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(without_its_manifest_a_generation_says_what_is_lost_and_what_helps) {
  for (const bool lost : {false, true}) {
    TestIndex index;
    const BuildReport older = index.build(testing::many_articles(20));
    const BuildReport built = index.build(testing::many_articles(20));
    const std::filesystem::path manifest = index.generation(built) / "manifest.json";
    if (lost) {
      std::filesystem::remove(manifest);
    } else {
      damage(manifest);
    }
    BOOST_CHECK_EXCEPTION(reindex_of(index), Error, [&](const Error& error) {
      const std::string message = error.what();
      return message.find(manifest.string()) != std::string::npos &&
             message.find("weights and options") != std::string::npos &&
             message.ends_with(kIndexRemedy);
    });
    BOOST_TEST((read_current(index.path()) == built.generation));
    BOOST_TEST(reindex_of(index, {.generation = older.generation}).articles == 20u);
  }
}

BOOST_AUTO_TEST_CASE(weights_constants_and_contents_are_those_asked_for) {
  TestIndex index;
  index.build(testing::many_articles(50));
  const FieldWeights weights{.headline = 3, .body = 2, .quote = 5};
  const ReindexReport again =
      reindex_of(index, {.weights = weights, .k1 = 1.0, .b = 0.5, .xapian = XapianContent::Full});
  BuildOptions options;
  options.ranking.weights = weights;
  options.ranking.k1 = 1.0;
  options.ranking.b = 0.5;
  options.xapian = XapianContent::Full;
  TestIndex other;
  const BuildReport built = other.build(testing::many_articles(50), options);
  BOOST_TEST(differences(other.generation(built), folder_of(index, again.generation)).empty());
}

BOOST_AUTO_TEST_CASE(a_disk_that_cannot_hold_it_is_refused_before_anything_is_read) {
  TestIndex index;
  const BuildReport built = index.build(testing::many_articles(2000));
  testing::SmallDisk disk(2'000'000);
  ReindexOptions options{.index = index.path()};
  BOOST_CHECK_THROW(reindex_generation(options, index.reporter(), {}, disk), WriteFailed);
  BOOST_TEST((read_current(index.path()) == built.generation));
  options.check_space = false;
  BOOST_CHECK_NO_THROW(reindex_generation(options, index.reporter(), {}, disk));
}

BOOST_AUTO_TEST_CASE(where_nothing_is_published_nothing_is_made) {
  const testing::TemporaryDirectory folder;
  testing::CollectingReporter reporter;
  BOOST_CHECK_THROW(reindex({.index = folder / "index"}, reporter), IndexUnavailable);
  BOOST_TEST(!std::filesystem::exists(folder / "index"));
}

BOOST_AUTO_TEST_CASE(a_reindexing_that_is_interrupted_leaves_what_was_published) {
  TestIndex index;
  const BuildReport built = index.build(testing::many_articles(50));
  std::stop_source stop;
  stop.request_stop();
  BOOST_CHECK_THROW(reindex({.index = index.path()}, index.reporter(), stop.get_token()),
                    Interrupted);
  BOOST_TEST((read_current(index.path()) == built.generation));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/publish.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/build/generation_build.h"
#include "pullquote/error.h"
#include "pullquote/publisher.h"
#include "schema/store/generation_lock.h"
#include "schema/store/manifest.h"
#include "tests/indexer/publish/crashing_filesystem.h"
#include "tests/indexer/publish/failing_filesystem.h"
#include "tests/support/test_index.h"

using namespace pullquote;
using testing::CrashingFilesystem;
using testing::FailingFilesystem;
using testing::PowerLoss;

namespace {

const GenerationId kOld{"20240101T000000Z-0001"};
const GenerationId kNew{"20240102T000000Z-0001"};
const StoreLayout kStore{"/index"};

/// An index with a published generation and a staged one that nobody has synced.
void prepare(CrashingFilesystem& disk) {
  disk.write(kStore.current(), kOld.value + "\n");
  disk.write(kStore.generation(kOld) / "articles/postlist.glass", "old postings");
  disk.write(kStore.generation(kOld) / "manifest.json", "old manifest");
  disk.settle();
  disk.write(kStore.staging(kNew) / "articles/postlist.glass", "new postings");
  disk.write(kStore.staging(kNew) / "manifest.json", "new manifest");
}

using Files = std::map<std::filesystem::path, std::string>;

bool holds(const Files& files, const std::filesystem::path& file, const std::string& bytes) {
  const auto found = files.find(file);
  return found != files.end() && found->second == bytes;
}

/// Which complete generation a searcher would open; "" when there is none.
std::string opened(const Files& files) {
  for (const auto& [id, name] : {std::pair{kOld, "old"}, std::pair{kNew, "new"}}) {
    if (holds(files, kStore.current(), id.value + "\n") &&
        holds(files, kStore.generation(id) / "articles/postlist.glass",
              std::string(name) + " postings") &&
        holds(files, kStore.generation(id) / "manifest.json", std::string(name) + " manifest")) {
      return name;
    }
  }
  return "";
}

const std::string kInput = testing::lines_of({R"({"id":"a","headline":"one","body":"text"})"});

/// Builds on a disk that may fail, and tells with what message.
/// @return the new generation if the build says it is published.
std::optional<GenerationId> build_on(FailingFilesystem& disk, testing::TestIndex& index,
                                     std::string& failure) {
  const auto file = index.folder().write("input.jsonl", kInput);
  BuildOptions options;
  options.index = index.path();
  options.inputs = {file.string()};
  try {
    return build_generation(options, index.reporter(), {}, disk).generation;
  } catch (const WriteFailed& error) {
    failure = error.what();
    return std::nullopt;
  }
}

BOOST_AUTO_TEST_SUITE(publish)

BOOST_AUTO_TEST_CASE(a_power_loss_at_any_step_leaves_a_complete_generation) {
  CrashingFilesystem rehearsal;
  prepare(rehearsal);
  publish_staged(rehearsal, kStore, kNew);
  BOOST_TEST(opened(rehearsal.survivors(false)) == "new");

  for (unsigned step = 1; step <= rehearsal.steps(); ++step) {
    CrashingFilesystem disk(step);
    prepare(disk);
    BOOST_CHECK_THROW(publish_staged(disk, kStore, kNew), PowerLoss);
    for (const bool eager : {false, true}) {
      const std::string generation = opened(disk.survivors(eager));
      BOOST_TEST((generation == "old" || generation == "new"),
                 "nothing whole after step " << step << (eager ? ", names first" : ""));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_model_notices_steps_in_a_wrong_order) {
  // The data is synced after its name: a power loss in between must show.
  CrashingFilesystem disk(4);
  prepare(disk);
  disk.rename(kStore.staging(kNew), kStore.generation(kNew));
  disk.write_synced(kStore.next_current(), kNew.value + "\n");
  disk.rename(kStore.next_current(), kStore.current());
  BOOST_CHECK_THROW(disk.sync_tree(kStore.generation(kNew)), PowerLoss);
  BOOST_TEST(opened(disk.survivors(true)) == "");
}

BOOST_AUTO_TEST_CASE(a_disk_that_fails_at_any_step_leaves_a_whole_index) {
  FailingFilesystem rehearsal(0);
  std::string failure;
  {
    testing::TestIndex index;
    index.build(kInput);
    build_on(rehearsal, index, failure);
  }
  for (unsigned step = 1; step <= rehearsal.steps(); ++step) {
    BOOST_TEST_CONTEXT("failing at step " << step) {
      testing::TestIndex index;
      const BuildReport before = index.build(kInput);
      FailingFilesystem disk(step);
      const auto built = build_on(disk, index, failure);
      const GenerationId current = read_current(index.path());
      BOOST_TEST(
          (current == before.generation || verify_generation(index.path(), current).empty()));
      if (built) {
        BOOST_TEST((current == *built));
      } else {
        BOOST_TEST((current == before.generation), failure);
      }
      // What was not published is gone.
      const std::size_t expected = current == before.generation ? 1 : 2;
      BOOST_TEST(list_generations(index.path()).size() == expected);
      // The index goes on working.
      const BuildReport after = index.build(kInput);
      BOOST_TEST((read_current(index.path()) == after.generation));
      BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));
    }
  }
}

BOOST_AUTO_TEST_CASE(ids_rise_even_when_the_clock_goes_back) {
  constexpr std::int64_t kNow = 1704153600;  // 2024-01-02T00:00:00Z
  BOOST_TEST(next_generation_id(kNow, {}).value == "20240102T000000Z-0001");
  BOOST_TEST(next_generation_id(kNow, {kOld}).value == "20240102T000000Z-0001");
  BOOST_TEST(next_generation_id(kNow, {kOld, kNew}).value == "20240102T000000Z-0002");
  BOOST_TEST(next_generation_id(kNow - 86400 * 30, {kOld, kNew}).value == "20240102T000000Z-0002");
  BOOST_TEST(next_generation_id(kNow, {{"20240102T000000Z-9999"}}).value ==
             "20240102T000001Z-0001");
}

BOOST_AUTO_TEST_CASE(the_oldest_generations_go_and_never_the_published_one) {
  const std::vector<GenerationId> ids{{"1"}, {"2"}, {"3"}, {"4"}};
  using Ids = std::vector<GenerationId>;
  BOOST_TEST((surplus_generations(ids, GenerationId{"4"}, 2) == Ids{{"1"}, {"2"}}));
  BOOST_TEST((surplus_generations(ids, GenerationId{"1"}, 2) == Ids{{"2"}, {"3"}}));
  BOOST_TEST((surplus_generations(ids, GenerationId{"4"}, 9) == Ids{}));
  BOOST_TEST((surplus_generations(ids, GenerationId{"2"}, 0) == Ids{{"1"}, {"3"}, {"4"}}));
}

BOOST_AUTO_TEST_CASE(a_generation_that_is_read_stays_until_it_is_not) {
  const testing::TemporaryDirectory folder;
  const StoreLayout store{folder.path()};
  folder.write("CURRENT", kNew.value + "\n");
  for (const GenerationId& id : {kOld, kNew}) {
    folder.write("generations/" + id.value + "/manifest.json", "{}");
  }
  {
    const GenerationHold reader(store.generation(kOld));
    BOOST_TEST((remove_surplus(real_filesystem(), store, 1) == std::vector<GenerationId>{kOld}));
    BOOST_TEST((generations_on_disk(store) == std::vector<GenerationId>{kOld, kNew}));
  }
  BOOST_TEST(remove_surplus(real_filesystem(), store, 1).empty());
  BOOST_TEST((generations_on_disk(store) == std::vector<GenerationId>{kNew}));
}

BOOST_AUTO_TEST_CASE(names_that_are_no_ids_are_no_generations) {
  const testing::TemporaryDirectory folder;
  const StoreLayout store{folder.path()};
  BOOST_TEST(generations_on_disk(store).empty());
  folder.write("generations/20240102T000000Z-0001/manifest.json", "{}");
  folder.write("generations/20240101T000000Z-0001/manifest.json", "{}");
  folder.write("generations/notes.txt", "");
  BOOST_TEST((generations_on_disk(store) == std::vector<GenerationId>{kOld, kNew}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/publisher.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "schema/store/manifest.h"
#include "tests/support/test_index.h"

using namespace pullquote;

namespace {

constexpr std::string_view kLine =
    R"({"id":"a","headline":"one two three","body":"\"We will see what comes,\" Ann Lee said."})";

/// Changes one byte in the middle of a file.
void damage(const std::filesystem::path& file) {
  std::string bytes = testing::read_file(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  std::ofstream(file, std::ios::binary) << bytes;
}

bool any_mentions(const std::vector<std::string>& faults, std::string_view what) {
  for (const std::string& fault : faults) {
    if (fault.find(what) != std::string::npos) return true;
  }
  return false;
}

BOOST_AUTO_TEST_SUITE(publisher)

BOOST_AUTO_TEST_CASE(rollback_goes_back_one_and_forward_to_any) {
  testing::TestIndex index;
  const auto line = testing::lines_of({kLine});
  const BuildReport first = index.build(line);
  const BuildReport second = index.build(line);
  BOOST_TEST((rollback(index.path()) == first.generation));
  BOOST_TEST((read_current(index.path()) == first.generation));
  BOOST_CHECK_THROW(rollback(index.path()), IndexUnavailable);  // nothing before the first
  BOOST_TEST((rollback(index.path(), second.generation) == second.generation));
  BOOST_TEST((read_current(index.path()) == second.generation));
}

BOOST_AUTO_TEST_CASE(rollback_to_what_is_not_there_changes_nothing) {
  testing::TestIndex index({kLine});
  const GenerationId current = read_current(index.path());
  BOOST_CHECK_THROW(rollback(index.path(), GenerationId{"20000101T000000Z-0001"}),
                    IndexUnavailable);
  BOOST_CHECK_THROW(rollback(index.path() / "nowhere"), IndexUnavailable);
  BOOST_TEST((read_current(index.path()) == current));
}

BOOST_AUTO_TEST_CASE(rollback_mends_a_damaged_current) {
  testing::TestIndex index;
  const BuildReport report = index.build(testing::lines_of({kLine}));
  index.folder().write("index/CURRENT", "nonsense");
  BOOST_TEST((rollback(index.path()) == report.generation));
  BOOST_TEST((read_current(index.path()) == report.generation));
}

BOOST_AUTO_TEST_CASE(generations_are_listed_newest_first_without_incomplete_ones) {
  testing::TestIndex index;
  const BuildReport first = index.build(testing::lines_of({kLine}));
  const BuildReport second = index.build(testing::lines_of({kLine}));
  std::filesystem::create_directories(index.path() / "generations/20990101T000000Z-0001");
  const auto list = list_generations(index.path());
  BOOST_REQUIRE(list.size() == 2u);
  BOOST_TEST((list[0].manifest.id == second.generation));
  BOOST_TEST(list[0].published);
  BOOST_TEST((list[1].manifest.id == first.generation));
  BOOST_TEST(!list[1].published);
}

BOOST_AUTO_TEST_CASE(an_index_without_generations_lists_none_and_no_index_is_an_error) {
  const testing::TemporaryDirectory folder;
  BOOST_TEST(list_generations(folder.path()).empty());
  BOOST_CHECK_THROW(list_generations(folder / "missing"), IndexUnavailable);
}

BOOST_AUTO_TEST_CASE(verification_notices_damage_in_every_file) {
  testing::TestIndex index;
  const BuildReport report = index.build(testing::lines_of({kLine}));
  const auto generation = index.generation(report);
  BOOST_TEST(verify_generation(index.path(), report.generation).empty());
  const auto checksums = read_manifest(generation).checksums;
  BOOST_TEST(checksums.size() >= 12u);  // a database of four files and more, lists and columns
  for (const auto& [path, checksum] : checksums) {
    const std::string whole = testing::read_file(generation / path);
    if (whole.empty()) continue;  // a lock file of the engine
    damage(generation / path);
    BOOST_TEST(any_mentions(verify_generation(index.path(), report.generation), path), path);
    std::ofstream(generation / path, std::ios::binary) << whole;
  }
  BOOST_TEST(verify_generation(index.path(), report.generation).empty());
}

BOOST_AUTO_TEST_CASE(verification_notices_missing_files_and_wrong_counts) {
  testing::TestIndex index;
  const BuildReport report = index.build(testing::lines_of({kLine}));
  const auto generation = index.generation(report);
  Manifest manifest = read_manifest(generation);
  manifest.parts[0].article_count = 7;
  std::ofstream(generation / "manifest.json") << to_json(manifest);
  BOOST_TEST(any_mentions(verify_generation(index.path(), report.generation), "7"));
  std::filesystem::remove_all(generation / manifest.parts[0].folder);
  BOOST_TEST(any_mentions(verify_generation(index.path(), report.generation), "articles"));
  BOOST_TEST(!verify_generation(index.path(), GenerationId{"20000101T000000Z-0001"}).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

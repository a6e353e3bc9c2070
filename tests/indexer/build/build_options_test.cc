// SPDX-License-Identifier: GPL-3.0-or-later
/// Options that trade space, and the space and memory a build asks for.
#include <xapian.h>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "indexer/build/disk_space.h"
#include "indexer/build/generation_build.h"
#include "indexer/work/memory_budget.h"
#include "pullquote/error.h"
#include "pullquote/index_builder.h"
#include "schema/store/record_packing.h"
#include "tests/indexer/publish/small_disk.h"
#include "tests/support/test_index.h"

using namespace pullquote;
using pullquote::testing::TestIndex;

namespace {

Xapian::Database articles_of(const TestIndex& index, const BuildReport& report) {
  return Xapian::Database((index.part(report) / "articles").string());
}

std::uintmax_t table_bytes(const TestIndex& index, const BuildReport& report, const char* table) {
  return std::filesystem::file_size(index.part(report) / "articles" / table);
}

BOOST_AUTO_TEST_SUITE(build_options)

BOOST_AUTO_TEST_CASE(
    words_positions_and_termlists_are_in_the_database_only_where_it_is_to_be_full) {
  TestIndex index;
  BuildOptions options;
  const BuildReport stems = index.build(testing::many_articles(20), options);
  options.xapian = XapianContent::Full;
  const BuildReport full = index.build(testing::many_articles(20), options);

  for (const char* table : {"termlist.glass", "position.glass"}) {
    BOOST_TEST(!std::filesystem::exists(index.part(stems) / "articles" / table));
    BOOST_TEST(std::filesystem::exists(index.part(full) / "articles" / table));
  }
  BOOST_CHECK_THROW(articles_of(index, stems).termlist_begin(1), Xapian::FeatureUnavailableError);
  BOOST_TEST(articles_of(index, full).get_unique_terms(1) > 40u);
  BOOST_TEST(articles_of(index, stems).get_termfreq("boats") == 0u);
  BOOST_TEST(articles_of(index, full).get_termfreq("boats") == 20u);
  for (const BuildReport& report : {stems, full}) {
    const std::string database = (index.part(report) / "articles").string();
    BOOST_TEST(Xapian::Database::check(database) == 0u);
    BOOST_TEST(Xapian::Database(database).get_termfreq("Zboat") == 20u);
  }
  for (const char* file : {"ranked.postings", "ranked.positions", "ranked.pairs"}) {
    BOOST_TEST((testing::read_file(index.part(stems) / file) ==
                testing::read_file(index.part(full) / file)),
               file << " differs");
  }
}

BOOST_AUTO_TEST_CASE(more_compression_is_smaller_and_none_is_largest) {
  TestIndex index;
  BuildOptions options;
  const auto size_at = [&](int level) {
    options.compression = level;
    const BuildReport report = index.build(testing::many_articles(200), options);
    return table_bytes(index, report, "docdata.glass");
  };
  const std::uintmax_t usual = size_at(3);
  BOOST_TEST(size_at(0) > usual);
  BOOST_TEST(size_at(19) <= usual);
}

BOOST_AUTO_TEST_CASE(records_are_packed_with_a_dictionary_unless_nothing_is_packed) {
  TestIndex index;
  for (const int level : {3, 0}) {
    BuildOptions options;
    options.compression = level;
    const BuildReport report = index.build(testing::many_articles(200), options);
    const bool packed = level > 0;
    BOOST_TEST(is_packed(articles_of(index, report).get_document(7).get_data()) == packed);
    BOOST_TEST(std::filesystem::exists(index.part(report) / "articles.dictionary") == packed);
  }
}

BOOST_AUTO_TEST_CASE(a_build_that_the_disk_cannot_hold_is_refused_before_anything_is_read) {
  TestIndex index;
  index.folder().write("input.jsonl", testing::many_articles(2000));
  BuildOptions options;
  options.index = index.path();
  options.inputs = {(index.folder() / "input.jsonl").string()};
  testing::SmallDisk disk(2'000'000);
  BOOST_CHECK_EXCEPTION(build_generation(options, index.reporter(), {}, disk), WriteFailed,
                        [](const WriteFailed& error) {
                          const std::string text = error.what();
                          return text.find("2.0 MB are free") != std::string::npos &&
                                 text.find("--unchecked-space") != std::string::npos;
                        });
  BOOST_TEST(index.reporter().stages().empty());
  BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));

  options.check_space = false;
  BOOST_CHECK_NO_THROW(build_generation(options, index.reporter(), {}, disk));
}

BOOST_AUTO_TEST_CASE(packed_inputs_count_three_times_and_pages_an_eighth) {
  const testing::TemporaryDirectory folder;
  const std::string bytes(80'000, 'x');
  const auto space_of = [&](const char* name) {
    return space_for_inputs({folder.write(name, bytes).string()});
  };
  BOOST_TEST(space_of("plain.jsonl") == space_for_records(80'000));
  BOOST_TEST(space_of("packed.jsonl.gz") == space_for_records(240'000));
  BOOST_TEST(space_of("page.html") == space_for_records(10'000));
  BOOST_TEST(space_of("page.html.xz") == space_for_records(30'000));
}

BOOST_AUTO_TEST_CASE(memory_kept_for_each_article_is_taken_off_the_limit) {
  const MemoryBudget budget{1u << 30};
  BOOST_TEST(budget.working_bytes(0) == 1u << 30);
  BOOST_TEST(budget.working_bytes(1'000'000) == (1u << 30) - 160'000'000);
  // A limit that the articles alone exceed leaves a quarter, so that the build goes on.
  BOOST_TEST(budget.working_bytes(10'000'000) == 1u << 28);
  BOOST_TEST(affordable_workers(1u << 30, 32u << 20) == 4u);
  BOOST_TEST(affordable_workers(1u << 20, 32u << 20) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

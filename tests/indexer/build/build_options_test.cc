// SPDX-License-Identifier: GPL-3.0-or-later
/// Options that trade space, and the space and memory a build asks for.
#include <xapian.h>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "indexer/build/disk_space.h"
#include "indexer/build/generation_build.h"
#include "indexer/build/memory_budget.h"
#include "pullquote/error.h"
#include "pullquote/index_builder.h"
#include "schema/store/record.h"
#include "schema/store/stored_records.h"
#include "tests/indexer/publish/small_disk.h"
#include "tests/support/test_index.h"

using namespace pullquote;
using pullquote::testing::TestIndex;

namespace {

Xapian::Database articles_of(const TestIndex& index, const BuildReport& report) {
  return Xapian::Database((index.generation(report) / "articles").string());
}

std::uintmax_t table_bytes(const TestIndex& index, const BuildReport& report, const char* table) {
  return std::filesystem::file_size(index.generation(report) / "articles" / table);
}

BOOST_AUTO_TEST_SUITE(build_options)

BOOST_AUTO_TEST_CASE(termlists_are_kept_only_where_they_are_wanted) {
  TestIndex index;
  BuildOptions options;
  const BuildReport without = index.build(testing::many_articles(20), options);
  options.termlists = true;
  const BuildReport with = index.build(testing::many_articles(20), options);

  BOOST_TEST(!std::filesystem::exists(index.generation(without) / "articles/termlist.glass"));
  BOOST_CHECK_THROW(articles_of(index, without).termlist_begin(1), Xapian::FeatureUnavailableError);
  BOOST_TEST(articles_of(index, with).get_unique_terms(1) > 40u);
  for (const BuildReport& report : {without, with}) {
    const std::string database = (index.generation(report) / "articles").string();
    BOOST_TEST(Xapian::Database::check(database) == 0u);
    BOOST_TEST(Xapian::Database(database).get_termfreq("Zboat") == 20u);
  }
}

BOOST_AUTO_TEST_CASE(without_stored_text_articles_are_found_and_headlines_and_quotes_shown) {
  TestIndex index;
  BuildOptions options;
  options.stored_text = false;
  const BuildReport report = index.build(testing::many_articles(20), options);
  const Xapian::Database database = articles_of(index, report);
  BOOST_TEST(database.get_termfreq("Zcount") == 20u);
  const auto article = decode_record(StoredRecords(database, {}).read(1));
  BOOST_REQUIRE(article.has_value());
  BOOST_TEST(article->headline.starts_with("Boats number"));
  BOOST_TEST(article->body == "");
  BOOST_REQUIRE(article->quotes.size() == 1u);
  BOOST_TEST(article->quotes[0].text.starts_with("We counted"));
  BOOST_TEST(article->quotes[0].speaker == "Ann Lee");
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

BOOST_AUTO_TEST_CASE(
    records_are_packed_with_a_dictionary_of_their_database_unless_nothing_is_packed) {
  TestIndex index;
  for (const int level : {3, 0}) {
    BuildOptions options;
    options.compression = level;
    const BuildReport report = index.build(testing::many_articles(200), options);
    for (const char* name : {"articles", "quotes"}) {
      const Xapian::Database database((index.generation(report) / name).string());
      const bool packed = level > 0;
      BOOST_TEST(is_packed(database.get_document(7).get_data()) == packed);
      BOOST_TEST((database.get_metadata(kDictionaryKey).size() > 1000) == packed);
    }
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/index_builder.h"

#include <sys/resource.h>
#include <xapian.h>
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "pullquote/publisher.h"
#include "schema/ranked/ranked_file.h"
#include "schema/store/article_store.h"
#include "schema/store/columns.h"
#include "schema/store/manifest.h"
#include "schema/store/quote_columns.h"
#include "schema/store/record.h"
#include "tests/support/test_index.h"

using namespace pullquote;
using pullquote::testing::lines_of;
using pullquote::testing::TestIndex;

namespace {

constexpr std::string_view kHarbour =
    R"({"id":"harbour","headline":"Harbour reopens","body":"Ferries sail again. \"We are back,\" harbour master Ann Lee said.","published":"2024-03-01T10:00:00Z","source":"Coast Daily","language":"en"})";
constexpr std::string_view kStorm =
    R"({"id":"storm","headline":"Storm closes harbour","body":"Waves broke the pier.","published":"2024-02-01T10:00:00Z","source":"Coast Daily","language":"en"})";
constexpr std::string_view kUndated =
    R"({"id":"undated","headline":"A walk along the pier","body":"No date at all.","language":"en"})";

std::vector<std::string> ids_in_order(const std::filesystem::path& part, std::uint32_t articles) {
  const ArticleStore store(part, articles);
  const ArticleRecords records(store);
  std::vector<std::string> ids;
  for (std::uint32_t docid = 1; docid <= articles; ++docid) {
    ids.push_back(decode_record(records.read(docid)).value().id);
  }
  return ids;
}

BOOST_AUTO_TEST_SUITE(index_builder)

BOOST_AUTO_TEST_CASE(a_build_publishes_what_it_read) {
  TestIndex index;
  const BuildReport report = index.build(lines_of({kHarbour, kStorm, kUndated}));
  BOOST_TEST(report.read == 3u);
  BOOST_TEST(report.indexed == 3u);
  BOOST_TEST(report.quotes == 1u);
  BOOST_TEST(report.rejected.empty());
  BOOST_TEST((read_current(index.path()) == report.generation));

  const Manifest manifest = read_manifest(index.generation(report));
  BOOST_TEST((manifest.id == report.generation));
  BOOST_TEST(manifest.article_count == 3u);
  BOOST_TEST(manifest.quote_count == 1u);
  BOOST_TEST(manifest.languages.at("en") == 3u);
  BOOST_TEST(manifest.index_bytes == report.index_bytes);
  // Headlines of two, three and five words.
  BOOST_TEST(manifest.ranking.average_headline == 10.0 / 3, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(manifest.ranking.average_quotes == 1.0);
  BOOST_TEST(verify_generation(index.path(), report.generation).empty());
}

BOOST_AUTO_TEST_CASE(docids_go_from_the_newest_to_the_oldest_and_unknown_dates_come_last) {
  TestIndex index;
  const BuildReport report = index.build(lines_of({kUndated, kStorm, kHarbour}));
  const std::vector<std::string> expected{"harbour", "storm", "undated"};
  BOOST_TEST(ids_in_order(index.part(report), 3) == expected, boost::test_tools::per_element());

  const MappedColumns columns(index.part(report) / "columns");
  BOOST_TEST(columns.published(1) > columns.published(2));
  BOOST_TEST(columns.published(3) == kUnknownTime);
  BOOST_TEST(columns.lengths(2).headline == 3u);
}

BOOST_AUTO_TEST_CASE(quotes_have_lists_of_their_own_and_stand_in_their_articles) {
  TestIndex index;
  const BuildReport report = index.build(lines_of({kStorm, kHarbour}));
  const RankedFile lists(index.part(report) / "quotes.postings", ranked::Kind::Quotes, 1, 0);
  for (const char* const term : {"Zback", "XSPlee", "XSPann lee", "Hcoast daily", "D20240301"}) {
    BOOST_TEST(lists.find(term).has_value(), term << " has no list");
  }
  BOOST_TEST(!lists.find("Zferri").has_value());
  const QuoteColumns columns(index.part(report) / "quotes.columns", 2, 1);
  BOOST_TEST(columns.article_of(1) == 1u);  // the newest
  // Two words of the headline, a gap, three of the body before it.
  BOOST_TEST((columns.words(1) == QuoteWords{106, 109}));
}

BOOST_AUTO_TEST_CASE(of_duplicate_ids_the_one_published_last_wins) {
  TestIndex index;
  const BuildReport report =
      index.build(lines_of({R"({"id":"a","headline":"newer","published":"2024-02-02"})",
                            R"({"id":"a","headline":"older","published":"2024-02-01"})",
                            R"({"id":"b","headline":"first","body":"x"})",
                            R"({"id":"b","headline":"second","body":"x"})"}));
  BOOST_TEST(report.read == 4u);
  BOOST_TEST(report.indexed == 2u);
  BOOST_TEST(report.duplicates == 2u);
  const Xapian::Database database((index.part(report) / "articles").string());
  BOOST_TEST(database.get_termfreq("ZSnewer") == 1u);
  BOOST_TEST(database.get_termfreq("ZSolder") == 0u);
  BOOST_TEST(database.get_termfreq("ZSsecond") == 1u);  // neither has a date: the last one read
}

BOOST_AUTO_TEST_CASE(malformed_records_are_counted_and_the_rest_is_indexed) {
  TestIndex index;
  const BuildReport report = index.build(lines_of({kHarbour, "{\"id\": \"cut", kStorm}));
  BOOST_TEST(report.read == 3u);
  BOOST_TEST(report.indexed == 2u);
  BOOST_REQUIRE(report.rejections.size() == 1u);
  BOOST_TEST(report.rejected.at(report.rejections[0].reason) == 1u);
  BOOST_TEST(read_manifest(index.generation(report)).rejected_count == 1u);
}

BOOST_AUTO_TEST_CASE(too_many_rejections_publish_nothing) {
  TestIndex index({kHarbour});
  const GenerationId before = read_current(index.path());
  BuildOptions options;
  options.max_rejected = 0.4;
  BOOST_CHECK_THROW(index.build(lines_of({kStorm, "{"}), options), BuildRefused);
  BOOST_TEST((read_current(index.path()) == before));
  BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));
}

BOOST_AUTO_TEST_CASE(an_input_without_articles_publishes_nothing_and_says_why) {
  TestIndex index;
  BuildOptions options;
  options.reader.format = InputFormat::JsonLines;
  BOOST_CHECK_EXCEPTION(index.build("{\n{\n", options), BuildRefused,
                        [](const BuildRefused& error) {
                          return std::string(error.what()).find("no article") != std::string::npos;
                        });
  BOOST_TEST(!std::filesystem::exists(index.path() / "CURRENT"));
}

BOOST_AUTO_TEST_CASE(an_input_that_does_not_exist_is_an_error) {
  const testing::TemporaryDirectory folder;
  testing::CollectingReporter reporter;
  BuildOptions options;
  options.index = folder / "index";
  options.inputs = {(folder / "missing.jsonl").string()};
  BOOST_CHECK_THROW(build_index(options, reporter), Error);
}

BOOST_AUTO_TEST_CASE(a_build_that_is_asked_to_stop_leaves_the_old_generation) {
  TestIndex index({kHarbour});
  const GenerationId before = read_current(index.path());
  std::stop_source stop;
  stop.request_stop();
  BOOST_CHECK_THROW(index.build(testing::many_articles(50), {}, stop.get_token()), Interrupted);
  BOOST_TEST((read_current(index.path()) == before));
  BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));
}

/// Lets no file grow beyond `bytes` while it lives: a disk that fills up.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

bool says_what_helps(const WriteFailed& error) {
  BOOST_TEST_MESSAGE(error.what());
  return std::string_view(error.what()).find("ulimit -f") != std::string_view::npos;
}

BOOST_AUTO_TEST_CASE(a_disk_that_fills_up_in_either_pass_leaves_the_old_generation) {
  TestIndex index({kHarbour});
  const GenerationId before = read_current(index.path());
  const std::string input = testing::many_articles(200);
  index.folder().write("input.jsonl", input);
  BuildOptions options;
  options.index = index.path();
  options.inputs = {(index.folder() / "input.jsonl").string()};
  options.xapian = XapianContent::Full;
  // The spool takes some 100 KB, the largest table of the index more.
  for (const rlim_t bytes : {rlim_t{20'000}, rlim_t{150'000}}) {
    const FileSizeLimit limit(bytes);
    BOOST_CHECK_EXCEPTION(build_index(options, index.reporter()), WriteFailed, says_what_helps);
    BOOST_TEST((read_current(index.path()) == before));
    BOOST_TEST(!std::filesystem::exists(index.path() / "staging"));
  }
  BOOST_CHECK_NO_THROW(build_index(options, index.reporter()));
}

BOOST_AUTO_TEST_CASE(as_many_generations_stay_as_asked_for) {
  TestIndex index;
  BuildOptions options;
  options.keep = 2;
  index.build(lines_of({kHarbour}), options);
  const BuildReport second = index.build(lines_of({kHarbour}), options);
  const BuildReport third = index.build(lines_of({kHarbour}), options);
  const auto list = list_generations(index.path());
  BOOST_REQUIRE(list.size() == 2u);
  BOOST_TEST((list[0].manifest.id == third.generation));
  BOOST_TEST(list[0].published);
  BOOST_TEST((list[1].manifest.id == second.generation));
}

BOOST_AUTO_TEST_CASE(stages_are_told_in_order_and_timed) {
  TestIndex index;
  const BuildReport report = index.build(lines_of({kHarbour}));
  const std::vector<std::string> expected{"reading",  "indexing",  "merging",
                                          "families", "verifying", "publishing"};
  BOOST_TEST(index.reporter().stages() == expected, boost::test_tools::per_element());
  BOOST_REQUIRE(report.stages.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    BOOST_TEST(report.stages[i].first == expected[i]);
    BOOST_TEST(report.stages[i].second >= 0);
  }
}

BOOST_AUTO_TEST_CASE(the_engine_finds_nothing_wrong_with_the_databases) {
  TestIndex index;
  const BuildReport report = index.build(testing::many_articles(120));
  BOOST_TEST(verify_generation(index.path(), report.generation).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

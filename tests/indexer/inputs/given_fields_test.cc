// SPDX-License-Identifier: GPL-3.0-or-later
/// What a page doesn't say, and who says it instead: sidecar, --set, path, file time, in this
/// order.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <string>

#include "indexer/inputs/path_pattern.h"
#include "tests/support/read_inputs.h"
#include "tests/support/temporary_directory.h"

namespace pullquote::testing {
namespace {

namespace bdata = boost::unit_test::data;

const std::string kPage =
    "Council puts off vote on bridge\n\nThe council put off its vote on the bridge on Monday.\n";

std::string source_and_day(const Article& article) {
  return article.source + "|" + (article.published ? to_iso8601(*article.published) : "");
}

BOOST_AUTO_TEST_SUITE(given_fields)

BOOST_AUTO_TEST_CASE(each_giver_fills_only_what_the_ones_before_left_open) {
  const TemporaryDirectory folder;
  folder.write("path-outlet/2026-05-04/page.txt", kPage);
  ReaderOptions options;
  options.path_fields = "{source}/{published:%Y-%m-%d}/*";
  const std::string input = folder.path().string();
  const auto read = [&] {
    return source_and_day(read_inputs({input}, options).articles.at(0).article);
  };
  BOOST_TEST(read() == "path-outlet|2026-05-04");
  options.set = {{"source", "set outlet"}};
  BOOST_TEST(read() == "set outlet|2026-05-04");
  folder.write("path-outlet/2026-05-04/page.txt.meta.json", R"({"outlet":"sidecar outlet"})");
  BOOST_TEST(read() == "sidecar outlet|2026-05-04");
  options.sidecars = false;
  BOOST_TEST(read() == "set outlet|2026-05-04");
}

BOOST_AUTO_TEST_CASE(the_record_itself_goes_before_all_others) {
  const TemporaryDirectory folder;
  folder.write("path/2026-05-04/a.jsonl",
               R"({"headline":"A","source":"own","published":"2026-01-01"})"
               "\n"
               R"({"headline":"B"})");
  folder.write("path/2026-05-04/a.jsonl.meta.json", R"({"source":"sidecar"})");
  ReaderOptions options;
  options.path_fields = "{source}/{published:%Y-%m-%d}/*";
  const ReadInputs read = read_inputs({folder.path().string()}, options);
  BOOST_TEST(source_and_day(read.articles.at(0).article) == "own|2026-01-01");
  BOOST_TEST(source_and_day(read.articles.at(1).article) == "sidecar|2026-05-04");
}

BOOST_AUTO_TEST_CASE(a_sidecar_may_leave_out_the_endings_of_its_file) {
  const TemporaryDirectory folder;
  folder.write("page.txt.gz", compressed(kPage, "gzip"));
  folder.write("page.meta.json", R"({"url":"https://Gazette.example/bridge?utm_source=x#top"})");
  const Article article = read_inputs({folder.path().string()}).articles.at(0).article;
  BOOST_TEST(article.url == "https://Gazette.example/bridge?utm_source=x#top");
  BOOST_TEST(article.id == "https://gazette.example/bridge");
}

BOOST_AUTO_TEST_CASE(an_unreadable_sidecar_is_reported_beside_the_article) {
  const TemporaryDirectory folder;
  folder.write("page.txt", kPage);
  folder.write("page.txt.meta.json", "{\"source\":");
  const ReadInputs read = read_inputs({folder.path().string()});
  BOOST_TEST(read.articles.size() == 1u);
  BOOST_TEST(read.reasons() == std::vector<std::string>{"unreadable sidecar"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(file_times_are_used_on_request_only) {
  const TemporaryDirectory folder;
  const std::string file = folder.write("page.txt", kPage);
  namespace fs = std::filesystem;
  ReaderOptions options;
  BOOST_TEST(!read_inputs({file}, options).articles.at(0).article.published.has_value());
  options.use_file_times = true;
  const auto published = read_inputs({file}, options).articles.at(0).article.published;
  BOOST_REQUIRE(published.has_value());
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  BOOST_TEST(std::abs(published->unix_seconds - seconds) < 3600);
}

BOOST_AUTO_TEST_CASE(values_that_do_not_fit_are_errors_of_the_user) {
  ReaderOptions options;
  options.set = {{"published", "some day"}};
  BOOST_CHECK_THROW(RecordParser{options}, Error);
  options.set = {{"sauce", "x"}};
  BOOST_CHECK_THROW(RecordParser{options}, Error);
  for (const char* pattern : {"{sauce}/*", "{source", "{source}/{source}", "{source:%Y}/*",
                              "{published:%Y-%q}/*", "{published:%m-%d}/*", "{published:%Y%}/*"}) {
    ReaderOptions with_path;
    with_path.path_fields = pattern;
    BOOST_CHECK_THROW(RecordParser{with_path}, Error);
  }
}

struct PathCase {
  const char* pattern;
  const char* path;
  const char* expected;  ///< source|published; "-": the pattern does not match
  friend std::ostream& operator<<(std::ostream& out, const PathCase& c) {
    return out << c.pattern << " on " << c.path;
  }
};

const PathCase kPaths[] = {
    {"{source}/{published:%Y-%m-%d}/*", "gazette/2026-05-04/a.txt", "gazette|2026-05-04"},
    {"{source}/{published:%Y-%m-%d}/*", "gazette/2026-05-04/deeper/a.txt", "-"},
    {"{source}/{published:%Y-%m-%d}/**", "gazette/2026-05-04/deeper/a.txt", "gazette|2026-05-04"},
    {"{source}/{published:%Y-%m-%d}/*", "gazette/yesterday/a.txt", "-"},
    {"{source}/{published:%Y/%m/%d}/*", "gazette/2026/05/04/a.txt", "gazette|2026-05-04"},
    {"{source}/{published:%Y/%m}/*", "gazette/2026/05/a.txt", "gazette|2026-05"},
    {"**/{source}/*.txt", "gazette/a.txt", "gazette|"},
    {"**/{source}/*.txt", "x/y/gazette/a.txt", "gazette|"},
    {"{source}_{published:%Y%m%d}.txt", "the_gazette_20260504.txt", "the_gazette|2026-05-04"},
    {"{source}_{published:%Y%m%d}?.txt", "gazette_20260504b.txt", "gazette|2026-05-04"},
    {"{published}/{source}.*", "4 May 2026/gazette.html", "gazette|2026-05-04"},
    {"{source}/*", "a.txt", "-"},
    {"", "a.txt", "-"},
};

BOOST_DATA_TEST_CASE(patterns_take_fields_from_paths, bdata::make(kPaths), c) {
  Article article;
  const bool matched = PathPattern(c.pattern).match(c.path, article);
  BOOST_TEST((matched ? source_and_day(article) : "-") == c.expected);
}

BOOST_AUTO_TEST_CASE(a_pattern_of_many_wildcards_ends_in_time) {
  Article article;
  BOOST_TEST(!PathPattern("**/*a*a*a*a*a*a*a*a*a*a*b").match(std::string(2000, 'a'), article));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::testing

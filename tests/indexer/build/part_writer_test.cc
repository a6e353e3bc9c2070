// SPDX-License-Identifier: GPL-3.0-or-later
/// Both passes through their inner interfaces, where the generation's id is the test's choice.
#include "indexer/build/part_writer.h"

#include <xapian.h>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/build/article_order.h"
#include "indexer/build/reading.h"
#include "schema/store/record.h"
#include "tests/support/compare_databases.h"
#include "tests/support/test_index.h"

using namespace pullquote;

namespace {

struct Part {
  testing::TemporaryDirectory scratch;
  std::filesystem::path folder = scratch / "part-1";
  PartSummary summary;

  Xapian::Database database(const char* name) const {
    return Xapian::Database((folder / name).string());
  }
};

/// @param options  folder, id and threads are set here.
void write(const std::string& jsonl, unsigned threads, Part& part, PartOptions options) {
  testing::CollectingReporter reporter;
  const std::string input = part.scratch.write("input.jsonl", jsonl).string();
  const std::filesystem::path& spooled = part.scratch.path();
  ReadingSummary reading = read_inputs({{input}, {}, spooled, threads, 1 << 16}, reporter, {});
  const Spool spool(spooled, threads);
  const auto id_of = [&](const SpooledArticle& article) { return spool.id(article); };
  settle_duplicates(reading.articles, id_of);
  number_articles(reading.articles, id_of);
  std::filesystem::create_directory(part.folder);
  options.folder = part.folder;
  options.generation = {"20240101T000000Z-0001"};
  options.threads = threads;
  options.xapian = XapianContent::Full;
  part.summary = write_part(spool, reading.articles, options, reporter, {});
}

void write(const std::string& jsonl, unsigned threads, Part& part,
           std::uint64_t segment_bytes = 0) {
  PartOptions options;
  options.segment_bytes = segment_bytes;
  write(jsonl, threads, part, options);
}

BOOST_AUTO_TEST_SUITE(part_writer)

BOOST_AUTO_TEST_CASE(the_number_of_threads_leaves_no_trace,
                     *boost::unit_test::label("concurrent")) {
  // Some twenty segments; every id occurs twice.
  const std::string input = testing::many_articles(300) + testing::many_articles(300);
  constexpr std::uint64_t kSegmentBytes = 8192;
  Part one;
  write(input, 1, one, kSegmentBytes);
  BOOST_TEST(one.database("articles").get_doccount() == 300u);
  BOOST_TEST(one.summary.quotes == 300u);
  for (unsigned threads : {2u, 4u}) {
    Part other;
    write(input, threads, other, kSegmentBytes);
    BOOST_TEST(other.summary.quotes == one.summary.quotes);
    BOOST_TEST(test::difference(one.database("articles"), other.database("articles")) == "");
    for (const char* file :
         {"columns", "ranked.postings", "ranked.positions", "ranked.pairs", "ranked.ids",
          "quotes.postings", "quotes.columns", "articles.blocks", "articles.dictionary",
          "articles/postlist.glass", "articles/position.glass", "articles/termlist.glass",
          "articles/docdata.glass", "articles/iamglass"}) {
      BOOST_TEST((testing::read_file(other.folder / file) == testing::read_file(one.folder / file)),
                 file << " differs");
    }
  }
}

BOOST_AUTO_TEST_CASE(the_cut_into_segments_changes_nothing_that_can_be_read) {
  const std::string input = testing::many_articles(200);
  Part whole;
  write(input, 1, whole);
  Part cut;
  write(input, 1, cut, 4096);
  BOOST_TEST(test::difference(whole.database("articles"), cut.database("articles")) == "");
  for (const char* file : {"columns", "ranked.postings", "ranked.positions", "ranked.pairs",
                           "ranked.ids", "quotes.postings", "quotes.columns"}) {
    BOOST_TEST((testing::read_file(cut.folder / file) == testing::read_file(whole.folder / file)),
               file << " differs");
  }
}

BOOST_AUTO_TEST_CASE(nothing_but_the_part_is_left) {
  Part part;
  write(testing::many_articles(10), 2, part);
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(part.folder)) {
    names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  const std::vector<std::string> expected{
      "articles",         "articles.blocks", "articles.dictionary", "columns",
      "quotes.columns",   "quotes.postings", "ranked.ids",          "ranked.pairs",
      "ranked.positions", "ranked.postings"};
  BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_quotes_there_are_no_files_of_quotes) {
  Part part;
  write(R"({"id":"a","headline":"Nobody speaks","body":"Silence."})"
        "\n",
        1, part);
  BOOST_TEST(part.summary.quotes == 0u);
  BOOST_TEST(!std::filesystem::exists(part.folder / "quotes.postings"));
  BOOST_TEST(!std::filesystem::exists(part.folder / "quotes.columns"));
}

BOOST_AUTO_TEST_CASE(an_article_without_any_word_is_still_a_document) {
  Part part;
  write(R"({"id":"a","headline":"...","body":"!"})"
        "\n",
        1, part);
  const Xapian::Database articles = part.database("articles");
  BOOST_TEST(articles.get_doccount() == 1u);
  BOOST_TEST(articles.get_termfreq("Qa") == 1u);
}

BOOST_AUTO_TEST_CASE(articles_of_unknown_language_are_stemmed_in_the_main_one) {
  Part part;
  write(R"({"id":"a","headline":"-","body":"ferries"})"
        "\n",
        1, part);
  BOOST_TEST(part.database("articles").get_termfreq("Zferri") == 1u);
}

BOOST_AUTO_TEST_CASE(reference_lengths_that_are_given_are_kept) {
  Part part;
  PartOptions options;
  options.ranking.average_rest = 7;
  write(testing::many_articles(10), 1, part, options);
  BOOST_TEST(part.summary.ranking.average_rest == 7);
  BOOST_TEST(part.summary.ranking.average_headline == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/work/spool.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "indexer/build/languages.h"
#include "pullquote/error.h"
#include "schema/store/columns.h"
#include "schema/store/record.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;

namespace {

Article article_named(std::string id, std::string body = "text") {
  Article article;
  article.id = std::move(id);
  article.body = std::move(body);
  return article;
}

BOOST_AUTO_TEST_SUITE(spool)

BOOST_AUTO_TEST_CASE(records_come_back_from_the_file_they_went_to) {
  const testing::TemporaryDirectory folder;
  SpoolWriter first(folder.path(), 0);
  SpoolWriter second(folder.path(), 1);
  // More than a buffer, so that offsets go on over what was written out.
  const std::string large(700'000, 'x');
  for (int i = 0; i < 5; ++i) first.add(article_named("first" + std::to_string(i), large), i);
  second.add(article_named("second"), 9);
  auto entries = first.finish();
  entries.push_back(second.finish().front());

  const Spool spool(folder.path(), 2);
  std::string bytes;
  spool.read(entries[3], bytes);
  BOOST_TEST(decode_record(bytes).value().id == "first3");
  BOOST_TEST(decode_record(bytes).value().body.size() == large.size());
  spool.read(entries[5], bytes);
  BOOST_TEST(decode_record(bytes).value().id == "second");
  BOOST_TEST(spool.id(entries[4]) == "first4");
}

BOOST_AUTO_TEST_CASE(some_records_at_once_come_in_the_order_asked_for) {
  const testing::TemporaryDirectory folder;
  SpoolWriter first(folder.path(), 0);
  SpoolWriter second(folder.path(), 1);
  for (int i = 0; i < 4; ++i) first.add(article_named("first" + std::to_string(i)), 0);
  first.add(article_named("large", std::string(1'000'000, 'x')), 0);
  second.add(article_named("second"), 0);
  const auto of_first = first.finish();
  const std::vector<SpooledArticle> asked{
      of_first[3], second.finish().front(), of_first[2], of_first[0], of_first[4], of_first[1]};
  const Spool spool(folder.path(), 2);
  std::vector<std::string> ids;
  SpooledRecords some;
  for (std::size_t done = 0; done < asked.size(); done += some.records.size()) {
    spool.read_some(std::span(asked).subspan(done), some);
    BOOST_REQUIRE(!some.records.empty());
    if (done == 0)
      BOOST_TEST(some.records.size() == 4u);  // then comes more than a quarter megabyte
    for (const std::string_view record : some.records) {
      ids.push_back(decode_record(record).value().id);
    }
  }
  const std::vector<std::string> expected{"first3", "second", "first2",
                                          "first0", "large",  "first1"};
  BOOST_TEST(ids == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(long_ids_are_found_too) {
  const testing::TemporaryDirectory folder;
  const std::string id(10'000, 'i');
  SpoolWriter writer(folder.path(), 0);
  writer.add(article_named(id), 0);
  writer.add(article_named(""), 1);
  const auto entries = writer.finish();
  const Spool spool(folder.path(), 1);
  BOOST_TEST(spool.id(entries[0]) == id);
  BOOST_TEST(spool.id(entries[1]) == "");
}

BOOST_AUTO_TEST_CASE(an_entry_knows_times_language_and_quotes) {
  const testing::TemporaryDirectory folder;
  SpoolWriter writer(folder.path(), 0);
  Article article = article_named("a");
  writer.add(article, 0);
  article.published = Timestamp{100, TimePrecision::Second, std::nullopt};
  article.language = "en";
  article.quotes.resize(3);
  writer.add(article, 1);
  article.modified = Timestamp{50, TimePrecision::Second, std::nullopt};
  writer.add(article, 2);
  const auto entries = writer.finish();
  BOOST_TEST(entries[0].published == kUnknownTime);
  BOOST_TEST(entries[0].revised == kUnknownTime);
  BOOST_TEST(entries[1].published == 100);
  BOOST_TEST(entries[1].revised == 100);
  BOOST_TEST(entries[1].quote_count == 3u);
  BOOST_TEST(entries[2].revised == 50);
  const std::vector<SpooledArticle> articles(entries.begin(), entries.end());
  const auto languages = count_languages(articles);
  BOOST_TEST(languages.at("") == 1u);
  BOOST_TEST(languages.at("en") == 2u);
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_an_error) {
  const testing::TemporaryDirectory folder;
  BOOST_CHECK_THROW(SpoolWriter(folder / "missing", 0), WriteFailed);
  BOOST_CHECK_THROW(Spool(folder.path(), 1), WriteFailed);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/families.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "tests/support/damaged_files.h"
#include "tests/support/temporary_directory.h"

namespace pullquote {
namespace {

using testing::TemporaryDirectory;

/// Three quotes in two articles: two of one family with an echo, one of none.
FamilyTable small_table() {
  FamilyTable table;
  table.quote_article = {0, 1, 1};
  table.quote_speaker = {1, 2, 0};
  table.quote_family = {0, 0, kNoFamily};
  table.article_outlet = {1, 0};
  table.first_seen = {1000};
  table.last_seen = {-2000};
  table.member_begin = {0, 3};
  table.representative = {1};
  table.outlet_count = {1};
  table.article_count = {2};
  table.flags = {kSpeakersConflict};
  table.members = {1, 3, 0};
  table.echoes = {{1, 40, 60}};
  table.speakers = {"", "Ann Lee", "Bo Um"};
  table.outlets = {"", "Harbour Gazette"};
  table.word_count = 33;
  return table;
}

std::string encoded(const FamilyTable& table) {
  std::string bytes;
  encode_families(table, [&bytes](std::string_view piece) { bytes += piece; });
  return bytes;
}

using Numbers = std::vector<std::uint32_t>;

BOOST_AUTO_TEST_SUITE(families_file)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
  const TemporaryDirectory folder;
  const FamiliesFile file(folder.write("families", encoded(small_table())));
  file.check_all();
  BOOST_TEST(file.quotes() == 3u);
  BOOST_TEST(file.articles() == 2u);
  BOOST_TEST(file.families() == 1u);
  BOOST_TEST(file.speakers() == 3u);
  BOOST_TEST(file.outlets() == 2u);
  BOOST_TEST(file.word_count() == 33u);
  BOOST_TEST(file.quote_family(1) == 0u);
  BOOST_TEST(file.quote_family(2) == kNoFamily);
  BOOST_TEST(file.quote_speaker(1) == 2u);
  BOOST_TEST(file.outlet_of_article(0) == 1u);
  const FamiliesFile::Family family = file.family(0);
  BOOST_TEST(family.first_seen == 1000);
  BOOST_TEST(family.last_seen == -2000);
  BOOST_TEST(family.representative == 1u);
  BOOST_TEST(family.outlet_count == 1u);
  BOOST_TEST(family.article_count == 2u);
  BOOST_TEST(family.conflict);
  BOOST_TEST(file.members(0) == (Numbers{1, 3, 0}), boost::test_tools::per_element());
  BOOST_CHECK(file.echo(0) == (Echo{1, 40, 60}));
  BOOST_TEST(file.speaker(2) == "Bo Um");
  BOOST_TEST(file.speaker(0) == "");
  BOOST_TEST(file.outlet(1) == "Harbour Gazette");
}

BOOST_AUTO_TEST_CASE(a_table_without_echoes_or_speakers_is_a_file_too) {
  FamilyTable table = small_table();
  table.echoes.clear();
  table.members = {1, 0};
  table.member_begin = {0, 2};
  table.quote_speaker = {0, 0, 0};
  table.article_outlet = {0, 0};
  table.speakers = {""};
  table.outlets = {""};
  const TemporaryDirectory folder;
  const FamiliesFile file(folder.write("families", encoded(table)));
  file.check_all();
  BOOST_TEST(file.members(0) == (Numbers{1, 0}), boost::test_tools::per_element());
  BOOST_TEST(file.speaker(0) == "");
  BOOST_CHECK_THROW(file.echo(0), IndexCorrupt);
}

BOOST_AUTO_TEST_CASE(what_points_nowhere_is_reported_and_not_followed) {
  const TemporaryDirectory folder;
  const auto broken = [&](auto change) {
    FamilyTable table = small_table();
    change(table);
    return FamiliesFile(folder.write("families", encoded(table)));
  };
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.member_begin[1] = 9; }).members(0), IndexCorrupt);
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.member_begin[0] = 4; }).members(0), IndexCorrupt);
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.members[1] = 4; }).members(0), IndexCorrupt);
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.representative[0] = 3; }).family(0),
                    IndexCorrupt);
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.quote_speaker[0] = 3; }).quote_speaker(0),
                    IndexCorrupt);
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.quote_family[0] = 1; }).quote_family(0),
                    IndexCorrupt);
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.article_outlet[0] = 2; }).outlet_of_article(0),
                    IndexCorrupt);
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.echoes[0].article = 2; }).echo(0), IndexCorrupt);
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.echoes[0].start = 70; }).echo(0), IndexCorrupt);
  BOOST_CHECK_THROW(broken([](FamilyTable& t) { t.flags.clear(); }).quotes(), IndexCorrupt);
  const FamiliesFile file(folder.write("families", encoded(small_table())));
  BOOST_CHECK_THROW(file.quote_speaker(3), IndexCorrupt);
  BOOST_CHECK_THROW(file.quote_family(3), IndexCorrupt);
  BOOST_CHECK_THROW(file.outlet_of_article(2), IndexCorrupt);
  BOOST_CHECK_THROW(file.echo(1), IndexCorrupt);
  BOOST_CHECK_THROW(file.speaker(3), IndexCorrupt);
  BOOST_CHECK_THROW(file.outlet(2), IndexCorrupt);
  BOOST_CHECK_THROW(file.family(1), IndexCorrupt);
  BOOST_CHECK_THROW(file.members(1), IndexCorrupt);
}

/// All that can be asked for.
std::string shown(const std::filesystem::path& path) {
  const FamiliesFile file(path);
  std::string text = std::to_string(file.word_count());
  const auto add = [&text](auto number) { text += " " + std::to_string(number); };
  for (std::uint32_t quote = 0; quote < file.quotes(); ++quote) {
    add(file.quote_speaker(quote));
    add(file.quote_family(quote));
  }
  for (std::uint32_t i = 0; i < file.articles(); ++i) add(file.outlet_of_article(i));
  for (std::uint32_t i = 0; i < file.families(); ++i) {
    const FamiliesFile::Family family = file.family(i);
    add(family.first_seen);
    add(family.last_seen);
    add(family.representative);
    add(family.outlet_count);
    add(family.article_count);
    add(family.conflict);
    for (const std::uint32_t member : file.members(i)) {
      add(member);
      if (member < file.quotes()) continue;
      const Echo echo = file.echo(member - file.quotes());
      add(echo.article);
      add(echo.start);
      add(echo.end);
    }
  }
  for (std::uint32_t i = 0; i < file.speakers(); ++i) text += file.speaker(i);
  for (std::uint32_t i = 0; i < file.outlets(); ++i) text += file.outlet(i);
  return text;
}

BOOST_AUTO_TEST_CASE(every_damaged_byte_and_every_cut_is_noticed) {
  testing::check_damage_is_noticed(encoded(small_table()), shown);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote

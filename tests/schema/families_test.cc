// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/families.h"

#include <boost/test/unit_test.hpp>
#include <cstring>
#include <string>
#include <vector>

#include "pullquote/error.h"

namespace pullquote {
namespace {

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

/// Aligned as a mapping is.
class Bytes {
 public:
  explicit Bytes(const FamilyTable& table) {
    encode_families(table, [this](std::string_view piece) { text_ += piece; });
    numbers_.resize(text_.size() / 8 + 1);
    std::memcpy(numbers_.data(), text_.data(), text_.size());
  }
  std::string_view view() const {
    return {reinterpret_cast<const char*>(numbers_.data()), text_.size()};
  }
  char& at(std::size_t i) { return reinterpret_cast<char*>(numbers_.data())[i]; }
  void set(std::size_t offset, std::uint32_t value) {
    std::memcpy(&at(offset), &value, sizeof value);
  }

 private:
  std::string text_;
  std::vector<std::uint64_t> numbers_;
};

BOOST_AUTO_TEST_SUITE(families_file)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
  const Bytes bytes(small_table());
  const auto view = FamiliesView::over(bytes.view());
  BOOST_REQUIRE(view.has_value());
  BOOST_TEST(view->intact());
  BOOST_TEST(view->quotes() == 3u);
  BOOST_TEST(view->articles() == 2u);
  BOOST_TEST(view->families() == 1u);
  BOOST_TEST(view->word_count() == 33u);
  BOOST_TEST(view->quote_family()[2] == kNoFamily);
  const FamiliesView::Family family = view->family(0);
  BOOST_TEST(family.first_seen == 1000);
  BOOST_TEST(family.last_seen == -2000);
  BOOST_TEST(family.representative == 1u);
  BOOST_TEST(family.conflict);
  const std::vector<std::uint32_t> members(view->members(0).begin(), view->members(0).end());
  BOOST_TEST(members == (std::vector<std::uint32_t>{1, 3, 0}), boost::test_tools::per_element());
  BOOST_CHECK(view->echo(0) == (Echo{1, 40, 60}));
  BOOST_TEST(view->speaker(2) == "Bo Um");
  BOOST_TEST(view->speaker(0) == "");
  BOOST_TEST(view->outlet(1) == "Harbour Gazette");
}

BOOST_AUTO_TEST_CASE(a_table_without_echoes_or_speakers_has_its_checksum_too) {
  FamilyTable table = small_table();
  table.echoes.clear();
  table.members = {1, 0};
  table.member_begin = {0, 2};
  table.speakers = {""};
  table.outlets = {""};
  const Bytes bytes(table);
  const auto view = FamiliesView::over(bytes.view());
  BOOST_REQUIRE(view.has_value());
  BOOST_TEST(view->intact());
}

BOOST_AUTO_TEST_CASE(the_bytes_are_those_of_the_document) {
  const Bytes bytes(small_table());
  const std::string_view file = bytes.view();
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, file.data() + at, sizeof value);
    return value;
  };
  BOOST_TEST(file.substr(0, 8) == "PQFAMILY");
  BOOST_TEST(number(8) == 1u);      // version
  BOOST_TEST(number(16) == 3u);     // quotes
  BOOST_TEST(number(24) == 2u);     // articles
  BOOST_TEST(number(88) == 1000u);  // first time
  BOOST_TEST(number(104) == 0u);    // article of the first quote
  BOOST_TEST(number(108) == 1u);
  BOOST_TEST(file.ends_with("Ann LeeBo UmHarbour Gazette"));
}

BOOST_AUTO_TEST_CASE(another_kind_version_or_length_is_refused) {
  for (const std::size_t changed :
       {std::size_t{0}, std::size_t{8}, std::size_t{16}, std::size_t{22}}) {
    Bytes bytes(small_table());
    bytes.at(changed) ^= 1;
    BOOST_TEST(!FamiliesView::over(bytes.view()).has_value(), changed);
  }
  const Bytes bytes(small_table());
  BOOST_TEST(!FamiliesView::over(bytes.view().substr(0, bytes.view().size() - 1)).has_value());
  BOOST_TEST(!FamiliesView::over({}).has_value());
}

BOOST_AUTO_TEST_CASE(a_changed_byte_is_noticed) {
  Bytes bytes(small_table());
  bytes.at(bytes.view().size() - 1) ^= 1;
  const auto view = FamiliesView::over(bytes.view());
  BOOST_REQUIRE(view.has_value());
  BOOST_TEST(!view->intact());
}

BOOST_AUTO_TEST_CASE(what_points_nowhere_is_reported_and_not_followed) {
  const FamilyTable sound = small_table();
  const auto broken = [&](auto change) {
    FamilyTable table = sound;
    change(table);
    return Bytes(table);
  };
  const Bytes members = broken([](FamilyTable& t) { t.member_begin[1] = 9; });
  BOOST_CHECK_THROW(FamiliesView::over(members.view())->members(0), IndexCorrupt);
  const Bytes representative = broken([](FamilyTable& t) { t.representative[0] = 3; });
  BOOST_CHECK_THROW(FamiliesView::over(representative.view())->family(0), IndexCorrupt);
  const Bytes fine(sound);
  const auto view = FamiliesView::over(fine.view());
  BOOST_CHECK_THROW(view->echo(1), IndexCorrupt);
  BOOST_CHECK_THROW(view->speaker(3), IndexCorrupt);
  BOOST_CHECK_THROW(view->outlet(2), IndexCorrupt);
  BOOST_CHECK_THROW(view->family(1), IndexCorrupt);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote

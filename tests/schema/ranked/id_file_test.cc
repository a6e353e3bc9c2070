// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/id_file.h"

#include <boost/test/unit_test.hpp>

#include "schema/ranked/ranked_file.h"
#include "tests/support/temporary_directory.h"

BOOST_AUTO_TEST_SUITE(id_files)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

const std::vector<std::string> kIds{"a", "", "https://example.net/news/1", "ünïcode", "0"};

std::string file_of(const std::vector<std::string>& ids) {
  std::string entries;
  std::string ends;
  std::uint32_t docid = 0;
  for (const std::string& id : ids) {
    append_id_entry(++docid, id, entries);
    const std::uint64_t end = entries.size();
    ends.append(reinterpret_cast<const char*>(&end), sizeof end);
  }
  return id_file_header(ids.size(), entries.size()) + ends + entries;
}

/// Empty when the file was refused.
std::vector<std::string> read(const TemporaryDirectory& folder, std::string_view bytes,
                              std::uint32_t doccount) {
  folder.write("ids", bytes);
  std::vector<std::string> ids;
  try {
    const IdFile file(folder / "ids", doccount);
    for (std::uint32_t docid = 1; docid <= file.size(); ++docid) ids.emplace_back(file.id(docid));
  } catch (const IndexCorrupt&) {
    ids.clear();
  }
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ids_come_back_by_docid) {
  const TemporaryDirectory folder;
  BOOST_TEST(read(folder, file_of(kIds), 5) == kIds, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_of_another_number_of_articles_is_refused) {
  const TemporaryDirectory folder;
  BOOST_TEST(read(folder, file_of(kIds), 4).empty());
  BOOST_TEST(read(folder, file_of(kIds), 6).empty());
}

BOOST_AUTO_TEST_CASE(every_damaged_byte_and_every_cut_is_noticed) {
  const TemporaryDirectory folder;
  const std::string whole = file_of(kIds);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const int flip : {1, 0x80, 0xFF}) {
      std::string bytes = whole;
      bytes[i] = static_cast<char>(bytes[i] ^ flip);
      BOOST_TEST(read(folder, bytes, 5).empty(), "byte " << i);
    }
    BOOST_TEST(read(folder, whole.substr(0, i), 5).empty(), "cut at " << i);
  }
}

BOOST_AUTO_TEST_CASE(the_entry_of_another_article_is_not_taken_for_this_one) {
  const TemporaryDirectory folder;
  std::string entries;
  append_id_entry(2, "first", entries);
  append_id_entry(1, "other", entries);
  const std::uint64_t ends[] = {9, 18};
  const std::string bytes = id_file_header(2, 18) +
                            std::string(reinterpret_cast<const char*>(ends), sizeof ends) + entries;
  BOOST_TEST(read(folder, bytes, 2).empty());
}

BOOST_AUTO_TEST_SUITE_END()

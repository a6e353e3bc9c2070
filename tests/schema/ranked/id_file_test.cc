// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/id_file.h"

#include <boost/test/unit_test.hpp>

#include "schema/ranked/ranked_file.h"
#include "tests/support/temporary_directory.h"

BOOST_AUTO_TEST_SUITE(id_files)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

const std::vector<std::string> kIds{"a", "", "https://example.net/news/1", "ünïcode",
                                    "https://example.net/"};

constexpr std::string_view kPrefixes = "https://example.net/news/unused/";

/// With a prefix for ids of the outlet and for those of its news, which begin alike.
std::string file_of(const std::vector<std::string>& ids) {
  std::string entries;
  std::vector<std::uint32_t> sizes;
  std::vector<std::uint32_t> hashes;
  std::uint32_t docid = 0;
  for (const std::string& id : ids) {
    const std::size_t begin = entries.size();
    IdPrefix prefix;
    for (const std::uint8_t size : {std::uint8_t{20}, std::uint8_t{25}}) {
      if (id.starts_with(kPrefixes.substr(0, size))) prefix = {0, size};
    }
    append_id_entry(++docid, id_hash(id), prefix, std::string_view(id).substr(prefix.size),
                    entries);
    sizes.push_back(static_cast<std::uint32_t>(entries.size() - begin));
    hashes.push_back(id_hash(id));
  }
  return id_file_front(sizes, hashes, kPrefixes) + entries;
}

/// Empty when the file was refused.
std::vector<std::string> read(const TemporaryDirectory& folder, std::string_view bytes,
                              std::uint32_t doccount) {
  folder.write("ids", bytes);
  std::vector<std::string> ids;
  try {
    const IdFile file(folder / "ids", doccount);
    for (std::uint32_t docid = 1; docid <= file.size(); ++docid) ids.emplace_back(file.id(docid));
    file.check_all();
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

BOOST_AUTO_TEST_CASE(ids_of_several_groups_come_back) {
  const TemporaryDirectory folder;
  for (const std::uint32_t count : {0u, 1u, 255u, 256u, 257u, 1000u}) {
    std::vector<std::string> ids;
    for (std::uint32_t i = 0; i < count; ++i) ids.emplace_back(i % 37, 'a');
    BOOST_TEST(read(folder, file_of(ids), count) == ids, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(docids_are_found_by_id) {
  const TemporaryDirectory folder;
  std::vector<std::string> ids;
  for (int i = 0; i < 1000; ++i) ids.push_back("https://example.net/" + std::to_string(i * 7919));
  folder.write("ids", file_of(ids));
  const IdFile file(folder / "ids", 1000);
  for (std::uint32_t docid = 1; docid <= 1000; ++docid) {
    BOOST_TEST((file.find(ids[docid - 1]) == docid));
  }
  for (const char* const other : {"", "https://example.net/1", "https://example.net/7919 "}) {
    BOOST_TEST(!file.find(other).has_value());
  }
}

BOOST_AUTO_TEST_CASE(a_file_of_another_number_of_articles_is_refused) {
  const TemporaryDirectory folder;
  BOOST_TEST(read(folder, file_of(kIds), 4).empty());
  BOOST_TEST(read(folder, file_of(kIds), 6).empty());
}

BOOST_AUTO_TEST_CASE(every_cut_is_noticed_and_damage_unless_the_ids_are_right_all_the_same) {
  const TemporaryDirectory folder;
  const std::string whole = file_of(kIds);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const int flip : {1, 0x80, 0xFF}) {
      std::string bytes = whole;
      bytes[i] = static_cast<char>(bytes[i] ^ flip);
      const std::vector<std::string> ids = read(folder, bytes, 5);
      BOOST_TEST((ids.empty() || ids == kIds), "byte " << i);
    }
    BOOST_TEST(read(folder, whole.substr(0, i), 5).empty(), "cut at " << i);
  }
}

BOOST_AUTO_TEST_CASE(the_entry_of_another_article_is_not_taken_for_this_one) {
  const TemporaryDirectory folder;
  std::string entries;
  append_id_entry(2, id_hash("first"), {}, "first", entries);
  append_id_entry(1, id_hash("other"), {}, "other", entries);
  const std::string bytes =
      id_file_front(std::vector<std::uint32_t>{10, 10}, std::vector<std::uint32_t>{0, 0}, {}) +
      entries;
  BOOST_TEST(read(folder, bytes, 2).empty());
}

BOOST_AUTO_TEST_CASE(a_prefix_that_is_not_there_is_noticed) {
  const TemporaryDirectory folder;
  std::string entry;
  append_id_entry(1, id_hash("a/b"), {5, 2}, "b", entry);
  const std::vector<std::uint32_t> sizes{static_cast<std::uint32_t>(entry.size())};
  const std::vector<std::uint32_t> hashes{id_hash("a/b")};
  for (const char* const prefixes : {"", "a/", "12345a", "12345b/"}) {
    BOOST_TEST(read(folder, id_file_front(sizes, hashes, prefixes) + entry, 1).empty());
  }
  BOOST_TEST(!read(folder, id_file_front(sizes, hashes, "12345a/") + entry, 1).empty());
}

BOOST_AUTO_TEST_SUITE_END()

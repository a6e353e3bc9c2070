// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/id_runs.h"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "schema/ranked/id_file.h"
#include "tests/support/temporary_directory.h"

BOOST_AUTO_TEST_SUITE(id_runs)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

using Ids = std::vector<std::string>;

/// ranked.ids of runs that end at these docids and at the last one.
std::string file_of(const Ids& ids, const std::vector<std::size_t>& ends = {}) {
  const TemporaryDirectory folder;
  std::vector<IdRun> runs;
  std::size_t begin = 0;
  for (std::size_t run = 0; run <= ends.size(); ++run) {
    const std::size_t end = run < ends.size() ? ends[run] : ids.size();
    IdRunWriter writer(folder / fmt::format("run-{}", run));
    for (; begin < end; ++begin) writer.add(ids[begin]);
    runs.push_back(writer.finish());
  }
  write_ids(folder / "ids", runs);
  BOOST_TEST(!std::filesystem::exists(folder / "run-0"));
  return read_file(folder / "ids");
}

Ids read(const std::string& bytes, std::size_t count) {
  const TemporaryDirectory folder;
  const IdFile file(folder.write("ids", bytes), static_cast<std::uint32_t>(count));
  Ids ids;
  for (std::uint32_t docid = 1; docid <= count; ++docid) ids.push_back(file.id(docid));
  file.check_all();
  return ids;
}

/// Addresses, paths and other ids as inputs give them.
Ids mixed_ids() {
  Ids ids{"", "/", "//", "no slash", "a/b", "https://", "https://example.net", "ends/in/a/slash/"};
  for (int i = 0; i < 300; ++i) {
    ids.push_back(fmt::format("https://outlet-{}.example/2016/05/{:02}/{}", i % 3, i % 29, i));
    ids.push_back(fmt::format("archive/{}/story.html#{}", i % 7, i));
    ids.push_back(fmt::format("urn:uuid:{:032x}", i * 7919));
  }
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ids_come_back_in_order) {
  const Ids ids = mixed_ids();
  BOOST_TEST(read(file_of(ids), ids.size()) == ids, boost::test_tools::per_element());
  BOOST_TEST(read(file_of({}), 0).empty());
}

BOOST_AUTO_TEST_CASE(runs_of_other_lengths_make_the_same_file) {
  const Ids ids = mixed_ids();
  const std::string one_run = file_of(ids);
  BOOST_TEST((file_of(ids, {0, 1, 500}) == one_run));
  BOOST_TEST((file_of(ids, {300, 301, ids.size()}) == one_run));
}

BOOST_AUTO_TEST_CASE(what_many_ids_begin_with_is_written_once) {
  Ids ids;
  for (int i = 0; i < 1000; ++i) ids.push_back(fmt::format("https://a.example/politics/{}", i));
  const std::string bytes = file_of(ids);
  const std::string_view folder = "https://a.example/politics/";
  const std::size_t first = bytes.find(folder);
  BOOST_REQUIRE(first != std::string::npos);
  BOOST_TEST(bytes.find(folder, first + 1) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(three_ids_share_no_prefix_and_four_do) {
  const auto times_written = [](int ids) {
    Ids sharing{"other"};
    for (int i = 0; i < ids; ++i) sharing.push_back(fmt::format("https://a.example/{}", i));
    const std::string bytes = file_of(sharing);
    int times = 0;
    for (std::size_t at = bytes.find("https:"); at != std::string::npos;
         at = bytes.find("https:", at + 1)) {
      ++times;
    }
    return times;
  };
  BOOST_TEST(times_written(3) == 3);
  BOOST_TEST(times_written(4) == 1);
}

BOOST_AUTO_TEST_CASE(beginnings_of_more_bytes_than_an_entry_can_name_lose_no_id) {
  for (const std::size_t size : {254u, 255u, 256u, 257u}) {
    Ids ids;
    for (int i = 0; i < 9; ++i) ids.push_back(std::string(size - 1, 'x') + fmt::format("/{}", i));
    BOOST_TEST(read(file_of(ids), ids.size()) == ids, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(more_different_folders_than_are_looked_at_lose_no_id) {
  Ids ids;
  for (int i = 0; i < 70'000; ++i) ids.push_back(fmt::format("https://a.example/{}/story", i));
  const std::string bytes = file_of(ids);
  BOOST_TEST((read(bytes, ids.size()) == ids));
  const std::size_t first = bytes.find("https://a.example/");
  BOOST_TEST(bytes.find("https://a.example/", first + 1) == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

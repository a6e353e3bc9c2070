// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/run_file.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "tests/support/temporary_directory.h"

namespace pullquote::glass {
namespace {

/// Bytes that differ from those of every other entry.
std::string bytes_for(std::size_t number, std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 7 + number);
  return bytes;
}

struct Fixture {
  testing::TemporaryDirectory folder;
  std::filesystem::path path = folder / "run";

  void write(const std::map<std::string, std::string>& entries) const {
    RunWriter run(path);
    for (const auto& [term, bytes] : entries) run.add(term, bytes.size() + 1, 1ull << 40, bytes);
    run.finish();
  }

  std::map<std::string, std::string> read(std::size_t buffer_bytes) const {
    std::map<std::string, std::string> entries;
    RunReader run(path, buffer_bytes);
    std::string large;
    while (run.next()) {
      const std::string_view bytes = run.read_bytes(large);
      BOOST_TEST_REQUIRE(run.entry().count == bytes.size() + 1);
      BOOST_TEST_REQUIRE(run.entry().sum == 1ull << 40);
      entries[run.entry().term] = bytes;
    }
    return entries;
  }
};

BOOST_FIXTURE_TEST_SUITE(run_file, Fixture)

BOOST_AUTO_TEST_CASE(entries_are_read_back_whatever_their_size_and_the_buffers) {
  std::map<std::string, std::string> entries;
  for (std::size_t i = 0; i < 400; ++i) {
    entries[std::to_string(i) + std::string(i % 245, 'a')] = bytes_for(i, i * i % 9001);
  }
  entries[std::string(RunWriter::kMostTermBytes, 'z')] = bytes_for(1, 1);
  write(entries);
  for (const std::size_t buffer_bytes : {1u, 4096u, 1u << 20}) {
    BOOST_TEST((read(buffer_bytes) == entries));
  }
}

BOOST_AUTO_TEST_CASE(bytes_may_come_in_pieces) {
  Arena arena;
  ByteList list;
  for (int i = 0; i < 100; ++i) list.append(bytes_for(1, 37), arena);
  RunWriter run(path);
  run.add("term", list.size_bytes() + 1, 1ull << 40, list);
  run.finish();
  std::string expected;
  for (int i = 0; i < 100; ++i) expected += bytes_for(1, 37);
  BOOST_TEST((read(4096) == std::map<std::string, std::string>{{"term", expected}}));
}

BOOST_AUTO_TEST_CASE(merging_passes_over_runs_without_entries) {
  write({{"b", "2"}});
  RunWriter(folder / "empty").finish();
  std::vector<std::string> terms;
  merge_runs({folder / "empty", path}, 1 << 16, [&](const std::vector<RunReader*>& runs) {
    std::string large;
    for (RunReader* run : runs)
      terms.push_back(run->entry().term + std::string(run->read_bytes(large)));
  });
  BOOST_TEST(terms == std::vector<std::string>{"b2"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_run_without_entries_is_at_its_end) {
  write({});
  BOOST_TEST(read(4096).empty());
}

BOOST_AUTO_TEST_CASE(a_run_that_was_cut_is_an_error_not_a_shorter_run) {
  write({{"a", bytes_for(1, 300)}, {"term", bytes_for(2, 5000)}});
  const auto whole = std::filesystem::file_size(path);
  for (const std::uintmax_t kept : {whole - 1, whole - 4999, whole - 5003, std::uintmax_t{3}}) {
    std::filesystem::resize_file(path, kept);
    BOOST_CHECK_THROW(read(4096), WriteFailed);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::glass

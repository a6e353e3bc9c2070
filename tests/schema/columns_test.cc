// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/columns.h"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <string>

#include "pullquote/error.h"
#include "tests/support/damaged_files.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;

namespace {

Columns three_rows() {
  return {{1462388640, -1, kUnknownTime}, {{5, 0, 100}, {0, 7, 0}, {1, 2, 0xFFFFFFFF}}};
}

BOOST_AUTO_TEST_SUITE(columns)

BOOST_AUTO_TEST_CASE(mapped_rows_are_those_written) {
  const testing::TemporaryDirectory folder;
  const Columns columns = three_rows();
  const MappedColumns mapped(folder.write("columns", encode_columns(columns)));
  BOOST_REQUIRE(mapped.size() == 3u);
  mapped.check_all();
  for (std::uint32_t docid = 1; docid <= 3; ++docid) {
    BOOST_TEST(mapped.published(docid) == columns.published[docid - 1]);
    BOOST_TEST((mapped.lengths(docid) == columns.lengths[docid - 1]));
    BOOST_TEST(mapped.headline_length(docid) == columns.lengths[docid - 1].headline);
  }
  for (const std::uint32_t docid : {0u, 4u}) {
    BOOST_CHECK_THROW(mapped.published(docid), IndexCorrupt);
    BOOST_CHECK_THROW(mapped.lengths(docid), IndexCorrupt);
  }
}

BOOST_AUTO_TEST_CASE(no_rows_are_a_file_too) {
  const testing::TemporaryDirectory folder;
  const MappedColumns mapped(folder.write("columns", encode_columns({})));
  BOOST_TEST(mapped.size() == 0u);
  mapped.check_all();
}

BOOST_AUTO_TEST_CASE(columns_of_different_lengths_are_refused) {
  const testing::TemporaryDirectory folder;
  PackedColumnsWriter writer({.magic = "PQCOLUMN", .version = 2, .columns = 4});
  writer.add(std::vector<std::int64_t>{1, 2});
  for (const std::size_t rows : {2u, 2u, 1u}) writer.add(std::vector<std::uint32_t>(rows));
  BOOST_CHECK_THROW(MappedColumns(folder.write("columns", writer.bytes())), IndexCorrupt);
  BOOST_CHECK_THROW(MappedColumns(folder / "missing"), IndexUnavailable);
}

BOOST_AUTO_TEST_CASE(every_damaged_byte_and_every_cut_is_noticed) {
  testing::check_damage_is_noticed(
      encode_columns(three_rows()), [](const std::filesystem::path& file) {
        const MappedColumns columns(file);
        std::string text;
        for (std::uint32_t docid = 1; docid <= columns.size(); ++docid) {
          const FieldLengths lengths = columns.lengths(docid);
          text += fmt::format("{} {} {} {}\n", columns.published(docid), lengths.headline,
                              lengths.quotes, lengths.rest);
        }
        return text;
      });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

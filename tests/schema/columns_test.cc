// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/columns.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "pullquote/error.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;

namespace {

Columns three_rows() {
  return {{1462388640, -1, kUnknownTime}, {{5, 0, 100}, {0, 7, 0}, {1, 2, 0xFFFFFFFF}}};
}

BOOST_AUTO_TEST_SUITE(columns)

BOOST_AUTO_TEST_CASE(lengths_survive_their_slot) {
  for (const FieldLengths& lengths : three_rows().lengths) {
    BOOST_TEST((decode_lengths(encode_lengths(lengths)) == lengths));
  }
}

BOOST_AUTO_TEST_CASE(small_lengths_take_a_byte_each) {
  BOOST_TEST(encode_lengths({5, 0, 100}) == std::string("\x05\x00\x64", 3));
}

BOOST_AUTO_TEST_CASE(malformed_lengths_are_zeros) {
  const FieldLengths zeros;
  BOOST_TEST((decode_lengths("") == zeros));
  BOOST_TEST((decode_lengths("\x05\x05") == zeros));
  BOOST_TEST((decode_lengths("\x05\x05\x05\x05") == zeros));
  BOOST_TEST((decode_lengths("\x05\x05\xFF\xFF\xFF\xFF\x7F") == zeros));
}

BOOST_AUTO_TEST_CASE(mapped_rows_are_those_written) {
  const testing::TemporaryDirectory folder;
  const Columns columns = three_rows();
  const MappedColumns mapped(folder.write("columns", encode_columns(columns)));
  BOOST_REQUIRE(mapped.size() == 3u);
  BOOST_TEST(mapped.intact());
  for (std::uint32_t docid = 1; docid <= 3; ++docid) {
    BOOST_TEST(mapped.published(docid) == columns.published[docid - 1]);
    BOOST_TEST((mapped.lengths(docid) == columns.lengths[docid - 1]));
  }
}

BOOST_AUTO_TEST_CASE(no_rows_are_a_file_too) {
  const testing::TemporaryDirectory folder;
  const MappedColumns mapped(folder.write("columns", encode_columns({})));
  BOOST_TEST(mapped.size() == 0u);
  BOOST_TEST(mapped.intact());
}

BOOST_AUTO_TEST_CASE(a_damaged_row_is_noticed) {
  const testing::TemporaryDirectory folder;
  std::string bytes = encode_columns(three_rows());
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  BOOST_TEST(!MappedColumns(folder.write("columns", bytes)).intact());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_what_its_header_says_is_refused) {
  const testing::TemporaryDirectory folder;
  const std::string bytes = encode_columns(three_rows());
  std::string huge_count = bytes;
  huge_count[23] = '\x10';
  std::string version = bytes;
  version[8] = '\x02';
  for (const std::string& wrong :
       {std::string(), bytes.substr(0, 20), bytes.substr(0, bytes.size() - 1), bytes + "x",
        "X" + bytes.substr(1), huge_count, version}) {
    BOOST_CHECK_THROW(MappedColumns(folder.write("columns", wrong)), IndexCorrupt);
  }
  BOOST_CHECK_THROW(MappedColumns(folder / "missing"), IndexUnavailable);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

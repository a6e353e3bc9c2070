// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/packed_columns.h"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "pullquote/error.h"
#include "tests/support/damaged_files.h"
#include "tests/support/sealed_columns.h"
#include "tests/support/temporary_directory.h"

namespace pullquote {
namespace {

using testing::TemporaryDirectory;

using Numbers = std::vector<std::int64_t>;

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

constexpr ColumnsKind kOne{.magic = "TESTFILE", .version = 7, .columns = 1};
constexpr ColumnsKind kThree{.magic = "TESTFILE", .version = 7, .columns = 3, .byte_columns = 1};

std::string file_of(const Numbers& numbers) {
  PackedColumnsWriter writer(kOne);
  writer.add(numbers);
  return writer.bytes();
}

std::string file_of(const Numbers& first, const std::vector<std::uint32_t>& second,
                    std::string_view bytes) {
  PackedColumnsWriter writer(kThree);
  writer.add(first);
  writer.add(second);
  writer.add_bytes(bytes);
  return writer.bytes();
}

Numbers numbers_in(const PackedColumns& columns, std::uint32_t column) {
  Numbers numbers;
  for (std::uint64_t row = 0; row < columns.size(column); ++row) {
    numbers.push_back(columns.value(column, row));
  }
  return numbers;
}

Numbers read_back(const Numbers& numbers) {
  const TemporaryDirectory folder;
  return numbers_in(PackedColumns(folder.write("columns", file_of(numbers)), kOne), 0);
}

std::string letters(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text.push_back(static_cast<char>('a' + i * 7 % 26));
  return text;
}

BOOST_AUTO_TEST_SUITE(packed_columns)

BOOST_AUTO_TEST_CASE(numbers_of_every_width_are_read_as_written) {
  std::mt19937_64 random(1);
  for (unsigned bits = 0; bits <= 64; ++bits) {
    const std::uint64_t base = random();
    Numbers numbers;
    for (int i = 0; i < 300; ++i) {
      const std::uint64_t distance = bits == 0 ? 0 : random() >> (64 - bits);
      numbers.push_back(static_cast<std::int64_t>(base + distance));
    }
    BOOST_TEST((read_back(numbers) == numbers), bits << " bits");
  }
}

BOOST_AUTO_TEST_CASE(blocks_of_different_widths_follow_each_other) {
  std::mt19937_64 random(2);
  Numbers numbers;
  for (int block = 0; block < 200; ++block) {
    const auto shift = random() % 64;
    for (std::size_t i = 0; i < kColumnBlock; ++i) {
      numbers.push_back(static_cast<std::int64_t>(random()) >> shift);
    }
  }
  numbers.resize(numbers.size() - 5);
  BOOST_TEST((read_back(numbers) == numbers));
}

BOOST_AUTO_TEST_CASE(the_least_and_the_greatest_number_stand_side_by_side) {
  const Numbers numbers{kLeast, kMost, 0, -1, 1462388640, kLeast, 1};
  BOOST_TEST(read_back(numbers) == numbers, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(columns_may_be_empty) {
  const TemporaryDirectory folder;
  const PackedColumns columns(folder.write("columns", file_of({}, {}, "")), kThree);
  for (const std::uint32_t column : {0u, 1u, 2u}) BOOST_TEST(columns.size(column) == 0u);
  BOOST_CHECK_THROW(columns.value(0, 0), IndexCorrupt);
  BOOST_CHECK_THROW(columns.number(1, 0), IndexCorrupt);
  BOOST_TEST(columns.bytes(2, 0, 0) == "");
  BOOST_CHECK_THROW(columns.bytes(2, 0, 1), IndexCorrupt);
  columns.check_all();
}

BOOST_AUTO_TEST_CASE(equal_numbers_take_no_room) {
  BOOST_TEST(file_of(Numbers(1280, kLeast)).size() - file_of({}).size() ==
             10 * sizeof(ColumnBlockEntry));
}

BOOST_AUTO_TEST_CASE(rows_behind_the_last_and_numbers_over_32_bits_are_damage) {
  const TemporaryDirectory folder;
  const PackedColumns columns(
      folder.write("columns", file_of({-1, 1LL << 32, 5}, {UINT32_MAX, 0}, "")), kThree);
  BOOST_CHECK_THROW(columns.value(0, 3), IndexCorrupt);
  BOOST_CHECK_THROW(columns.value(0, UINT64_MAX), IndexCorrupt);
  BOOST_CHECK_THROW(columns.number(0, 0), IndexCorrupt);
  BOOST_CHECK_THROW(columns.number(0, 1), IndexCorrupt);
  BOOST_TEST(columns.number(0, 2) == 5u);
  BOOST_TEST(columns.number(1, 0) == UINT32_MAX);
}

BOOST_AUTO_TEST_CASE(bytes_are_read_across_blocks) {
  const TemporaryDirectory folder;
  for (const std::size_t size : {std::size_t{1}, std::size_t{15}, kBytesBlock - 1, kBytesBlock,
                                 kBytesBlock + 1, 3 * kBytesBlock + 100}) {
    const std::string text = letters(size);
    const PackedColumns columns(folder.write("columns", file_of({}, {}, text)), kThree);
    BOOST_TEST(columns.size(2) == size);
    BOOST_TEST((columns.bytes(2, 0, size) == text), size);
    BOOST_TEST(columns.bytes(2, size / 2, size) == std::string_view(text).substr(size / 2));
    BOOST_CHECK_THROW(columns.bytes(2, 0, size + 1), IndexCorrupt);
    BOOST_CHECK_THROW(columns.bytes(2, 1, 0), IndexCorrupt);
  }
}

BOOST_AUTO_TEST_CASE(the_bytes_are_those_of_the_document) {
  std::string expected("TESTFILE\x07\0\0\0????", 16);
  expected += std::string("\x03\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0", 16);  // 3 rows, 3 units
  expected += std::string("\x0a\0\0\0\0\0\0\0\0\0\0\0????", 16);        // least value 10
  expected += std::string("\0\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0", 16);    // the end
  expected += '\x2f';                                                   // 7, 5, 0 in 3 bits each
  expected += std::string(47 + 16, '\0');
  testing::seal_columns(1, 0, expected);
  BOOST_TEST((file_of({17, 15, 10}) == expected));
}

BOOST_AUTO_TEST_CASE(another_kind_of_file_is_refused) {
  const TemporaryDirectory folder;
  const std::string sound = file_of({1, 2}, {3}, "name");
  std::string other_name = sound;
  other_name[0] = 'X';
  std::string other_version = sound;
  other_version[8] = '\x08';
  for (const std::string& bytes : {std::string(), other_name, other_version, sound + "x"}) {
    const auto file = folder.write("columns", bytes);
    BOOST_CHECK_THROW(PackedColumns(file, kThree), IndexCorrupt);
  }
  BOOST_CHECK_THROW(PackedColumns(folder / "missing", kThree), IndexUnavailable);
  BOOST_CHECK_THROW(PackedColumns(folder.path(), kThree), IndexCorrupt);
}

BOOST_AUTO_TEST_CASE(every_damaged_byte_and_every_cut_is_noticed_where_it_is_read) {
  Numbers times{kLeast, kLeast};
  for (std::int64_t i = 0; i < 130; ++i) times.push_back(1462388640 - i * i);
  const std::string sound = file_of(times, {7, 1, 900}, "Ann LeeBo Um");
  const auto values = [](const PackedColumns& columns) {
    std::string text;
    for (const std::uint32_t column : {0u, 1u}) {
      for (const std::int64_t number : numbers_in(columns, column)) {
        text += std::to_string(number) + " ";
      }
    }
    return text += columns.bytes(2, 0, columns.size(2));
  };
  testing::check_damage_is_noticed(sound, [&](const std::filesystem::path& file) {
    return values(PackedColumns(file, kThree));
  });
  testing::check_damage_is_noticed(sound, [&](const std::filesystem::path& file) {
    const PackedColumns columns(file, kThree);
    columns.check_all();
    return values(columns);
  });
}

BOOST_AUTO_TEST_CASE(damage_ends_reading_of_its_own_block_only) {
  const TemporaryDirectory folder;
  std::string bytes = file_of(Numbers(kColumnBlock, 1), {1, 2, 3}, "names");
  bytes[bytes.size() - 32] ^= 1;
  const PackedColumns columns(folder.write("columns", bytes), kThree);
  BOOST_TEST(columns.value(0, 0) == 1);
  BOOST_TEST(columns.number(1, 2) == 3u);
  BOOST_CHECK_THROW(columns.bytes(2, 0, 1), IndexCorrupt);
  BOOST_CHECK_THROW(columns.bytes(2, 0, 1), IndexCorrupt);
  BOOST_CHECK_THROW(columns.check_all(), IndexCorrupt);
}

BOOST_AUTO_TEST_CASE(sizes_that_fit_no_file_are_refused_with_whatever_checksum) {
  const TemporaryDirectory folder;
  for (const std::uint64_t size : {std::uint64_t{3}, std::uint64_t{1} << 36, std::uint64_t{1} << 60,
                                   UINT64_MAX - 127, UINT64_MAX}) {
    for (const std::size_t at : {16u, 24u, 48u, 56u}) {
      std::string bytes = file_of({1, 2}, {}, "name");
      if (testing::number_at<std::uint64_t>(bytes, at) == size) continue;
      testing::put_number(size, at, bytes);
      testing::seal_columns(3, 1, bytes);
      const auto file = folder.write("columns", bytes);
      if (size == 3 && at == 16) {
        // A row of zeros more in the same block: who forges checksums is believed.
        BOOST_TEST(PackedColumns(file, kThree).value(0, 2) == 1);
      } else if (size == 3 && at == 48) {
        BOOST_TEST(PackedColumns(file, kThree).bytes(2, 0, 3) == "nam");
      } else {
        BOOST_CHECK_THROW(PackedColumns(file, kThree), IndexCorrupt);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(several_threads_read_at_once, *boost::unit_test::label("concurrent")) {
  const TemporaryDirectory folder;
  std::mt19937_64 random(3);
  Numbers numbers(100 * kColumnBlock);
  for (std::int64_t& number : numbers) number = static_cast<std::int64_t>(random() % 1000);
  const std::string text = letters(20 * kBytesBlock);
  const PackedColumns columns(folder.write("columns", file_of(numbers, {}, text)), kThree);
  std::vector<std::size_t> wrong(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t thread = 0; thread < wrong.size(); ++thread) {
      threads.emplace_back([&, thread] {
        if (thread == 0) columns.check_all();
        for (std::size_t row = 0; row < numbers.size(); ++row) {
          wrong[thread] += columns.value(0, row) != numbers[row];
        }
        wrong[thread] += columns.bytes(2, thread, text.size()) != text.substr(thread);
      });
    }
  }
  for (const std::size_t count : wrong) BOOST_TEST(count == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote

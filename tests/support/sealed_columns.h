// SPDX-License-Identifier: GPL-3.0-or-later
/// Gives a file of packed columns the checksums that its bytes need to be believed, after
/// docs/index-format.md and not with the code that writes such files.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "schema/store/block_checksum.h"

namespace pullquote::testing {

template <class Number>
Number number_at(const std::string& bytes, std::size_t at) {
  Number number{};
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

template <class Number>
void put_number(Number number, std::size_t at, std::string& bytes) {
  std::memcpy(bytes.data() + at, &number, sizeof number);
}

inline std::uint32_t checksum_of_columns_block(const std::string& file, std::size_t entry,
                                               std::uint32_t column, std::uint32_t block,
                                               std::string_view data) {
  std::string summed(32, '\0');
  put_number(number_at<std::uint64_t>(file, entry), 0, summed);
  put_number(number_at<std::uint32_t>(file, entry + 8), 8, summed);
  put_number(static_cast<std::uint32_t>(data.size() / 16), 12, summed);
  put_number(column, 16, summed);
  put_number(block, 20, summed);
  put_number(block_checksum(data), 24, summed);
  return block_checksum(summed);
}

/// Blocks that lie outside of the file are left alone.
inline void seal_columns(std::uint32_t columns, std::uint32_t byte_columns, std::string& file) {
  std::size_t at = 16 + std::size_t{16} * columns;
  if (file.size() < at) return;
  put_number(block_checksum(std::string_view(file).substr(16, at - 16)), 12, file);
  for (std::uint32_t column = 0; column < columns; ++column) {
    const auto rows = number_at<std::uint64_t>(file, 16 + std::size_t{16} * column);
    const auto units = number_at<std::uint64_t>(file, 24 + std::size_t{16} * column);
    const std::uint64_t block_rows = column >= columns - byte_columns ? 4096 : 128;
    const std::uint64_t blocks = rows / block_rows + (rows % block_rows != 0);
    if (blocks >= (file.size() - at) / 16) return;
    const std::size_t data = at + (static_cast<std::size_t>(blocks) + 1) * 16;
    for (std::uint32_t block = 0; block < blocks; ++block) {
      const std::size_t entry = at + std::size_t{16} * block;
      const auto begin = std::size_t{16} * number_at<std::uint32_t>(file, entry + 8);
      const auto end = std::size_t{16} * number_at<std::uint32_t>(file, entry + 24);
      if (begin > end || end > file.size() - data) continue;
      const auto bytes = std::string_view(file).substr(data + begin, end - begin);
      put_number(checksum_of_columns_block(file, entry, column, block, bytes), entry + 12, file);
    }
    if (units > (file.size() - data) / 16) return;
    at = data + static_cast<std::size_t>(units) * 16;
  }
}

}  // namespace pullquote::testing

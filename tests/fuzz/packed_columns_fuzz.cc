// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes as a file of packed columns, with whatever checksums they need to be believed:
/// refused, or read without leaving them.
#include <algorithm>
#include <cstdint>

#include "pullquote/error.h"
#include "schema/store/packed_columns.h"
#include "tests/fuzz/columns_input.h"

namespace {

using namespace pullquote;

constexpr ColumnsKind kKind{.magic = "TESTFILE", .version = 7, .columns = 3, .byte_columns = 1};

/// Columns of equal numbers take no room, so that a small file may have millions of rows.
constexpr std::uint64_t kMostRows = 10000;

void read_all(const PackedColumns& columns) {
  for (const std::uint32_t column : {0u, 1u}) {
    for (std::uint64_t row = 0; row < std::min(columns.size(column), kMostRows); ++row) {
      try {
        (void)columns.number(column, row);
      } catch (const IndexCorrupt&) {
      }
    }
  }
  try {
    const auto bytes = columns.bytes(2, 0, columns.size(2));
    (void)std::count(bytes.begin(), bytes.end(), 'x');
  } catch (const IndexCorrupt&) {
  }
  columns.check_all();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const bool sealed : {false, true}) {
    try {
      read_all(PackedColumns(
          fuzz::columns_file({data, size}, sealed, kKind.columns, kKind.byte_columns), kKind));
    } catch (const IndexCorrupt&) {
    }
  }
  return 0;
}

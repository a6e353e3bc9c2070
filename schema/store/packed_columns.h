// SPDX-License-Identifier: GPL-3.0-or-later
/// Columns of numbers, each in as few bits as its neighbourhood needs, checked when they are read.
///
/// A column is cut into blocks of kColumnBlock rows. A block stores its least value (the base) and
/// the distance of each row from it, all in the same number of bits (frame of reference: J.
/// Goldstein, R. Ramakrishnan, U. Shaft, "Compressing relations and indexes", ICDE 1998). So a row
/// is found by one look into the directory of blocks and one load. Each block has a checksum, which
/// is compared when a row of the block is read for the first time.
///
/// A column may also hold bytes (names, one after another), in blocks of kBytesBlock that are
/// checked in the same way.
///
/// docs/index-format.md has the bytes.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/io/mapped_file.h"

namespace pullquote {

inline constexpr std::size_t kColumnBlock = 128;
inline constexpr std::size_t kBytesBlock = 4096;

/// What a file of columns holds: its name in the file's first eight bytes, and its version.
struct ColumnsKind {
  std::string_view magic;  ///< eight bytes
  std::uint32_t version = 1;
  std::uint32_t columns = 0;       ///< how many there are; their order is the kind's own
  std::uint32_t byte_columns = 0;  ///< how many of them, the last ones, hold bytes
};

/// What the directory of a column says about one of its blocks. The next entry's offset is the end
/// of the block, so that the last block is followed by one more entry.
struct ColumnBlockEntry {
  std::uint64_t base = 0;    ///< least value; sums with it wrap around
  std::uint32_t offset = 0;  ///< from the first block, in units of kColumnUnit bytes
  std::uint32_t checksum = 0;
};
static_assert(sizeof(ColumnBlockEntry) == 16);

/// So many bytes have kColumnBlock numbers of one bit each: a block of numbers has as many units as
/// a number has bits.
inline constexpr std::size_t kColumnUnit = kColumnBlock / 8;

/// Gathers the columns of a file in memory, packed. One thread at a time.
class PackedColumnsWriter final {
 public:
  explicit PackedColumnsWriter(const ColumnsKind& kind) : kind_(kind) {}

  /// The next column. All columns of the kind must be added before write().
  void add(std::span<const std::int64_t> values);
  void add(std::span<const std::uint32_t> values);
  void add_bytes(std::string_view bytes);

  /// Calls `write` with the bytes of the file, piece by piece.
  void write(const std::function<void(std::string_view bytes)>& write) const;
  std::string bytes() const;

 private:
  struct Column {
    std::uint64_t rows = 0;
    std::vector<ColumnBlockEntry> entries;
    std::string data;
  };
  template <class Value>
  void add_numbers(std::span<const Value> values);
  void end_block(std::uint64_t base, std::size_t begin, Column& column) const;

  ColumnsKind kind_;
  std::vector<Column> columns_;
};

/// The file, mapped. Immutable to its callers and thread-safe.
class PackedColumns final {
 public:
  /// Checks header, directory of columns and length; not the rows.
  /// @throws IndexUnavailable, IndexCorrupt naming file and remedy
  PackedColumns(const std::filesystem::path& file, const ColumnsKind& kind);
  PackedColumns(const PackedColumns&) = delete;
  PackedColumns& operator=(const PackedColumns&) = delete;

  /// Rows of a column of numbers, or bytes of a column of bytes.
  std::uint64_t size(std::uint32_t column) const { return columns_[column].rows; }

  /// @param row  below size(column); a greater one, which only damage can ask for, throws.
  /// @throws IndexCorrupt
  std::int64_t value(std::uint32_t column, std::uint64_t row) const;
  /// The same for a column whose numbers fit 32 bits without sign; others throw.
  std::uint32_t number(std::uint32_t column, std::uint64_t row) const;
  /// Bytes [begin, end) of a column of bytes. @throws IndexCorrupt, also when there are no such.
  std::string_view bytes(std::uint32_t column, std::uint64_t begin, std::uint64_t end) const;

  /// Reads everything that was not read yet. @throws IndexCorrupt at the first damaged block.
  void check_all() const;

  /// Names the file and the remedy. @throws IndexCorrupt always.
  [[noreturn]] void throw_damaged(std::string_view what) const;

 private:
  struct Column {
    std::uint64_t rows = 0;
    const ColumnBlockEntry* entries = nullptr;  ///< blocks + 1
    const char* data = nullptr;
    std::atomic<bool>* sound = nullptr;  ///< one a block, in sound_
    std::uint64_t blocks = 0;
    std::uint64_t units = 0;  ///< of `data`
  };

  bool holds_bytes(std::uint32_t column) const {
    return column >= columns_.size() - kind_.byte_columns;
  }
  void check(std::uint32_t column, std::uint64_t block) const;
  [[noreturn]] void throw_no_row() const;
  [[noreturn]] void throw_too_large() const;

  std::filesystem::path file_;
  MappedFile mapping_;
  ColumnsKind kind_;
  std::vector<Column> columns_;
  /// Which blocks were found sound. Relaxed order is enough: the blocks never change, so that a
  /// thread that misses another's note does no more than check a block again.
  std::unique_ptr<std::atomic<bool>[]> sound_;
};

inline std::int64_t PackedColumns::value(std::uint32_t column, std::uint64_t row) const {
  const Column& from = columns_[column];
  if (row >= from.rows) [[unlikely]]
    throw_no_row();
  const std::uint64_t block = row / kColumnBlock;
  if (!from.sound[block].load(std::memory_order_relaxed)) [[unlikely]]
    check(column, block);
  const ColumnBlockEntry& entry = from.entries[block];
  const std::uint32_t bits = from.entries[block + 1].offset - entry.offset;
  const std::size_t at = static_cast<std::size_t>(row % kColumnBlock) * bits;
  // Widths from 58 to 63 are not used (write_bits), so that eight bytes have the whole number.
  std::uint64_t word;
  std::memcpy(&word, from.data + entry.offset * kColumnUnit + at / 8, sizeof word);
  const std::uint64_t mask = bits == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (bits & 63)) - 1;
  return static_cast<std::int64_t>(entry.base + ((word >> (at % 8)) & mask));
}

inline std::uint32_t PackedColumns::number(std::uint32_t column, std::uint64_t row) const {
  const auto found = static_cast<std::uint64_t>(value(column, row));
  if (found > std::numeric_limits<std::uint32_t>::max()) [[unlikely]]
    throw_too_large();
  return static_cast<std::uint32_t>(found);
}

}  // namespace pullquote

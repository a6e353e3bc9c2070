// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/packed_columns.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <limits>

#include "schema/io/index_damage.h"
#include "schema/store/block_checksum.h"
#include "schema/store/object_bytes.h"

namespace pullquote {
namespace {

constexpr std::uint32_t kWidestPacked = 57;
constexpr std::uint32_t kWholeWord = 64;
constexpr std::size_t kUnitsOfBytes = kBytesBlock / kColumnUnit;
/// What lies behind the last block: a number at the end of it is loaded with bytes that follow.
constexpr std::array<char, kColumnUnit> kPadding{};

struct Header {
  char magic[8] = {};
  std::uint32_t version = 0;
  std::uint32_t checksum = 0;  ///< of the directory
};
static_assert(sizeof(Header) == 16);

/// A row of the directory.
struct ColumnSize {
  std::uint64_t rows = 0;
  std::uint64_t units = 0;
};
static_assert(sizeof(ColumnSize) == 16);

/// No column has more rows, so that no size below overflows.
constexpr std::uint64_t kMostRows = std::uint64_t{1} << 36;

/// All that a block is read with, so that the checksum of it notices damage to any of it.
struct SummedBlock {
  std::uint64_t base = 0;
  std::uint32_t offset = 0;
  std::uint32_t units = 0;
  std::uint32_t column = 0;
  std::uint32_t block = 0;
  std::uint32_t data = 0;  ///< checksum of the rows
  std::uint32_t zero = 0;
};
static_assert(sizeof(SummedBlock) == 32);

std::uint32_t checksum_of(const ColumnBlockEntry& entry, std::uint32_t column, std::uint64_t block,
                          std::string_view data) {
  const SummedBlock summed{.base = entry.base,
                           .offset = entry.offset,
                           .units = static_cast<std::uint32_t>(data.size() / kColumnUnit),
                           .column = column,
                           .block = static_cast<std::uint32_t>(block),
                           .data = block_checksum(data)};
  return block_checksum(bytes_of(summed));
}

/// The last part may be smaller.
std::uint64_t parts_of(std::uint64_t all, std::size_t part) {
  return all / part + (all % part != 0);
}

std::uint32_t width_of(std::uint64_t most) {
  const auto bits = static_cast<std::uint32_t>(std::bit_width(most));
  return bits > kWidestPacked ? kWholeWord : bits;
}

/// Writes the lowest `bits` of a value at a bit of a buffer that is zero there.
void write_bits(std::uint64_t value, std::uint32_t bits, std::size_t at, char* out) {
  if (bits == 0) return;
  const std::size_t first = at / 8;
  const std::size_t last = (at + bits - 1) / 8;
  value <<= at % 8;
  for (std::size_t i = first; i <= last; ++i, value >>= 8) {
    out[i] = static_cast<char>(static_cast<unsigned char>(out[i]) | (value & 0xFF));
  }
}

}  // namespace

/// The block is what was appended to the column's data from `begin` on.
void PackedColumnsWriter::end_block(std::uint64_t base, std::size_t begin, Column& column) const {
  assert(begin / kColumnUnit <= std::numeric_limits<std::uint32_t>::max());
  ColumnBlockEntry entry{base, static_cast<std::uint32_t>(begin / kColumnUnit), 0};
  entry.checksum = checksum_of(entry, static_cast<std::uint32_t>(columns_.size()),
                               column.entries.size(), std::string_view(column.data).substr(begin));
  column.entries.push_back(entry);
}

template <class Value>
void PackedColumnsWriter::add_numbers(std::span<const Value> values) {
  assert(columns_.size() + kind_.byte_columns < kind_.columns);
  Column column{.rows = values.size(), .entries = {}, .data = {}};
  for (std::size_t first = 0; first < values.size(); first += kColumnBlock) {
    const auto rows = values.subspan(first, std::min(kColumnBlock, values.size() - first));
    const auto [least, most] = std::minmax_element(rows.begin(), rows.end());
    const auto base = static_cast<std::uint64_t>(*least);
    const std::uint32_t bits = width_of(static_cast<std::uint64_t>(*most) - base);
    const std::size_t begin = column.data.size();
    column.data.resize(begin + bits * kColumnUnit);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      write_bits(static_cast<std::uint64_t>(rows[i]) - base, bits, i * bits,
                 column.data.data() + begin);
    }
    end_block(base, begin, column);
  }
  columns_.push_back(std::move(column));
}

void PackedColumnsWriter::add(std::span<const std::int64_t> values) {
  add_numbers(values);
}

void PackedColumnsWriter::add(std::span<const std::uint32_t> values) {
  add_numbers(values);
}

void PackedColumnsWriter::add_bytes(std::string_view bytes) {
  assert(columns_.size() + kind_.byte_columns >= kind_.columns);
  Column column{.rows = bytes.size(), .entries = {}, .data = {}};
  for (std::size_t first = 0; first < bytes.size(); first += kBytesBlock) {
    column.data += bytes.substr(first, kBytesBlock);
    column.data.resize(parts_of(column.data.size(), kColumnUnit) * kColumnUnit);
    end_block(0, first, column);
  }
  columns_.push_back(std::move(column));
}

void PackedColumnsWriter::write(const std::function<void(std::string_view bytes)>& write) const {
  assert(columns_.size() == kind_.columns);
  std::vector<ColumnSize> sizes;
  for (const Column& column : columns_) {
    sizes.push_back({column.rows, column.data.size() / kColumnUnit});
  }
  Header header{.version = kind_.version, .checksum = block_checksum(bytes_of(sizes))};
  kind_.magic.copy(header.magic, sizeof header.magic);
  write(bytes_of(header));
  write(bytes_of(sizes));
  for (const Column& column : columns_) {
    const ColumnBlockEntry end{.offset =
                                   static_cast<std::uint32_t>(column.data.size() / kColumnUnit)};
    write(bytes_of(column.entries));
    write(bytes_of(end));
    write(column.data);
  }
  write(bytes_of(kPadding));
}

std::string PackedColumnsWriter::bytes() const {
  std::string file;
  write([&file](std::string_view bytes) { file += bytes; });
  return file;
}

PackedColumns::PackedColumns(const std::filesystem::path& file, const ColumnsKind& kind)
    : file_(file), mapping_(file), kind_(kind) {
  std::string_view rest = mapping_.bytes();
  const auto take = [&](std::uint64_t size) {
    if (rest.size() < size) throw_damaged("it is shorter than its columns");
    const char* const taken = rest.data();
    rest.remove_prefix(static_cast<std::size_t>(size));
    return taken;
  };
  Header header;
  std::memcpy(&header, take(sizeof header), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != kind.magic) {
    throw_damaged("it is another kind of file");
  }
  if (header.version != kind.version) throw_damaged("it has another version");
  std::vector<ColumnSize> sizes(kind.columns);
  std::memcpy(sizes.data(), take(bytes_of(sizes).size()), bytes_of(sizes).size());
  if (block_checksum(bytes_of(sizes)) != header.checksum) {
    throw_damaged("the sizes of its columns have another checksum");
  }

  std::uint64_t blocks = 0;
  for (const ColumnSize& size : sizes) {
    if (size.rows > kMostRows || size.units > kMostRows) {
      throw_damaged("a column has an impossible size");
    }
    const bool is_bytes = columns_.size() >= kind.columns - kind.byte_columns;
    // So much of bytes() as needs no look at a block.
    if (is_bytes && size.units != parts_of(size.rows, kColumnUnit)) {
      throw_damaged("a column of bytes has another size than they have");
    }
    Column column;
    column.rows = size.rows;
    column.blocks = parts_of(size.rows, is_bytes ? kBytesBlock : kColumnBlock);
    column.units = size.units;
    // All of the file is a multiple of an entry's size, so that entries are aligned.
    column.entries = reinterpret_cast<const ColumnBlockEntry*>(
        take((column.blocks + 1) * sizeof(ColumnBlockEntry)));
    column.data = take(size.units * kColumnUnit);
    columns_.push_back(column);
    blocks += column.blocks;
  }
  if (rest.size() != kPadding.size()) throw_damaged("it is longer than its columns");
  sound_ = std::make_unique<std::atomic<bool>[]>(static_cast<std::size_t>(blocks));
  std::atomic<bool>* next = sound_.get();
  for (Column& column : columns_) {
    column.sound = next;
    next += column.blocks;
  }
}

void PackedColumns::check(std::uint32_t column, std::uint64_t block) const {
  const Column& of = columns_[column];
  const ColumnBlockEntry entry = of.entries[block];
  const std::uint64_t end = of.entries[block + 1].offset;
  if (entry.offset > end || end > of.units) throw_damaged("a block lies outside of its column");
  const std::uint64_t units = end - entry.offset;
  if (holds_bytes(column)) {
    const std::uint64_t first = block * kUnitsOfBytes;
    if (entry.offset != first ||
        units != std::min<std::uint64_t>(of.units - first, kUnitsOfBytes)) {
      throw_damaged("a block of bytes has an impossible size");
    }
  } else if (units > kWidestPacked && units != kWholeWord) {
    throw_damaged("a block has numbers of an impossible width");
  }
  const std::string_view data(of.data + entry.offset * kColumnUnit,
                              static_cast<std::size_t>(units * kColumnUnit));
  if (checksum_of(entry, column, block, data) != entry.checksum) {
    throw_damaged("a block has another checksum");
  }
  of.sound[block].store(true, std::memory_order_relaxed);
}

std::string_view PackedColumns::bytes(std::uint32_t column, std::uint64_t begin,
                                      std::uint64_t end) const {
  const Column& from = columns_[column];
  if (begin > end || end > from.rows) throw_damaged("a name ends before it begins");
  for (std::uint64_t block = begin / kBytesBlock; block * kBytesBlock < end; ++block) {
    if (!from.sound[block].load(std::memory_order_relaxed)) check(column, block);
  }
  return {from.data + begin, static_cast<std::size_t>(end - begin)};
}

void PackedColumns::check_all() const {
  for (std::uint32_t column = 0; column < columns_.size(); ++column) {
    for (std::uint64_t block = 0; block < columns_[column].blocks; ++block) {
      if (!columns_[column].sound[block].load(std::memory_order_relaxed)) check(column, block);
    }
  }
}

void PackedColumns::throw_damaged(std::string_view what) const {
  throw_derived_damaged(file_, std::string(what));
}

void PackedColumns::throw_no_row() const {
  throw_damaged("it is asked for a row that it does not have");
}

void PackedColumns::throw_too_large() const {
  throw_damaged("it has a number over 32 bits where there can be none");
}

}  // namespace pullquote

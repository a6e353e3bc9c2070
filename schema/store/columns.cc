// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/columns.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <bit>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "pullquote/error.h"
#include "schema/store/checksum.h"
#include "schema/store/index_damage.h"
#include "schema/store/open_file.h"
#include "schema/store/varint.h"

namespace pullquote {
namespace {

// The file is little-endian and mapped as it is.
static_assert(std::endian::native == std::endian::little);

constexpr std::string_view kMagic = "PQCOLUMN";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeaderBytes = 16;
constexpr std::size_t kCountBytes = 8;
constexpr std::size_t kRowBytes = sizeof(std::int64_t) + 3 * sizeof(std::uint32_t);

template <class Number>
void append_number(Number value, std::string& out) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

template <class Number>
Number number_at(const char* bytes) {
  Number value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

[[noreturn]] void throw_unavailable(const std::filesystem::path& file) {
  throw IndexUnavailable("cannot map " + file.string() + ": " +
                         std::generic_category().message(errno));
}

[[noreturn]] void throw_corrupt(const std::filesystem::path& file, std::string_view what) {
  throw_index_corrupt(file.string() + ": " + std::string(what));
}

/// What the header gets wrong about the file; empty: nothing.
std::string_view header_fault(std::string_view file) {
  if (file.size() < kHeaderBytes + kCountBytes) return "the columns end before their first row";
  if (file.substr(0, kMagic.size()) != kMagic) return "this is no file of columns";
  if (number_at<std::uint32_t>(file.data() + kMagic.size()) != kVersion) {
    return "the columns have another version";
  }
  const auto count = number_at<std::uint64_t>(file.data() + kHeaderBytes);
  const std::size_t row_bytes = file.size() - kHeaderBytes - kCountBytes;
  if (row_bytes % kRowBytes != 0 || row_bytes / kRowBytes != count) {
    return "the columns are not as long as their count says";
  }
  return {};
}

}  // namespace

std::string encode_lengths(const FieldLengths& lengths) {
  std::string bytes;
  append_varint(lengths.headline, bytes);
  append_varint(lengths.quotes, bytes);
  append_varint(lengths.rest, bytes);
  return bytes;
}

FieldLengths decode_lengths(std::string_view bytes) {
  FieldLengths lengths;
  for (std::uint32_t* target : {&lengths.headline, &lengths.quotes, &lengths.rest}) {
    const auto value = take_varint(bytes);
    if (!value || *value > UINT32_MAX) return {};
    *target = static_cast<std::uint32_t>(*value);
  }
  return bytes.empty() ? lengths : FieldLengths{};
}

std::string encode_columns(const Columns& columns) {
  assert(columns.published.size() == columns.lengths.size());
  std::string rows;
  rows.reserve(kCountBytes + columns.published.size() * kRowBytes);
  append_number(std::uint64_t{columns.published.size()}, rows);
  for (std::int64_t published : columns.published) append_number(published, rows);
  for (const FieldLengths& lengths : columns.lengths) append_number(lengths.headline, rows);
  for (const FieldLengths& lengths : columns.lengths) append_number(lengths.quotes, rows);
  for (const FieldLengths& lengths : columns.lengths) append_number(lengths.rest, rows);

  std::string file(kMagic);
  append_number(kVersion, file);
  append_number(crc32_of(rows), file);
  return file + rows;
}

MappedColumns::MappedColumns(const std::filesystem::path& file) {
  const OpenFile in(file);
  struct stat status {};
  if (in.get() < 0 || ::fstat(in.get(), &status) != 0) throw_unavailable(file);
  if (!S_ISREG(status.st_mode)) throw_corrupt(file, "the columns are no regular file");
  if (status.st_size == 0) throw_corrupt(file, "the columns are empty");
  mapped_bytes_ = static_cast<std::size_t>(status.st_size);
  void* mapping = ::mmap(nullptr, mapped_bytes_, PROT_READ, MAP_SHARED, in.get(), 0);
  if (mapping == MAP_FAILED) throw_unavailable(file);
  const auto* bytes = static_cast<const char*>(mapping);
  if (const auto fault = header_fault({bytes, mapped_bytes_}); !fault.empty()) {
    ::munmap(mapping, mapped_bytes_);
    throw_corrupt(file, fault);
  }
  mapping_ = mapping;
  size_ = number_at<std::uint64_t>(bytes + kHeaderBytes);
  published_ = reinterpret_cast<const std::int64_t*>(bytes + kHeaderBytes + kCountBytes);
  headline_ = reinterpret_cast<const std::uint32_t*>(published_ + size_);
  quotes_ = headline_ + size_;
  rest_ = quotes_ + size_;
}

MappedColumns::~MappedColumns() {
  ::munmap(mapping_, mapped_bytes_);
}

bool MappedColumns::intact() const {
  const std::string_view file(static_cast<const char*>(mapping_), mapped_bytes_);
  return crc32_of(file.substr(kHeaderBytes)) ==
         number_at<std::uint32_t>(file.data() + kMagic.size() + sizeof kVersion);
}

}  // namespace pullquote

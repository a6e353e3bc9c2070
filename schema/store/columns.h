// SPDX-License-Identifier: GPL-3.0-or-later
/// Flat columns of a part, mapped by the searcher: what ranking and date ranges read per docid.
/// Derived from the value slots and rebuilt at will; without the file the slots are read instead.
///
/// File: 16-byte header ("PQCOLUMN", u32 version, u32 CRC-32 of the rest), u64 article count N,
/// then i64 published[N] (INT64_MIN: unknown), then u32 headline[N], quotes[N], rest[N] (words).
/// Little-endian; row i belongs to docid i + 1.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

inline constexpr std::int64_t kUnknownTime = std::numeric_limits<std::int64_t>::min();

/// Words of one article by field. "rest" is standfirst, body outside quotes, and captions.
struct FieldLengths {
  std::uint32_t headline = 0;
  std::uint32_t quotes = 0;
  std::uint32_t rest = 0;
  friend bool operator==(const FieldLengths&, const FieldLengths&) = default;
};

/// The bytes of ValueSlot::Lengths.
std::string encode_lengths(const FieldLengths& lengths);
FieldLengths decode_lengths(std::string_view bytes);  ///< zeros for anything malformed

struct Columns {
  std::vector<std::int64_t> published;
  std::vector<FieldLengths> lengths;
};

/// The file's bytes.
std::string encode_columns(const Columns& columns);

/// A read-only mapping of the file. Immutable, shared by threads.
class MappedColumns {
 public:
  /// Checks kind, version and length of the file, so that opening takes no time; intact() the rest.
  /// @throws IndexCorrupt when the file is not what the header says; IndexUnavailable on I/O
  /// errors.
  explicit MappedColumns(const std::filesystem::path& file);
  ~MappedColumns();
  MappedColumns(const MappedColumns&) = delete;
  MappedColumns& operator=(const MappedColumns&) = delete;

  /// Whether the rows still have the checksum of the header. Reads the whole file.
  bool intact() const;

  std::uint64_t size() const { return size_; }
  std::int64_t published(std::uint32_t docid) const { return published_[docid - 1]; }
  FieldLengths lengths(std::uint32_t docid) const {
    return {headline_[docid - 1], quotes_[docid - 1], rest_[docid - 1]};
  }

 private:
  void* mapping_ = nullptr;
  std::size_t mapped_bytes_ = 0;
  std::uint64_t size_ = 0;
  const std::int64_t* published_ = nullptr;
  const std::uint32_t* headline_ = nullptr;
  const std::uint32_t* quotes_ = nullptr;
  const std::uint32_t* rest_ = nullptr;
};

}  // namespace pullquote

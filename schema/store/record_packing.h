// SPDX-License-Identifier: GPL-3.0-or-later
/// How stored records are packed: with zstd and a dictionary that all records of one database
/// share. A record alone is too short to repeat itself, so that without a dictionary it stays half
/// as large again (docs/design/0010-build-speed.md).
///
/// A packed record is a byte 2 and a zstd frame without its first four bytes, which are always the
/// same. No plain record begins like this: its first byte is its version, 1. See
/// docs/index-format.md.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace pullquote {

/// Key of a database's user metadata: its dictionary, as encode_dictionary writes it. Absent when
/// no record is packed.
inline constexpr const char* kDictionaryKey = "pullquote.dictionary";

/// Longer records are stored plain: four times the longest input that readers take by default.
inline constexpr std::size_t kMostRecordBytes = std::size_t{256} << 20;

/// Records to learn a dictionary from. They should lie evenly over all that will be packed.
class DictionarySample {
 public:
  void add(std::string_view record);
  std::size_t size_bytes() const { return bytes_.size(); }

  /// A function of the records and their order; empty when they are too few to learn from.
  std::string train() const;

 private:
  std::string bytes_;
  std::vector<std::size_t> sizes_;
};

/// The value to be stored under kDictionaryKey; the dictionary may be empty.
std::string encode_dictionary(std::string_view dictionary);

/// Packs the records of one database. One thread at a time; several with the same arguments pack
/// alike.
class RecordPacker {
 public:
  /// @param dictionary  need not outlive the call. @param level  of zstd, 1 to 19; 0: pack() does
  /// nothing.
  /// @throws std::bad_alloc
  RecordPacker(std::string_view dictionary, int level);

  /// Puts the packed record in the place of a plain one, unless it would be longer.
  void pack(std::string& record);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> context_;  ///< null: nothing is packed
  std::string packed_;
};

/// Whether the bytes are a packed record and no plain one.
bool is_packed(std::string_view record);

/// One thread at a time.
class RecordUnpacker {
 public:
  /// @param encoded  what encode_dictionary wrote; need not outlive the call. Empty when it is
  /// damaged or missing.
  static std::optional<RecordUnpacker> with(std::string_view encoded);

  /// The plain record; empty when `packed` is damaged. Never takes more than 32 KiB a byte of
  /// `packed` (and 128 KiB), nor more than kMostRecordBytes, whatever the bytes are.
  std::optional<std::string> unpack(std::string_view packed);

 private:
  struct Free {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  explicit RecordUnpacker(std::unique_ptr<ZSTD_DCtx_s, Free> context);

  std::unique_ptr<ZSTD_DCtx_s, Free> context_;
  std::string frame_;
};

}  // namespace pullquote

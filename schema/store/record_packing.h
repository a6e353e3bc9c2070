// SPDX-License-Identifier: GPL-3.0-or-later
/// How stored records are packed: with zstd and a dictionary that all records of one part share. A
/// record alone is too short to repeat itself, so that without a dictionary it stays a third as
/// large again (docs/design/0012-packed-records.md).
///
/// A packed record is a byte 2 and a zstd frame without its first four bytes, which are always the
/// same. No plain record begins like this: its first byte is its version, 1. See
/// docs/index-format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace pullquote {

/// Of the format before, the key of a database's user metadata that holds its dictionary
/// behind its CRC-32 (u32, little-endian). Absent when no record is packed.
inline constexpr const char* kDictionaryKey = "pullquote.dictionary";

/// Longer records are stored plain: four times the longest input that readers take by default.
inline constexpr std::size_t kMostRecordBytes = std::size_t{256} << 20;

/// Unless the build says otherwise (docs/design/0012-packed-records.md has the measurements).
inline constexpr int kUsualPackingLevel = 5;

/// Bytes of a dictionary for records of so many bytes in all. A larger one packs better, and is
/// stored with the records.
std::size_t dictionary_bytes_for(std::uint64_t record_bytes);

/// Records worth sampling for each byte of a dictionary. Twice as many pack 0.4 % better.
inline constexpr std::size_t kSampleFactor = 16;

/// Records to learn a dictionary from. They should lie evenly over all that will be packed.
class DictionarySample {
 public:
  void add(std::string_view record);
  std::size_t size_bytes() const { return bytes_.size(); }

  /// A function of the records, their order and the size, which the dictionary has at most; empty
  /// when they are too few to learn from.
  std::string train(std::size_t dictionary_bytes) const;

 private:
  std::string bytes_;
  std::vector<std::size_t> sizes_;
};

/// The dictionary in the value of kDictionaryKey; empty when the value is damaged or missing.
std::optional<std::string_view> decode_dictionary(std::string_view value);

/// A dictionary digested for packing: some megabytes of tables, once for all that pack. Immutable.
class PackingDictionary {
 public:
  /// @param dictionary  need not outlive the call. @param level  of zstd, 1 to 19; 0: nothing will
  /// be packed.
  /// @throws std::bad_alloc
  PackingDictionary(std::string_view dictionary, int level);

 private:
  friend class RecordPacker;
  struct Free {
    void operator()(ZSTD_CDict_s* tables) const;
  };
  std::unique_ptr<ZSTD_CDict_s, Free> tables_;  ///< null: nothing is packed
};

/// Packs the records of one part. One thread at a time; several with equal dictionaries and levels
/// pack alike.
class RecordPacker {
 public:
  /// @param dictionary  must outlive this.
  /// @throws std::bad_alloc
  explicit RecordPacker(const PackingDictionary& dictionary);

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

/// A dictionary digested for unpacking: 30 KB of tables, and the dictionary where it lies.
/// Immutable, shared by threads.
class UnpackingDictionary {
 public:
  /// @param dictionary  must outlive this; may be empty. Empty when it is no dictionary.
  static std::optional<UnpackingDictionary> over(std::string_view dictionary);

 private:
  friend class RecordUnpacker;
  struct Free {
    void operator()(ZSTD_DDict_s* tables) const;
  };
  std::unique_ptr<ZSTD_DDict_s, Free> tables_;  ///< null: records are packed without a dictionary
};

/// One thread at a time.
class RecordUnpacker {
 public:
  /// @throws std::bad_alloc
  RecordUnpacker();

  /// The plain record; empty when `packed` is damaged. Never takes more than 32 KiB a byte of
  /// `packed` (and 128 KiB), nor more than kMostRecordBytes, whatever the bytes are.
  std::optional<std::string> unpack(std::string_view packed, const UnpackingDictionary& dictionary);

 private:
  struct Free {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_DCtx_s, Free> context_;
  std::string frame_;
};

}  // namespace pullquote

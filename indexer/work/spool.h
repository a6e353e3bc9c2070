// SPDX-License-Identifier: GPL-3.0-or-later
/// Where pass 1 leaves the articles for pass 2: their records, appended to plain files (one a
/// worker, so that nobody waits for another), and a small entry a piece in memory.
///
/// A record is spooled as it is stored, so pass 2 copies it. Records are not compressed: the spool
/// is written and read once, mostly in the system's cache, on the disk that takes more for the
/// index next; packing it costs more CPU than it saves (docs/design/0010-build-speed.md).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/article_reader.h"
#include "schema/io/descriptor.h"
#include "schema/io/output_file.h"

namespace pullquote {

/// One spooled article: what settling duplicates and numbering need, and where its record is.
struct SpooledArticle {
  std::uint64_t id_hash = 0;
  std::int64_t published = 0;  ///< unix seconds; kUnknownTime
  std::int64_t revised = 0;    ///< modified, else published; kUnknownTime
  std::uint64_t order = 0;  ///< place in the input: increasing with (file, record, article in it)
  std::uint64_t offset_bytes = 0;
  std::uint32_t size_bytes = 0;
  std::uint32_t file = 0;
  std::uint32_t quote_count = 0;
  std::array<char, 8> language{};  ///< filled up with NULs; longer ones are cut
  std::uint64_t version = 0;       ///< goes before `revised`; 0: not stated
  bool is_withdrawn = false;       ///< takes the article back; its record holds the id alone
};
static_assert(sizeof(SpooledArticle) <= 80, "a million articles should take 80 MB at most");

/// Bytes of all records.
std::uint64_t total_record_bytes(std::span<const SpooledArticle> articles);

/// Appends to one spool file. One thread at a time.
class SpoolWriter final {
 public:
  /// @param number  names the file below `folder` and becomes SpooledArticle::file.
  /// @throws WriteFailed
  SpoolWriter(const std::filesystem::path& folder, std::uint32_t number);

  /// @throws WriteFailed
  void add(const Article& article, std::uint64_t order, std::uint64_t version = 0);

  /// Notes that an article is taken back. @throws WriteFailed
  void add_withdrawal(const Withdrawal& withdrawal, std::uint64_t order);

  /// Writes what is still buffered and hands over the entries. @throws WriteFailed
  std::deque<SpooledArticle> finish();

 private:
  void flush();

  OutputFile file_;
  std::uint32_t number_;
  std::string buffer_;
  std::uint64_t written_bytes_ = 0;
  std::deque<SpooledArticle> entries_;  // a vector would take twice the room while it grows
};

/// The records of some articles in one buffer, used again and again.
struct SpooledRecords {
  std::string bytes;
  std::vector<std::string_view> records;  ///< into `bytes`
};

/// Reads records back. Thread-safe once made.
class Spool final {
 public:
  /// @param files  spool files 0 to files-1 below `folder`, all finished. @throws WriteFailed
  Spool(const std::filesystem::path& folder, std::uint32_t files);

  /// The record's bytes, into a buffer that is used again and again. @throws WriteFailed
  void read(const SpooledArticle& entry, std::string& bytes) const;

  /// The records of the first of `entries`, in their order: as many as a quarter of a megabyte
  /// holds, but at least one. What lies side by side is read at once. @throws WriteFailed
  void read_some(std::span<const SpooledArticle> entries, SpooledRecords& records) const;

  /// The article of a record that was read here. @throws WriteFailed when it is none
  Article decoded(std::string_view record) const;

  /// The article's id, without reading its text. @throws WriteFailed
  std::string id(const SpooledArticle& entry) const;

 private:
  std::string_view read_front(const SpooledArticle& entry, std::size_t size,
                              std::string& bytes) const;
  void read_bytes(std::uint32_t file, std::uint64_t offset_bytes, std::span<char> bytes) const;

  std::filesystem::path folder_;
  std::vector<Descriptor> files_;
};

}  // namespace pullquote

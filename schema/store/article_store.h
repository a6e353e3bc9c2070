// SPDX-License-Identifier: GPL-3.0-or-later
/// The stored articles of a part: the documents' data of its Xapian database, read without Xapian.
///
/// docdata.glass is a B-tree of blocks of 8 KiB (glass_block.h). Beside it lie `articles.blocks`,
/// which holds the root of the tree and a checksum of each block, and `articles.dictionary`, which
/// records are packed with. A block is checked when it is read for the first time, and all numbers
/// in it are bounds before they are offsets, so that damage is an error and never another article.
/// Reading takes a map of the file instead of system calls, and needs no objects that threads
/// couldn't share.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "schema/store/doc_id.h"

namespace pullquote {

/// The files of one part. Immutable to its callers and thread-safe.
class ArticleStore final {
 public:
  /// @param part  folder of the part (layout.h).
  /// @throws IndexUnavailable, IndexCorrupt
  ArticleStore(const std::filesystem::path& part, std::uint32_t article_count);

  /// Reads without `articles.blocks`, where that is lost: a table that is written once ends with
  /// its root. Blocks are not checked, so the caller has to know by the checksums of the whole
  /// files that docdata.glass and articles.dictionary are sound.
  /// @throws IndexUnavailable, IndexCorrupt
  static ArticleStore without_blocks(const std::filesystem::path& part,
                                     std::uint32_t article_count);
  ~ArticleStore();
  ArticleStore(const ArticleStore&) = delete;
  ArticleStore& operator=(const ArticleStore&) = delete;

  /// Reads every block. @throws IndexCorrupt
  void check_all() const;

 private:
  friend class ArticleRecords;
  struct Impl;
  explicit ArticleStore(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Reads and unpacks records. One thread at a time; light.
class ArticleRecords final {
 public:
  /// @param store  must outlive this.
  explicit ArticleRecords(const ArticleStore& store);
  ~ArticleRecords();
  ArticleRecords(ArticleRecords&&) noexcept;
  ArticleRecords& operator=(ArticleRecords&&) noexcept;

  /// The plain record of an article (record.h), valid until the next call.
  /// @param docid  from 1 to the number of articles; another one is damage to the file it is from
  /// @throws IndexCorrupt naming file and remedy
  const std::string& read(DocId docid) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote

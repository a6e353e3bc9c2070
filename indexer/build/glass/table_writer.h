// SPDX-License-Identifier: GPL-3.0-or-later
/// One glass table (a B-tree) written once, in key order, exactly full.
///
/// Leaves stream to the file as they fill; of each leaf only its separator key stays in memory
/// (about 20 bytes per 8 KiB of table), and finish() writes the branch levels behind them. So a
/// table costs one sequential write, and several runs of leaves over rising keys can be joined by
/// concatenation.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote::glass {

/// The smallest key that tells a leaf from the one before it, and the component of a divided tag.
struct Separator {
  std::string key;
  std::uint16_t component = 0;
};

/// Leaves that lie in a file of their own until a table takes them over.
struct LeafRun {
  std::filesystem::path file;
  std::uint32_t leaf_count = 0;
  std::uint64_t entry_count = 0;
  std::vector<Separator> separators;     ///< one a leaf
  std::vector<std::uint32_t> checksums;  ///< one a leaf, where they are asked for
};

/// A finished table.
struct TableTree {
  std::string serialised_root;           ///< for the version file
  std::uint32_t root = 0;                ///< block number
  std::uint32_t level = 0;               ///< of the root
  std::vector<std::uint32_t> checksums;  ///< block_checksum by block, where they are asked for
};

/// How tags are stored.
struct TableOptions {
  int compression_level = 0;  ///< deflate level of tags, 1 to 12; 0: stored as they are
  std::uint32_t compress_above =
      0;  ///< tags up to so many bytes stay uncompressed; 0: the table never compresses
  bool checksums = false;  ///< whether a checksum is taken of each block
};

/// One thread at a time. Throws WriteFailed.
class TableWriter {
 public:
  /// The first leaf of a table opens with an empty entry; leaves of a later run do not.
  enum class Start { Table, LaterRun };

  TableWriter(std::filesystem::path file, TableOptions options, Start start = Start::Table);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  /// Adds an entry; keys strictly rise, of 1 to 252 bytes; tags of any length.
  void add(std::string_view key, std::string_view tag);

  /// Takes over the leaves of a run whose keys all follow, and removes its file.
  void append(LeafRun&& run);

  /// Ends a LaterRun.
  LeafRun finish_run();

  /// Ends a Table: writes the branches.
  TableTree finish();

  std::uint64_t entry_count() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A table without entries, which has no file.
TableTree empty_table(const TableOptions& options);

}  // namespace pullquote::glass

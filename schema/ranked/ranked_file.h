// SPDX-License-Identifier: GPL-3.0-or-later
/// A mapped file of the ranked index: from terms to posting lists.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/error.h"
#include "schema/io/mapped_file.h"
#include "schema/ranked/impact.h"
#include "schema/ranked/ranked_format.h"

namespace pullquote {

/// For searcher/, until nothing there tells them apart.

class RankedFile;

/// A posting list as the dictionary describes it; its bytes have not been looked at, but for the
/// directory of blocks, if it says so.
struct RankedList {
  const RankedFile* file = nullptr;  ///< must outlive this
  std::string_view bytes;            ///< of a list; of a single posting: what follows the termfreq
  std::uint64_t termfreq = 0;        ///< from 1 to the number of articles
  std::uint32_t max_wdf = 0;
  Impact max_impact = 0;
  /// Of a list of more than one block, behind its checksum; null: not looked at.
  const std::uint32_t* directory = nullptr;
};

/// Immutable and thread-safe. Header and members are checked when the file is opened, everything
/// else when it is read. Whatever the bytes are, nothing outside of the file is read, and docids
/// and positions rise. Damage goes unnoticed where a checksum happens to be right still
/// (block_checksum.h says for which), and what was forged, checksums and all, is believed.
class RankedFile final {
 public:
  /// Checks the header, that the file is as long as it says, and the members; microseconds.
  /// @param ranking  what the file must have been made for; ignored for all kinds but Postings.
  /// @throws IndexUnavailable, IndexCorrupt
  RankedFile(const std::filesystem::path& path, ranked::Kind kind, std::uint32_t doccount,
             std::uint64_t ranking);

  /// The list of a term; empty when there is none. Some 300 nanoseconds.
  /// @throws IndexCorrupt
  std::optional<RankedList> find(std::string_view term) const;

  using Visit = std::function<bool(std::string_view term, const RankedList& list)>;

  /// Calls `visit` with the terms that start with `prefix` and their lists, in byte order, until it
  /// returns false. @throws IndexCorrupt, and what `visit` throws
  void visit(std::string_view prefix, const Visit& visit) const;
  void visit(const Visit& visit) const { this->visit({}, visit); }

  /// Whether a word belongs to the set in the file.
  bool has_member(std::string_view word) const;
  /// All that do, in byte order.
  const std::vector<std::string_view>& members() const { return members_; }

  /// As it lies at the beginning of the file.
  const ranked::Header& header() const { return *header_; }

  /// Names the file. @throws IndexCorrupt always.
  [[noreturn]] void throw_damaged(std::string_view what) const;

 private:
  class BlockReader;

  /// A dictionary block behind its head, and where its lists begin. Checked.
  std::string_view block(std::uint64_t number, std::uint64_t& lists) const;
  /// The last block whose first term is not after this one, or 0; the blocks passed are not
  /// checked. There must be a block.
  std::uint64_t block_of(std::string_view term) const;
  void read_members(std::string_view bytes);
  /// The first term of a dictionary block, on trust. Nothing outside of the file is read.
  std::string_view probe(std::uint64_t number) const;

  std::filesystem::path path_;
  MappedFile mapping_;
  const ranked::Header* header_ = nullptr;
  std::string_view lists_;
  std::string_view dictionary_;
  const std::uint64_t* offsets_ = nullptr;
  std::vector<std::string_view> members_;
};

}  // namespace pullquote

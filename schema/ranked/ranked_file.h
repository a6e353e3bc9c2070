// SPDX-License-Identifier: GPL-3.0-or-later
/// A mapped file of the ranked index: from terms to posting lists.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pullquote/error.h"
#include "schema/ranked/impact.h"
#include "schema/ranked/ranked_format.h"
#include "schema/store/mapped_file.h"

namespace pullquote {

/// Damage that was met while reading. Searching goes on without the ranked index then.
class RankedIndexDamaged : public IndexCorrupt {
 public:
  using IndexCorrupt::IndexCorrupt;
};

/// Says which file, what is wrong with it, and what helps. @throws RankedIndexDamaged always.
[[noreturn]] void throw_ranked_damaged(const std::filesystem::path& file, std::string_view what);

/// A posting list as the dictionary describes it; its bytes have not been looked at.
struct RankedList {
  const ranked::Header* file = nullptr;
  std::string_view bytes;  ///< of a list; of a single posting: what follows the termfreq
  std::uint64_t termfreq = 0;
  std::uint32_t max_wdf = 0;
  Impact max_impact = 0;
};

/// Immutable and thread-safe. Whatever the bytes are, nothing outside of the file is read and no
/// wrong answer is given: the header is checked when it is opened, everything else when it is read.
class RankedFile final {
 public:
  /// Checks the header and that the file is as long as it says; microseconds.
  /// @param ranking  what the file must have been made for; ignored for Positions.
  /// @throws IndexUnavailable, RankedIndexDamaged
  RankedFile(const std::filesystem::path& path, ranked::Kind kind, std::uint32_t doccount,
             std::uint64_t ranking);

  /// The list of a term; empty when there is none. Some 300 nanoseconds.
  /// @throws RankedIndexDamaged
  std::optional<RankedList> find(std::string_view term) const;

  /// Calls `visit` with every term and its list, in byte order.
  /// @throws RankedIndexDamaged, and what `visit` throws
  void visit(const std::function<void(std::string_view term, const RankedList& list)>& visit) const;

  std::uint64_t term_count() const { return header_->term_count; }

 private:
  class BlockReader;

  [[noreturn]] void throw_damaged(std::string_view what) const;
  /// A dictionary block behind its head, and where its lists begin. Checked.
  std::string_view block(std::uint64_t number, std::uint64_t& lists) const;
  /// The first term of a dictionary block, on trust. Nothing outside of the file is read.
  std::string_view probe(std::uint64_t number) const;

  std::filesystem::path path_;
  MappedFile mapping_;
  const ranked::Header* header_ = nullptr;
  std::string_view lists_;
  std::string_view dictionary_;
  const std::uint64_t* offsets_ = nullptr;
};

}  // namespace pullquote

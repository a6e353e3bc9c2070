// SPDX-License-Identifier: GPL-3.0-or-later
/// Writes a file of the ranked index, list by list in the order of their terms.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/io/build_file.h"
#include "schema/ranked/impact.h"
#include "schema/ranked/ranked_format.h"
#include "schema/store/doc_id.h"

namespace pullquote {

/// Streams: in memory are one block, the directory of one list, and 8 bytes for every 16 terms. The
/// dictionary waits in a scratch file beside the target. One thread at a time. Throws WriteFailed.
class RankedWriter final {
 public:
  /// The directory of a list counts its bytes in 32 bits.
  static constexpr std::uint64_t kMostListBytes = std::uint64_t{UINT32_MAX};

  /// @param ranking  ranking_fingerprint() of the impacts; 0 where there are none.
  /// @param most_list_bytes  lists of more are refused with WriteFailed; fewer than usual in tests
  ///                 only.
  RankedWriter(std::filesystem::path path, ranked::Kind kind, std::uint32_t doccount,
               std::uint64_t ranking, std::uint64_t most_list_bytes = kMostListBytes);

  /// One list at a time: begin, add in docid order at least once, end. Terms come in byte order.
  /// @param term  must live until end().
  void begin(std::string_view term) { term_ = term; }
  /// @param wdf  0 in Pairs.
  /// @param impact  0 in all postings of a filter and outside of Postings, in none of a stem.
  void add(DocId docid, std::uint32_t wdf, Impact impact);
  /// @param positions  rising.
  void add(DocId docid, std::span<const std::uint32_t> positions);
  void end();

  /// Must be called last: before, there is no file that can be read.
  /// @param members  the set of words in the file, in byte order.
  void finish(const std::vector<std::string>& members = {});

 private:
  void add_posting(DocId docid, std::uint32_t wdf);
  void write_block();
  std::uint32_t checked_block_end() const;
  /// Of the blocks written.
  Impact highest_impact() const;
  void write_directory();
  void add_entry(std::uint64_t list_bytes);
  void append_single();
  void finish_dictionary_block();
  void append_dictionary();
  void write_list_bytes(std::string_view bytes);

  std::uint64_t most_list_bytes_;
  BuildFile file_;
  BuildFile dictionary_;
  ranked::Header header_{};
  std::uint64_t written_ = 0;  ///< bytes of lists

  // The list at hand.
  std::string_view term_;  ///< of the caller
  std::uint64_t list_begin_ = 0;
  std::uint64_t termfreq_ = 0;
  std::uint32_t max_wdf_ = 0;
  DocId last_docid_ = 0;  ///< of the block before
  std::vector<DocId> last_docids_;
  std::vector<std::uint32_t> block_ends_;
  std::vector<Impact> block_impacts_;

  // Its block.
  std::uint32_t count_ = 0;
  std::array<std::uint32_t, kBlockSize> docids_;
  std::array<std::uint32_t, kBlockSize> wdfs_;
  std::array<Impact, kBlockSize> impacts_;
  std::vector<std::uint32_t> position_gaps_;  ///< less one
  std::string block_;

  // The block of the dictionary at hand.
  std::string entries_;
  std::string last_term_;
  std::uint64_t block_lists_ = 0;
  std::size_t block_terms_ = 0;
  std::vector<std::uint64_t> offsets_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// A place in a list of the ranked index.
///
/// Blocks are decoded when something in them is asked for: docids first, wdfs only where they are
/// needed; impacts lie in the file as they are. What a block's impacts are at most is known without
/// decoding it, so that a search passes over blocks that cannot matter.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "schema/ranked/ranked_file.h"
#include "schema/store/doc_id.h"

namespace pullquote {

/// A list whose directory of blocks is checked, so that its cursors need not; as it is when it has
/// none, or when that has been done. @throws IndexCorrupt
RankedList with_directory(const RankedList& list);

/// One thread at a time. The file must outlive it. Docids are those of the part, from 1.
/// Members throw IndexCorrupt.
class ListCursor final {
 public:
  static constexpr std::uint32_t kEnd = UINT32_MAX;

  enum class Start : std::uint8_t {
    First,   ///< on the first posting
    Before,  ///< before it: where the first of many blocks is not needed, it is not decoded
  };

  explicit ListCursor(const RankedList& list, Start start = Start::First);

  /// kEnd behind the last posting; 0, or the first one's, before it.
  DocId docid() const { return docids_[at_]; }

  /// Not behind the last posting.
  void next() {
    assert(docid() != kEnd);
    if (++at_ == size_) enter(block_ + 1);
  }

  /// The first posting of `target` or later; stays when it already stands there.
  void seek(std::uint32_t target) {
    if (docid() >= target) return;
    if (docids_[size_ - 1] < target) {
      enter(block_of(target));
      if (docid() >= target) return;
    }
    // Where the target lies in the block cannot be foreseen. Compilers make a branch of a choice,
    // but not of a mask.
    const std::uint32_t* from = &docids_[at_];
    for (std::uint32_t left = size_ - at_; left > 1;) {
      const std::uint32_t half = left / 2;
      const std::uint32_t below = from[half - 1] < target ? 1 : 0;
      from += half & (0 - below);
      left -= half;
    }
    at_ = static_cast<std::uint32_t>(from - docids_.data());
  }

  std::uint32_t wdf() {
    assert(block_ != kNoBlock);
    if (wdfs_of_ != block_) decode_wdfs();
    return wdfs_[at_];
  }

  /// 0 in a list of a filter or of positions.
  Impact impact() const { return impacts_ == nullptr ? Impact{0} : impacts_[at_]; }

  /// Calls visit(docids, impacts, count) for each run of neighbouring postings in [begin, end);
  /// impacts are null in a list of a filter. Blocks whose highest impact `wanted(impact)` doesn't
  /// accept are neither decoded nor visited. Stands anywhere before `end`, or on the first posting
  /// behind it, afterwards. Ranges must not go backwards.
  template <class Wanted, class Visit>
  void visit_runs(std::uint32_t begin, std::uint32_t end, Wanted wanted, Visit visit) {
    for (std::uint32_t block = first_block(begin); block < block_count_; ++block) {
      if (first_possible(block) >= end) return;
      if (!wanted(block_impact(block))) continue;
      if (block_ != block) enter(block);
      if (docid() < begin) seek(begin);
      const std::uint32_t from = at_;
      const bool whole = docids_[size_ - 1] < end;
      if (whole) {
        at_ = size_ - 1;
      } else {
        seek(end);
      }
      const std::uint32_t count = at_ - from + (whole ? 1 : 0);
      visit(&docids_[from], impacts_ == nullptr ? nullptr : impacts_ + from, count);
      if (!whole) return;
    }
  }

  /// Calls visit(docid, impact) for the postings in [begin, end) whose impact `wanted(impact)`
  /// accepts, which must accept all impacts above one that it accepts; otherwise like visit_runs().
  template <class Wanted, class Visit>
  void visit(std::uint32_t begin, std::uint32_t end, Wanted wanted, Visit visit) {
    visit_runs(begin, end, wanted,
               [&](const std::uint32_t* docids, const Impact* impacts, std::uint32_t count) {
                 for (std::uint32_t i = 0; i < count; ++i) {
                   const Impact impact = impacts == nullptr ? Impact{0} : impacts[i];
                   if (wanted(impact)) visit(docids[i], impact);
                 }
               });
  }

  /// Calls visit(docid, impact, wdf) for all postings in [begin, end); otherwise the same.
  template <class Visit>
  void visit_wdfs(std::uint32_t begin, std::uint32_t end, Visit visit) {
    seek(begin);
    while (docid() < end) {
      wdf();
      std::uint32_t at = at_;
      for (; at < size_ && docids_[at] < end; ++at) {
        visit(docids_[at], impacts_ == nullptr ? Impact{0} : impacts_[at], wdfs_[at]);
      }
      if (at < size_) {
        at_ = at;
        return;
      }
      enter(block_ + 1);
    }
  }

  /// No posting in the range [begin, end) has a higher impact; empty when there is none. Ranges
  /// must not go backwards. Decodes nothing.
  std::optional<Impact> bound(std::uint32_t begin, std::uint32_t end);

  /// At least `k` postings in the range [begin, end) have this impact or a higher one: so many of
  /// the blocks that lie in it have one each. 0 when that says nothing. Decodes nothing.
  Impact kth_impact_bound(std::size_t k, std::uint32_t begin, std::uint32_t end) const;

  /// No posting has a docid from `begin` to this one, exclusively; kEnd behind the last. Decodes
  /// nothing.
  std::uint32_t next_possible(std::uint32_t begin) {
    if (docid() >= begin) return docid();
    const std::uint32_t block = first_block(begin);
    return block < block_count_ ? std::max(begin, first_possible(block)) : kEnd;
  }

  /// The highest impact of the block in which a posting of `docid` would be; not before the current
  /// one. Decodes nothing.
  Impact bound_at(DocId docid) {
    const std::uint32_t block = first_block(docid);
    return block < block_count_ ? block_impact(block) : Impact{0};
  }

  /// Positions in the current article, from 1 and rising, into `positions`. Of Positions lists
  /// only.
  void read_positions(std::vector<std::uint32_t>& positions);

  std::uint64_t termfreq() const { return list_.termfreq; }
  /// Articles of the part.
  std::uint64_t doccount() const { return list_.file->header().doccount; }
  std::uint32_t max_wdf() const { return list_.max_wdf; }
  Impact max_impact() const { return list_.max_impact; }

 private:
  [[noreturn]] void throw_damaged() const;
  void read_single();
  void enter(std::uint32_t block);
  void decode(std::string_view bytes, std::uint32_t block);
  void decode_wdfs();
  void read_single_gaps(std::span<std::uint32_t> gaps) const;
  std::uint32_t block_of(std::uint32_t target) const;
  /// The first block that reaches up to `docid`; moves bound_block_ there.
  std::uint32_t first_block(DocId docid) {
    if (directory_ == nullptr) return docids_[size_ - 1] < docid ? block_count_ : 0;
    while (bound_block_ < block_count_ && directory_[bound_block_] < docid) ++bound_block_;
    return bound_block_;
  }
  /// No posting of the block has a lower docid.
  std::uint32_t first_possible(std::uint32_t block) const {
    if (directory_ == nullptr) return docids_[0];
    return block == 0 ? 1 : directory_[block - 1] + 1;
  }
  Impact block_impact(std::uint32_t block) const {
    return block_impacts_ == nullptr ? list_.max_impact : block_impacts_[block];
  }
  std::uint32_t block_end(std::uint32_t block) const { return directory_[block_count_ + block]; }
  std::uint32_t postings_in(std::uint32_t block) const {
    return block + 1 < block_count_
               ? static_cast<std::uint32_t>(kBlockSize)
               : static_cast<std::uint32_t>(list_.termfreq - std::uint64_t{block} * kBlockSize);
  }

  RankedList list_;
  std::uint32_t block_count_;
  /// Last docids, then ends of blocks; null with a single block.
  const std::uint32_t* directory_;
  const Impact* block_impacts_ = nullptr;
  std::string_view blocks_;

  static constexpr std::uint32_t kNoBlock = UINT32_MAX;  ///< the one behind it is the first

  /// The one that is decoded; the last one behind the last posting, kNoBlock before the first.
  std::uint32_t block_ = kNoBlock;
  std::uint32_t at_ = 0;
  std::uint32_t size_ = 1;
  std::uint32_t bound_block_ = 0;  ///< where first_block() has got to
  ranked::BlockHead head_{};
  const Impact* impacts_ = nullptr;
  std::string_view undecoded_;  ///< wdfs and positions of the block; positions of a single posting
  PackedPositions positions_;   ///< of the block wdfs_of_
  std::uint32_t wdfs_of_ = kNoBlock - 1;
  std::array<std::uint32_t, kBlockSize> docids_;
  /// Empty before any are asked for: most cursors never are, and without these a clause with a
  /// cursor is small enough for malloc()'s quick lists.
  std::vector<std::uint32_t> wdfs_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/list_cursor.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>

#include "schema/store/block_checksum.h"
#include "schema/store/doc_id.h"
#include "schema/store/varint.h"

namespace pullquote {

using namespace ranked;

namespace {

constexpr unsigned kMostBits = 32;
/// 128 gaps of more bits than this might pass 2^32 together.
constexpr unsigned kSafeGapBits = 24;

/// No article has a word more often: words and what is between them take two bytes of a text that
/// has 256 MiB at most.
constexpr std::uint32_t kMostPositions = 1u << 27;

std::uint32_t word_at(const char* bytes) {
  std::uint32_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

std::uint32_t blocks_of(const RankedList& list) {
  return static_cast<std::uint32_t>((list.termfreq + kBlockSize - 1) / kBlockSize);
}

[[noreturn]] void throw_damaged(const RankedList& list) {
  list.file->throw_damaged("one of its lists is damaged");
}

}  // namespace

RankedList with_directory(const RankedList& list) {
  if (list.directory != nullptr || blocks_of(list) <= 1) return list;
  const std::size_t size = directory_bytes(blocks_of(list), list.max_impact != 0);
  if (list.bytes.size() < size) throw_damaged(list);
  const char* const bytes = list.bytes.data() + list.bytes.size() - size;
  if (reinterpret_cast<std::uintptr_t>(bytes) % sizeof(std::uint32_t) != 0 ||
      word_at(bytes) != block_checksum({bytes + 4, size - 4})) {
    throw_damaged(list);
  }
  RankedList checked = list;
  checked.directory = reinterpret_cast<const std::uint32_t*>(bytes) + 1;
  return checked;
}

ListCursor::ListCursor(const RankedList& list, Start start)
    : list_(with_directory(list)), block_count_(blocks_of(list)), directory_(list_.directory) {
  if (list_.termfreq == 1) {
    read_single();
    return;
  }
  blocks_ = list_.bytes;
  if (directory_ != nullptr) {
    const bool has_impacts = list_.max_impact != 0;
    blocks_.remove_suffix(directory_bytes(block_count_, has_impacts));
    if (has_impacts) {
      block_impacts_ = reinterpret_cast<const Impact*>(directory_ + 2 * std::size_t{block_count_});
    }
  }
  if (start == Start::First || directory_ == nullptr) {
    enter(0);
  } else {
    docids_[0] = 0;
  }
}

void ListCursor::throw_damaged() const {
  pullquote::throw_damaged(list_);
}

void ListCursor::read_single() {
  const Kind kind = list_.file->header().kind;
  std::string_view bytes = list_.bytes;
  const auto docid = take_varint(bytes);
  const auto wdf = has_wdfs(kind) ? take_varint(bytes) : 0;
  if (!docid || !wdf || *docid == 0 || *docid > list_.file->header().doccount) throw_damaged();
  docids_[0] = static_cast<std::uint32_t>(*docid);
  wdfs_.assign(1, static_cast<std::uint32_t>(*wdf));
  block_ = wdfs_of_ = 0;
  if (kind == Kind::Positions) {
    undecoded_ = bytes;
  } else if (kind == Kind::Postings) {
    if (bytes.empty()) throw_damaged();
    impacts_ = reinterpret_cast<const Impact*>(bytes.data());
  }
}

void ListCursor::enter(std::uint32_t block) {
  at_ = 0;
  if (block >= block_count_) {
    docids_[0] = kEnd;
    size_ = 1;
    block_ = block_count_ - 1;
    return;
  }
  std::size_t begin = 0;
  std::size_t end = blocks_.size();
  if (directory_ != nullptr) {
    begin = block == 0 ? 0 : block_end(block - 1);
    end = block_end(block);
  }
  if (begin > end || end > blocks_.size()) throw_damaged();
  decode(blocks_.substr(begin, end - begin), block);
}

void ListCursor::decode(std::string_view bytes, std::uint32_t block) {
  if (bytes.size() < sizeof head_) throw_damaged();
  std::memcpy(&head_, bytes.data(), sizeof head_);
  const std::uint32_t count = postings_in(block);
  if (head_.checksum != block_checksum(bytes.substr(sizeof head_.checksum)) ||
      head_.gap_bits > kMostBits) {
    throw_damaged();
  }
  const bool has_impacts = list_.max_impact != 0;
  const std::size_t gap_bytes = packed_bytes(count, head_.gap_bits);
  const std::size_t fixed = sizeof head_ + gap_bytes + (has_impacts ? count : 0);
  if (bytes.size() < fixed) throw_damaged();

  const auto* const gaps = reinterpret_cast<const unsigned char*>(bytes.data()) + sizeof head_;
  const std::uint32_t base = block == 0 ? 0 : directory_[block - 1];
  if (count == kBlockSize) {
    unpack_gaps(gaps, head_.gap_bits, base, docids_.data());
  } else {
    DocId docid = base;
    for (std::uint32_t i = 0; i < count; ++i) {
      docids_[i] = docid += packed_at(gaps, head_.gap_bits, i) + 1;
    }
  }
  const std::uint32_t last = docids_[count - 1];
  // Sums of small gaps that passed 2^32 end below the base.
  const bool rises = head_.gap_bits <= kSafeGapBits
                         ? last > base
                         : std::adjacent_find(docids_.begin(), docids_.begin() + count,
                                              std::greater_equal<>()) == docids_.begin() + count;
  if (!rises || docids_[0] <= base || last > list_.file->header().doccount ||
      (directory_ != nullptr && last != directory_[block])) {
    throw_damaged();
  }
  block_ = block;
  size_ = count;
  impacts_ = has_impacts ? gaps + gap_bytes : nullptr;
  undecoded_ = bytes.substr(fixed);
}

void ListCursor::decode_wdfs() {
  std::string_view bytes = undecoded_;
  wdfs_.resize(kBlockSize);
  if (!take_patched(bytes, head_.wdfs, {wdfs_.data(), size_})) throw_damaged();
  wdfs_of_ = block_;
  if (list_.file->header().kind != Kind::Positions) return;
  if (!positions_.enter(bytes, head_.position_width, size_)) throw_damaged();
}

std::uint32_t ListCursor::block_of(std::uint32_t target) const {
  if (directory_ == nullptr) return block_ + 1;
  // Most jumps are short: double the step before bisecting.
  std::uint32_t begin = block_ + 1;
  std::uint32_t step = 1;
  while (begin + step < block_count_ && directory_[begin + step - 1] < target) {
    begin += step;
    step *= 2;
  }
  const std::uint32_t end = std::min(begin + step, block_count_);
  return static_cast<std::uint32_t>(std::lower_bound(directory_ + begin, directory_ + end, target) -
                                    directory_);
}

std::optional<Impact> ListCursor::bound(std::uint32_t begin, std::uint32_t end) {
  std::optional<Impact> highest;
  for (std::uint32_t block = first_block(begin); block < block_count_; ++block) {
    if (first_possible(block) >= end) break;
    highest = std::max(highest.value_or(0), block_impact(block));
  }
  return highest;
}

Impact ListCursor::kth_impact_bound(std::size_t k, std::uint32_t begin, std::uint32_t end) const {
  // The first of the range; more of them would say little more.
  constexpr std::uint32_t kMostBlocks = 1024;
  if (directory_ == nullptr || block_impacts_ == nullptr) return 0;
  std::uint32_t block = 0;
  if (begin > 1) {
    const auto* const before = std::lower_bound(directory_, directory_ + block_count_, begin - 1);
    block = static_cast<std::uint32_t>(before - directory_) + 1;
  }
  std::array<std::uint16_t, kHighestImpact + 1> blocks_with{};
  for (std::uint32_t i = 0; i < kMostBlocks && block < block_count_ && directory_[block] < end;
       ++i, ++block) {
    ++blocks_with[block_impacts_[block]];
  }
  std::size_t blocks = 0;
  for (unsigned impact = kHighestImpact; impact > 0; --impact) {
    blocks += blocks_with[impact];
    if (blocks >= k) return static_cast<Impact>(impact);
  }
  return 0;
}

void ListCursor::read_positions(std::vector<std::uint32_t>& positions) {
  const std::uint32_t count = wdf();
  // What a forged file claims to have is compared with its bytes before room is made for it.
  const std::uint64_t most =
      list_.termfreq == 1 ? std::uint64_t{undecoded_.size()} : positions_.most_gaps();
  if (count > std::min<std::uint64_t>(most, kMostPositions)) throw_damaged();
  positions.resize(count);
  if (list_.termfreq == 1) {
    read_single_gaps(positions);
  } else if (!positions_.read(wdfs_, at_, positions)) {
    throw_damaged();
  }
  std::uint64_t position = 0;
  for (std::uint32_t& gap : positions) {
    position += std::uint64_t{gap} + 1;
    gap = static_cast<std::uint32_t>(position);
  }
  if (position > std::numeric_limits<std::uint32_t>::max()) throw_damaged();
}

void ListCursor::read_single_gaps(std::span<std::uint32_t> gaps) const {
  std::string_view bytes = undecoded_;
  for (std::uint32_t& gap : gaps) {
    const auto read = take_varint(bytes);
    if (!read || *read > std::numeric_limits<std::uint32_t>::max()) throw_damaged();
    gap = static_cast<std::uint32_t>(*read);
  }
}

}  // namespace pullquote

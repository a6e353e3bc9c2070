// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/wording/alignment.h"

#include <algorithm>
#include <bit>

namespace pullquote {
namespace {

/// Where a cell has what. Ten bits hold Aligner::kLongest.
constexpr unsigned kFieldBits = 10;
constexpr unsigned kAShift = kFieldBits;
constexpr unsigned kContentShift = 2 * kFieldBits;
constexpr unsigned kMatchedShift = 3 * kFieldBits;
constexpr unsigned kScoreShift = 4 * kFieldBits;
constexpr std::int64_t kField = (std::int64_t{1} << kFieldBits) - 1;
constexpr std::int64_t kAllButScore = (std::int64_t{1} << kScoreShift) - 1;
static_assert(Aligner::kLongest <= kField);

constexpr std::int64_t in_score(std::int64_t value) {
  return value << kScoreShift;
}

constexpr std::uint32_t field(std::int64_t cell, unsigned shift) {
  return static_cast<std::uint32_t>(cell >> shift & kField);
}

/// One more equal pair of words.
constexpr std::int64_t kEqual = in_score(2) + (std::int64_t{1} << kMatchedShift);
constexpr std::int64_t kContent = std::int64_t{1} << kContentShift;
constexpr std::int64_t kEdit = in_score(2);
constexpr std::int64_t kLeap = in_score(5);

constexpr bool scores_higher(std::int64_t cell, std::int64_t other) {
  return cell > (other | kAllButScore);
}

/// A place in each of two wordings.
struct Place {
  std::size_t a = 0;
  std::size_t b = 0;
};

void add_run(Place at, std::size_t words, WordPairs& pairs) {
  for (; words > 0; --words) {
    pairs.emplace_back(static_cast<std::uint32_t>(at.a++), static_cast<std::uint32_t>(at.b++));
  }
}

std::size_t equal_in_front(std::span<const WordKey> a, std::span<const WordKey> b) {
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(differs.first - a.begin());
}

/// The longest common subsequence by the table of all its rests, as indices into `a` and `b`.
WordPairs common_of_block(std::span<const WordKey> a, std::span<const WordKey> b) {
  // longest[i][j]: of a from i on and b from j on.
  const std::size_t width = b.size() + 1;
  std::vector<std::uint16_t> longest((a.size() + 1) * width);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i * width + j] =
          a[i] == b[j] ? static_cast<std::uint16_t>(longest[(i + 1) * width + j + 1] + 1)
                       : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  WordPairs pairs;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      pairs.emplace_back(static_cast<std::uint32_t>(i++), static_cast<std::uint32_t>(j++));
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

/// Block after block from `at` on. What lies near the end of a block may fit better to what
/// follows, so that the next block begins in the middle of it.
void add_blockwise(std::span<const WordKey> a, std::span<const WordKey> b, Place at,
                   WordPairs& pairs) {
  constexpr std::size_t kKept = Aligner::kLongest / 2;
  while (at.a < a.size() && at.b < b.size()) {
    const auto a_block = compared_part(a.subspan(at.a));
    const auto b_block = compared_part(b.subspan(at.b));
    const bool a_is_last = at.a + a_block.size() == a.size();
    const bool b_is_last = at.b + b_block.size() == b.size();
    // When nothing is common, a rest of one may still be so with what follows in the other.
    Place next{a_is_last ? at.a : at.a + a_block.size(), b_is_last ? at.b : at.b + b_block.size()};
    bool any = false;
    for (const auto& [i, j] : common_of_block(a_block, b_block)) {
      if (!(a_is_last && b_is_last) && any && (i >= kKept || j >= kKept)) break;
      any = true;
      pairs.emplace_back(static_cast<std::uint32_t>(at.a + i),
                         static_cast<std::uint32_t>(at.b + j));
      next = {at.a + i + 1, at.b + j + 1};
    }
    if (a_is_last && b_is_last) return;
    at = next;
  }
}

}  // namespace

Alignment Aligner::align(std::span<const WordKey> a, std::span<const WordKey> b) {
  a = compared_part(a);
  b = compared_part(b);
  row_.assign(b.size() + 1, 0);
  best_in_column_.assign(b.size() + 1, 0);
  Cell best = 0;
  std::size_t a_end = 0;
  std::size_t b_end = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Cell step = kEqual + (carries_content(a[i]) ? kContent : 0);
    Cell diagonal = 0;  // of the row before, one column to the left
    Cell left = 0;
    Cell best_in_row = 0;  // of this row, anywhere to the left
    for (std::size_t j = 0; j < b.size(); ++j) {
      const Cell above = row_[j + 1];
      const Cell fresh = static_cast<Cell>(i << kAShift | j);
      const bool equal = a[i] == b[j];
      Cell cell = (diagonal == 0 ? fresh : diagonal) + (equal ? step : -kEdit);
      const auto take = [&cell](Cell other) { cell = scores_higher(other, cell) ? other : cell; };
      take(above - kEdit);
      take(left - kEdit);
      take(best_in_row - kLeap);
      take(best_in_column_[j + 1] - kLeap);
      if (!scores_higher(cell, 0)) cell = 0;
      diagonal = above;
      row_[j + 1] = left = cell;
      if (scores_higher(cell, best_in_row)) best_in_row = cell;
      if (scores_higher(cell, best_in_column_[j + 1])) best_in_column_[j + 1] = cell;
      // Of equal ones the last.
      if (equal && cell != 0 && !scores_higher(best, cell)) {
        best = cell;
        a_end = i + 1;
        b_end = j + 1;
      }
    }
  }
  return {field(best, kMatchedShift),
          field(best, kContentShift),
          field(best, kAShift),
          static_cast<std::uint32_t>(a_end),
          static_cast<std::uint32_t>(best & kField),
          static_cast<std::uint32_t>(b_end)};
}

CommonContent::CommonContent() : slots_(kSlots) {}

/// The word's slot, or the free one where it belongs. At most a quarter of them is in use.
CommonContent::Slot& CommonContent::slot_of(WordKey key) {
  std::size_t at = (key * 0x9E3779B9U) % kSlots;
  while (slots_[at].round == round_ && slots_[at].key != key) at = (at + 1) % kSlots;
  return slots_[at];
}

/// Where each word of `a` stands among its words with content; returns how many these are.
std::size_t CommonContent::note_places(std::span<const WordKey> a) {
  ++round_;
  places_.clear();
  std::size_t place = 0;
  for (const WordKey key : a) {
    if (!carries_content(key)) continue;
    Slot& slot = slot_of(key);
    if (slot.round != round_) {
      slot = {round_, key, static_cast<std::uint32_t>(places_.size())};
      places_.emplace_back();
    }
    places_[slot.places][place / 64] |= 1ULL << (place % 64);
    ++place;
  }
  return place;
}

std::uint32_t CommonContent::count(std::span<const WordKey> a, std::span<const WordKey> b) {
  const std::size_t words = note_places(compared_part(a));
  const std::size_t blocks = (words + 63) / 64;
  std::array<std::uint64_t, kBlocks> row;  // a zero bit for each step of the subsequence's length
  row.fill(~0ULL);
  for (const WordKey key : compared_part(b)) {
    if (!carries_content(key)) continue;
    const Slot& slot = slot_of(key);
    if (slot.round != round_) continue;
    const auto& places = places_[slot.places];
    bool carry = false;
    for (std::size_t block = 0; block < blocks; ++block) {
      const std::uint64_t matched = row[block] & places[block];
      const std::uint64_t sum = row[block] + matched + (carry ? 1 : 0);
      carry = sum < row[block] || (carry && sum == row[block]);
      row[block] = sum | (row[block] - matched);
    }
  }
  std::uint32_t common = 0;
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::size_t used = std::min<std::size_t>(64, words - block * 64);
    const std::uint64_t mask = used == 64 ? ~0ULL : (1ULL << used) - 1;
    common += static_cast<std::uint32_t>(std::popcount(~row[block] & mask));
  }
  return common;
}

WordPairs common_words(std::span<const WordKey> a, std::span<const WordKey> b) {
  const std::size_t before = equal_in_front(a, b);
  std::size_t a_end = a.size();
  std::size_t b_end = b.size();
  while (a_end > before && b_end > before && a[a_end - 1] == b[b_end - 1]) {
    --a_end;
    --b_end;
  }
  WordPairs pairs;
  add_run({0, 0}, before, pairs);
  add_blockwise(a.first(a_end), b.first(b_end), {before, before}, pairs);
  add_run({a_end, b_end}, a.size() - a_end, pairs);
  return pairs;
}

}  // namespace pullquote

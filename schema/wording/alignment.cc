// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/wording/alignment.h"

#include <algorithm>
#include <bit>

namespace pullquote {
namespace {

constexpr std::int32_t kEqual = 2;
constexpr std::int32_t kEdit = 2;
constexpr std::int32_t kLeap = 5;

std::span<const WordKey> front(std::span<const WordKey> keys) {
  return keys.first(std::min(keys.size(), Aligner::kLongest));
}

}  // namespace

Alignment Aligner::align(std::span<const WordKey> a, std::span<const WordKey> b) {
  a = front(a);
  b = front(b);
  row_.assign(b.size() + 1, {});
  best_in_column_.assign(b.size() + 1, {});
  Alignment best;
  std::int32_t best_score = 0;
  for (std::uint16_t i = 0; i < a.size(); ++i) {
    Cell diagonal;     // of the row before, one column to the left
    Cell best_in_row;  // of this row, anywhere to the left
    for (std::uint16_t j = 0; j < b.size(); ++j) {
      const Cell above = row_[j + 1];
      Cell cell = diagonal;
      if (cell.score == 0) cell = {0, 0, 0, i, j};
      const bool equal = a[i] == b[j];
      if (equal) {
        cell.score += kEqual;
        ++cell.matched;
        cell.content = static_cast<std::uint16_t>(cell.content + (carries_content(a[i]) ? 1 : 0));
      } else {
        cell.score -= kEdit;
      }
      const auto take = [&cell](const Cell& from, std::int32_t cost) {
        if (from.score - cost <= cell.score) return;
        cell = from;
        cell.score -= cost;
      };
      take(above, kEdit);
      take(row_[j], kEdit);
      take(best_in_row, kLeap);
      take(best_in_column_[j + 1], kLeap);
      if (cell.score <= 0) cell = {};
      diagonal = above;
      row_[j + 1] = cell;
      if (cell.score > best_in_row.score) best_in_row = cell;
      if (cell.score > best_in_column_[j + 1].score) best_in_column_[j + 1] = cell;
      if (equal && cell.score >= best_score) {
        best_score = cell.score;
        best = {cell.matched, cell.content, cell.a_begin, i + 1U, cell.b_begin, j + 1U};
      }
    }
  }
  return best;
}

CommonContent::CommonContent() : slots_(std::size_t{4} * Aligner::kLongest) {}

/// The word's slot, or the free one where it belongs. At most an eighth of them is in use.
CommonContent::Slot& CommonContent::slot_of(WordKey key) {
  std::size_t at = (key * 0x9E3779B9U) % slots_.size();
  while (slots_[at].round == round_ && slots_[at].key != key) at = (at + 1) % slots_.size();
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
  const std::size_t words = note_places(front(a));
  const std::size_t blocks = (words + 63) / 64;
  std::array<std::uint64_t, kBlocks> row;  // a zero bit for each step of the subsequence's length
  row.fill(~0ULL);
  for (const WordKey key : front(b)) {
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

std::vector<std::pair<std::uint32_t, std::uint32_t>> common_words(std::span<const WordKey> a,
                                                                  std::span<const WordKey> b) {
  a = front(a);
  b = front(b);
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
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
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

}  // namespace pullquote

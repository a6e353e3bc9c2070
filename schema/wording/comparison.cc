// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/wording/comparison.h"

#include <algorithm>
#include <cassert>

namespace pullquote {
namespace {

template <class Visit>
void for_each_shingle(std::span<const WordKey> keys, Visit visit) {
  for (std::size_t i = 0; i + kShingleWords <= keys.size(); ++i) {
    if (const std::uint64_t hash = shingle_of(keys[i], keys[i + 1], keys[i + 2])) visit(hash, i);
  }
}

}  // namespace

Comparison WordingComparer::compare(std::span<const WordKey> longer,
                                    std::span<const WordKey> shorter, Kinship least) {
  assert(longer.size() >= shorter.size() && least != Kinship::None);
  const Comparison head = compare_piece(longer, compared_part(shorter), least);
  if (shorter.size() <= Aligner::kLongest) return head;
  if (head.kinship < least) return {};
  const Comparison tail = compare_piece(longer, shorter.last(Aligner::kLongest), least);
  return {std::min(head.kinship, tail.kinship), head.matched};
}

Comparison WordingComparer::compare_piece(std::span<const WordKey> longer,
                                          std::span<const WordKey> piece, Kinship least) {
  const WordingSize size{piece.size(), content_words(piece)};
  const std::size_t offset = passage_like(longer, piece);
  const auto passage = compared_part(longer.subspan(offset));
  if (common_.count(piece, passage) < least_common_content(size, least)) return {};
  Alignment alignment = aligner_.align(passage, piece);
  alignment.a_begin += static_cast<std::uint32_t>(offset);
  alignment.a_end += static_cast<std::uint32_t>(offset);
  return {kinship(alignment, {longer.size(), 0}, size), alignment.matched};
}

/// Where the so many words begin that share most shingles with `piece`, these in their middle.
std::size_t WordingComparer::passage_like(std::span<const WordKey> longer,
                                          std::span<const WordKey> piece) {
  if (longer.size() <= Aligner::kLongest) return 0;
  shingles_.clear();
  for_each_shingle(piece, [&](std::uint64_t hash, std::size_t) { shingles_.push_back(hash); });
  std::sort(shingles_.begin(), shingles_.end());
  shared_at_.clear();
  for_each_shingle(longer, [&](std::uint64_t hash, std::size_t at) {
    if (std::binary_search(shingles_.begin(), shingles_.end(), hash)) {
      shared_at_.push_back(static_cast<std::uint32_t>(at));
    }
  });
  std::size_t best = 0;
  std::size_t middle = 0;
  for (std::size_t first = 0, last = 0; last < shared_at_.size(); ++last) {
    while (shared_at_[last] - shared_at_[first] + kShingleWords > Aligner::kLongest) ++first;
    if (last - first + 1 <= best) continue;
    best = last - first + 1;
    middle = (std::size_t{shared_at_[first]} + shared_at_[last] + kShingleWords) / 2;
  }
  const std::size_t half = Aligner::kLongest / 2;
  return std::min(middle - std::min(middle, half), longer.size() - Aligner::kLongest);
}

}  // namespace pullquote

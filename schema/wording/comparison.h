// SPDX-License-Identifier: GPL-3.0-or-later
/// Compares two wordings under the rules of kinship.h, whatever their length.
///
/// An alignment looks at Aligner::kLongest words of each. Of a longer one, that is the passage that
/// shares most with the other, so that a sentence of a long statement is found wherever it stands.
/// Two longer ones are compared at the beginning and at the end of the shorter of them, and are as
/// near as the lesser kin of the two: statements that only begin alike are not one.
#pragma once

#include <span>
#include <vector>

#include "schema/wording/alignment.h"
#include "schema/wording/kinship.h"

namespace pullquote {

struct Comparison {
  Kinship kinship = Kinship::None;
  std::uint32_t matched = 0;  ///< words; of two long wordings, those of the shorter's beginning
};

/// Keeps its tables, so keep it. One thread at a time.
class WordingComparer final {
 public:
  /// @param longer, shorter  neither has fewer words than its name says.
  /// @param least            lesser kin may be told as none, which is faster.
  Comparison compare(std::span<const WordKey> longer, std::span<const WordKey> shorter,
                     Kinship least = Kinship::Weak);

 private:
  Comparison compare_piece(std::span<const WordKey> longer, std::span<const WordKey> piece,
                           Kinship least);
  std::size_t passage_like(std::span<const WordKey> longer, std::span<const WordKey> piece);

  CommonContent common_;
  Aligner aligner_;
  std::vector<std::uint64_t> shingles_;   // of a piece, sorted
  std::vector<std::uint32_t> shared_at_;  // places in the longer wording
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The positions of a block's articles, packed in as many bits as the widest gap of each needs.
///
/// A word stands close together in one article and far apart in the next. So an article whose gaps
/// are narrow has them packed in fewer bits than the widest of the block: by none, one, two or
/// three steps, which a code of one or two bits says. The positions of one article are then read
/// without those before, and without exceptions to look up.
///
///     codes | gaps of one article after the other
///
/// Positions count from 0 in each article and are stored as gaps less one. Codes and gaps are runs
/// (bit_packing.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/ranked/bit_packing.h"

namespace pullquote {

/// Bits of the widest gap, 1 to 32, plus 64 times the number of a scheme: 0: no codes; 1: codes of
/// 1 bit, 3 bits less a step; 2: of 2 bits, 1 less a step; 3: of 2 bits, 2 less a step. No gap has
/// fewer bits than 1, so that the gaps are bounded by their bytes.
using PositionWidth = std::uint8_t;

/// Appends the gaps less one of articles that have so many each.
PositionWidth append_positions(std::span<const std::uint32_t> counts,
                               std::span<const std::uint32_t> gaps, std::string& out);

/// Reads a block's positions, one article after another.
///
/// The gaps of an article begin behind those of all articles before it, so that their widths are
/// needed whichever article is asked for. They are expanded once for a block, by a look-up a byte
/// of codes, and the sum runs over plain arrays.
class PackedPositions final {
 public:
  /// Goes to a block. Keeps a view; 8 bytes must be readable behind it.
  /// @return whether the width is one that append_positions() returns and the codes are there
  /// whole; nothing may be read otherwise.
  /// @param articles  at most kBlockSize.
  bool enter(std::string_view bytes, PositionWidth width, std::uint32_t articles);

  /// No article has more gaps: each takes a bit.
  std::uint64_t most_gaps() const { return std::uint64_t{gaps_.size()} * 8; }

  /// The gaps less one of an article, which is not before the last one asked for. False when they
  /// are not there whole.
  /// @param counts  of all articles of the block.
  /// @param gaps  as many as the article has.
  bool read(std::span<const std::uint32_t> counts, std::uint32_t article,
            std::span<std::uint32_t> gaps);

 private:
  /// What the gaps of the articles [begin, end) take.
  std::uint64_t bits_between(std::span<const std::uint32_t> counts, std::uint32_t begin,
                             std::uint32_t end) const;

  std::string_view gaps_;
  std::uint64_t bit_ = 0;  ///< where the gaps of article_ begin
  std::uint32_t article_ = 0;
  /// Bits of a gap by article. Empty before the first block: most cursors never read a position.
  std::vector<std::uint8_t> widths_;
};

}  // namespace pullquote

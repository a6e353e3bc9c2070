// SPDX-License-Identifier: GPL-3.0-or-later
/// The head of `articles.blocks`: where the B-tree of stored articles begins, and what else is
/// needed to trust it. A u32 for each block of docdata.glass follows: its block_checksum. All
/// little-endian; the file ends with the last block's checksum.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pullquote {

struct ArticleBlocksHeader {
  static constexpr std::array<char, 8> kMagic{'P', 'Q', 'B', 'L', 'O', 'C', 'K', 'S'};
  static constexpr std::uint32_t kVersion = 1;
  /// Bytes that come before what `checksum` is taken of.
  static constexpr std::size_t kUnsummed = 16;

  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kVersion;
  std::uint32_t checksum = 0;  ///< block_checksum of the rest of the header
  std::uint32_t root = 0;      ///< block number
  std::uint32_t level = 0;     ///< of the root; 0: the only block is a leaf
  std::uint32_t block_count = 0;
  std::uint32_t article_count = 0;
  std::uint32_t dictionary_bytes = 0;     ///< of articles.dictionary; 0: there is none
  std::uint32_t dictionary_checksum = 0;  ///< its block_checksum
};
static_assert(sizeof(ArticleBlocksHeader) == 40);

}  // namespace pullquote

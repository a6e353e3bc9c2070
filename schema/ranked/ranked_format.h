// SPDX-License-Identifier: GPL-3.0-or-later
/// The bytes of the ranked index (docs/index-format.md, "ranked"): what its writer and its readers
/// share.
///
/// A part has three files of one format: ranked.postings holds the lists of stems and filters with
/// wdf and impact, ranked.positions those of words with their positions, ranked.pairs those of
/// words in a row (word_pair.h). All are derived from the articles; without them searching is
/// slower, and nothing else.
///
///     header | lists | dictionary | offsets of the dictionary's blocks
///
/// Everything is little-endian. Integers of an entry are LEB128 varints (schema/store/varint.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "schema/ranked/bit_packing.h"

namespace pullquote::ranked {

inline constexpr std::string_view kMagic = "PQRANKED";
inline constexpr std::uint32_t kVersion = 1;

enum class Kind : std::uint32_t {
  Postings = 0,   ///< docid, wdf, and impact where the term is a stem
  Positions = 1,  ///< docid and positions
};

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t checksum;  ///< block_checksum of what follows in the header
  Kind kind;
  std::uint32_t doccount;
  std::uint64_t term_count;
  std::uint64_t list_bytes;
  std::uint64_t dictionary_bytes;
  std::uint64_t dictionary_blocks;
  std::uint64_t ranking;  ///< ranking_fingerprint() of impacts; 0 of positions and of pairs
};
static_assert(sizeof(Header) == 64);
inline constexpr std::size_t kHeaderSummed = 16;  ///< first byte that its checksum covers

/// A block of the dictionary: this head, then up to kTermsPerBlock entries in byte order of their
/// terms:
///   bytes shared with the term before, bytes that follow, those bytes, termfreq, then
///   of a single posting: docid, wdf (number of positions), impact byte or position gaps;
///   of more: bytes of the list, highest wdf, highest impact byte (0 in Positions).
struct DictionaryHead {
  std::uint32_t checksum;  ///< of the block behind this field
  std::uint32_t number;    ///< of the block, from 0
  std::uint64_t lists;     ///< where the lists of its terms begin, from the start of the lists
};
static_assert(sizeof(DictionaryHead) == 16);
inline constexpr std::size_t kTermsPerBlock = 16;

/// A list of more than one posting is cut into blocks of kBlockSize postings; the last may be
/// shorter. More than one block are followed by zeros up to a multiple of 4 bytes of the file and a
/// directory, with which the list ends: u32 checksum of the rest of it, u32 last docid of each
/// block, u32 end of each block from where the first one begins, and in Postings one byte each with
/// the block's highest impact (0 for filters).
inline constexpr std::size_t directory_bytes(std::size_t blocks, Kind kind) {
  return 4 + blocks * (kind == Kind::Postings ? 9 : 8);
}

/// A block: this head, gaps of docids less one (the first counts from the last docid of the block
/// before, or 0), wdfs (numbers of positions), then one byte of impact each, or the gaps of
/// positions, which count from 0 in each article. Numbers are packed as bit_packing.h says: blocks
/// of 128 in lanes, shorter ones and positions as runs.
struct BlockHead {
  std::uint32_t checksum;  ///< of the block behind this field
  std::uint8_t gap_bits;
  std::uint8_t wdf_bits;
  std::uint8_t position_bits;
  std::uint8_t has_impacts;
};
static_assert(sizeof(BlockHead) == 8);

}  // namespace pullquote::ranked

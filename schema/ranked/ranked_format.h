// SPDX-License-Identifier: GPL-3.0-or-later
/// The bytes of the ranked index (docs/index-format.md, "ranked"): what its writer and its readers
/// share.
///
/// A part has four files of one format, which differ in what a posting has beside its docid.
///
///     header | lists | dictionary | offsets of the dictionary's blocks | members
///
/// Everything is little-endian. Integers of an entry are LEB128 varints (schema/store/varint.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "schema/ranked/bit_packing.h"
#include "schema/ranked/patched_packing.h"
#include "schema/ranked/position_packing.h"

namespace pullquote::ranked {

inline constexpr std::string_view kMagic = "PQRANKED";
inline constexpr std::uint32_t kVersion = 2;

enum class Kind : std::uint32_t {
  Postings = 0,   ///< ranked.postings: wdf, and impact where the term is a stem
  Positions = 1,  ///< ranked.positions: positions, and their number as wdf
  Pairs = 2,      ///< ranked.pairs: nothing (word_pair.h)
  Quotes = 3,     ///< quotes.postings: wdf
};

constexpr bool has_wdfs(Kind kind) {
  return kind != Kind::Pairs;
}

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
  std::uint64_t ranking;       ///< ranking_fingerprint() of impacts; 0 where there are none
  std::uint32_t member_bytes;  ///< of the set of words, which is empty but in Pairs
  std::uint32_t member_checksum;
};
static_assert(sizeof(Header) == 72);
inline constexpr std::size_t kHeaderSummed = 16;  ///< first byte that its checksum covers

/// A block of the dictionary: this head, then up to kTermsPerBlock entries in byte order of their
/// terms:
///   bytes shared with the term before, bytes that follow, those bytes, termfreq, then
///   of a single posting: docid, wdf (but in Pairs), impact byte (in Postings) or position gaps
///     less one (in Positions);
///   of more: bytes of the list, highest wdf (but in Pairs), highest impact byte (in Postings).
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
/// block, u32 end of each block from where the first one begins, and one byte each with the block's
/// highest impact. A list has impacts if its highest one is not 0.
inline constexpr std::size_t directory_bytes(std::size_t blocks, bool has_impacts) {
  return 4 + blocks * (has_impacts ? 9 : 8);
}

/// A block: this head; gaps of docids less one, of which the first counts from the last docid of
/// the block before, or 0; one byte of impact each; wdfs; positions. Gaps of docids
/// are packed as bit_packing.h says, in lanes if the block is full and else as a run, wdfs as
/// patched_packing.h says, positions as position_packing.h says.
struct BlockHead {
  std::uint32_t checksum;  ///< of the block behind this field
  std::uint8_t gap_bits;
  PositionWidth position_width;
  PatchedHead wdfs;
};
static_assert(sizeof(BlockHead) == 8);

}  // namespace pullquote::ranked

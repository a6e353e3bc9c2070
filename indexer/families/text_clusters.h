// SPDX-License-Identifier: GPL-3.0-or-later
/// Which wordings are kin. Long ones are linked into clusters, whatever path leads from one to the
/// other; short ones keep a list of the longer ones that they are cut from, and who said them, and
/// when, decides later.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "indexer/families/shingle_join.h"
#include "schema/wording/kinship.h"

namespace pullquote {

/// From a short wording to one that precedes it in rank.
struct KinEdge {
  std::uint32_t rank = 0;
  std::uint32_t kin = 0;  ///< rank of the longer one
  std::uint16_t matched = 0;
  Kinship kinship = Kinship::None;
};

struct TextClusters {
  std::vector<std::uint32_t>
      root;  ///< by rank: the longest wording of its cluster; short ones are alone
  std::vector<KinEdge> edges;  ///< by rank, the best first; at most kMostKin for each

  /// Those of one short wording.
  std::span<const KinEdge> edges_of(std::uint32_t rank) const;
};

inline constexpr std::size_t kMostKin = 24;

/// How far apart likely kin may be printed: the same words in another month are a formula.
inline constexpr std::int64_t kLikelyNear = std::int64_t{14} * 86400;

/// Long enough, and with enough content, to link others.
bool links(std::span<const WordKey> wording);

/// The result does not depend on the number of threads. @throws Interrupted
TextClusters cluster_texts(const RankedTexts& texts, const JoinOptions& options,
                           const std::stop_token& stop);

}  // namespace pullquote

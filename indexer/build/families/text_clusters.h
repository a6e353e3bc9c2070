// SPDX-License-Identifier: GPL-3.0-or-later
/// Which wordings are kin. Long ones are linked into clusters, whatever path leads from one to the other;
/// short ones keep a list of the longer ones that they are cut from, and who said them, and when, decides
/// later.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "indexer/build/families/shingle_join.h"

namespace pullquote {

/// From a short wording to one that precedes it in rank.
struct KinEdge {
  std::uint32_t rank = 0;
  std::uint32_t kin = 0;  ///< rank of the longer one
  std::uint16_t matched = 0;
  bool strong = false;
};

struct TextClusters {
  std::vector<std::uint32_t> root;  ///< by rank: the longest wording of its cluster; short ones are alone
  std::vector<KinEdge> edges;       ///< by rank, the best first; at most kMostKin for each

  /// Those of one short wording.
  std::span<const KinEdge> edges_of(std::uint32_t rank) const;
};

inline constexpr std::size_t kMostKin = 24;

/// Long enough, and with enough content, to link others.
bool links(std::span<const WordKey> wording);

/// The result does not depend on the number of threads. @throws Interrupted
TextClusters cluster_texts(const RankedTexts& texts, const JoinOptions& options,
                           const std::stop_token& stop);

}  // namespace pullquote

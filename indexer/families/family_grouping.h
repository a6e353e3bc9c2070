// SPDX-License-Identifier: GPL-3.0-or-later
/// From kin wordings to families of quotes. A long wording is one quotation, whoever prints it. Few
/// words are not: "this is a very good day" has been said before. A short quotation belongs to the
/// family of a longer one if the same person said it or it was printed at about the same time, and
/// what says next to nothing ("we are ready") only if both.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/families/quote_collection.h"
#include "indexer/families/text_clusters.h"

namespace pullquote {

struct QuoteGroups {
  std::vector<std::uint32_t> family;  ///< by quote; kNoFamily for those that quote nobody
  std::uint32_t count = 0;            ///< families, numbered in the order of their first quotes
};

QuoteGroups group_quotes(const QuoteCollection& collection, const RankedTexts& texts,
                         const TextClusters& clusters);

}  // namespace pullquote

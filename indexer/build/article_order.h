// SPDX-License-Identifier: GPL-3.0-or-later
/// Between the passes: one article an id, then docids in the order of time.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/work/spool.h"

namespace pullquote {

/// Looks up an article's id; asked only where hashes or times are equal.
using IdLookup = std::function<std::string(const SpooledArticle&)>;

/// Leaves one article an id: the one of the highest version, else revised last (unknown ones are
/// before all others), else read last; none where that one is a withdrawal. The rest is in no
/// particular order.
/// @return how many articles were removed, withdrawals not counted.
std::uint64_t settle_duplicates(std::vector<SpooledArticle>& articles, const IdLookup& id_of);

/// Sorts articles with distinct ids by publication time, newest first, ties by id, unknown times
/// last. The article at i gets docid i + 1. Ids of one tie are held in memory while it is sorted.
void number_articles(std::vector<SpooledArticle>& articles, const IdLookup& id_of);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// NEAR/n and ADJ/n over occurrences.
///
/// Operands are near each other within n when one occurrence of each can be chosen so that
///  - no two of them overlap,
///  - under ADJ they stand in the order of the operands,
///  - at most n - 1 words between the first and the last chosen one belong to none of them.
/// For two words that is: their positions differ by at most n; ADJ/1 is a phrase. For more operands
/// it is the window of Xapian's OP_NEAR and OP_PHRASE as QueryParser builds them.
#pragma once

#include <span>
#include <vector>

#include "searcher/planning/phrase_pattern.h"

namespace pullquote {

/// More operands than this under NEAR may share words they overlap in.
inline constexpr std::size_t kDistinctNearOperands = 6;

/// Finds where the operands are near each other, as spans from the first chosen occurrence to the
/// last: for each last occurrence the closest choice. Rising and distinct, into `found`.
/// @param operands  occurrences of each, rising. @param distance  n, at least 1.
void find_near(std::span<const std::vector<WordSpan>> operands, unsigned distance, bool ordered,
               std::vector<WordSpan>& found);

}  // namespace pullquote

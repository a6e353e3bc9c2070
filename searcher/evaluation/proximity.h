// SPDX-License-Identifier: GPL-3.0-or-later
/// NEAR/n and ADJ/n over the occurrences of their operands.
///
/// The operands are near each other within n when one occurrence of each can be chosen so that
///  - no two of the chosen occurrences overlap,
///  - under ADJ they stand in the order of the operands,
///  - at most n - 1 words between the first and the last of them belong to none of them.
/// For two words this means that their positions differ by at most n; ADJ/1 is a phrase. For more
/// operands it is the window of Xapian's OP_NEAR and OP_PHRASE as Xapian's QueryParser builds them.
///
/// Cost: with ADJ or two operands, sorting the occurrences; with NEAR over m operands up to
/// kDistinctNearOperands, 2^m steps an occurrence.
#pragma once

#include <span>
#include <vector>

#include "searcher/planning/phrase_pattern.h"

namespace pullquote {

/// NEAR with more operands than this accepts overlapping occurrences, which takes time linear in m.
inline constexpr std::size_t kDistinctNearOperands = 6;

/// Finds the places where the operands are near each other. Each is a span from the first chosen
/// occurrence to the last; for each last occurrence only the closest choice counts. `found` is
/// overwritten with distinct spans in rising order.
/// @param operands  the occurrences of each operand, rising.
/// @param distance  n, at least 1.
/// @param ordered   true for ADJ.
void find_near(std::span<const std::vector<WordSpan>> operands, unsigned distance, bool ordered,
               std::vector<WordSpan>& found);

}  // namespace pullquote

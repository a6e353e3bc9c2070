// SPDX-License-Identifier: GPL-3.0-or-later
/// From a query's tree to a plan.
///
/// What the kinds of nodes mean where query.h leaves it open:
///  - A word of several tokens ("Assad-led") is a phrase of them. Text without any word character
///    asks for nothing: such a clause is left out, and a query of such clauses finds nothing.
///  - A phrase, NEAR and ADJ weigh the sum of their words, as if these stood side by side.
///  - Two neighbouring words that make a known compound ("cease fire") weigh as much as they do
///    apart or as their compound does, whichever is more.
///  - A word typed with diacritics finds all forms; the very form weighs a quarter more.
///  - NEAR and ADJ compare words as they stand (and their spellings), not stems: positions belong
///    to words.
#pragma once

#include "pullquote/query.h"
#include "searcher/matching/plan.h"
#include "searcher/matching/word_planner.h"

namespace pullquote {

/// Words of the index that start with a prefix, or are within an edit distance, most frequent
/// first; see vocabulary.h.
class Vocabulary;

/// @param vocabulary  where words with * and ~ are looked up.
Plan make_plan(const QueryNode& root, const PlanningContext& context, Vocabulary& vocabulary);

}  // namespace pullquote

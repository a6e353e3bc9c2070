// SPDX-License-Identifier: GPL-3.0-or-later
/// Words and phrases with positions.
#pragma once

#include <vector>

#include "schema/ranked/impact.h"
#include "searcher/evaluation/span_iterators.h"
#include "searcher/lists/part_reader.h"
#include "searcher/planning/phrase_pattern.h"

namespace pullquote {

/// A phrase in two steps: articles that have its words, and whether they stand in a row.
struct PhraseClauses {
  std::vector<DocIteratorPtr> words;  ///< all must match; none weighs anything
  /// Every article is a candidate of it, so that it only makes sense beside `words`. Null: having
  /// the words is enough.
  DocIteratorPtr order;
};

/// @param field  which places of an article count; those of a quote all do.
PhraseClauses make_phrase(const PartReader& part, const PhrasePattern& pattern, RankedField field);
SpanIteratorPtr make_phrase_iterator(const PartReader& part, const PhrasePattern& pattern,
                                     RankedField field);

}  // namespace pullquote

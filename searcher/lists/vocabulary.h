// SPDX-License-Identifier: GPL-3.0-or-later
/// The words of the index, for clauses that stand for many of them: a prefix (cease*) or a word
/// with typing errors (aleppo~).
///
/// Both scan the sorted dictionary of each part, from the first word with the prefix on. Similar
/// words are found by computing the edit distance to each word with the same first letter: there is
/// no automaton. Cost: proportional to the words scanned.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/lists/part_reader.h"

namespace pullquote {

/// The parts of one generation.
using Parts = std::vector<std::unique_ptr<PartReader>>;

/// Calls `visit` with each stored term that starts with `prefix` and its document frequency over
/// all parts, in byte order, until `visit` returns false. All terms are gathered before the first
/// call. Throws IndexCorrupt.
void visit_terms(const Parts& parts, std::string_view prefix,
                 const std::function<bool(std::string_view term, std::uint64_t termfreq)>& visit);

/// Words of the text that start with `word`, by falling frequency.
std::vector<std::string> words_starting_with(const Parts& parts, std::string_view word);

/// Words of the text with the same first letter as `word` and an edit distance from it of at most
/// `distance` characters. By rising distance, then by falling frequency.
std::vector<std::string> words_similar_to(const Parts& parts, std::string_view word,
                                          unsigned distance);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The words of the index, for clauses that name many of them: cease*, aleppo~.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/lists/part_reader.h"

namespace pullquote {

using Parts = std::vector<std::unique_ptr<PartReader>>;

/// Calls `visit` with the stored terms that start with `prefix`, in byte order, and the sum of
/// their termfreqs, until it returns false. All are gathered first.
void visit_terms(const Parts& parts, std::string_view prefix,
                 const std::function<bool(std::string_view term, std::uint64_t termfreq)>& visit);

/// Words that start with `word`, the most frequent first.
std::vector<std::string> words_starting_with(const Parts& parts, std::string_view word);

/// Words with the same first letter whose edit distance from `word`, in characters, is at most
/// `distance`; the nearer ones first.
std::vector<std::string> words_similar_to(const Parts& parts, std::string_view word,
                                          unsigned distance);

}  // namespace pullquote

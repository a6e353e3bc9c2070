// SPDX-License-Identifier: GPL-3.0-or-later
/// What a search may be asked for besides its query.
///
///     searcher.search(query, {.limit = 50, .sort = SortOrder::Newest, .snippets = false});
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace pullquote {

enum class SortOrder : std::uint8_t { Rank, Newest, Oldest };

/// The last hit, family or speaker that can be asked for, counted from the first: what lies beyond
/// it is not found, since everything before it has to be kept and sorted.
inline constexpr std::size_t kMostHits = 100'000;

struct SearchOptions {
  std::size_t limit = 10;
  std::size_t offset = 0;  ///< hits skipped; limit + offset is at most kMostHits
  SortOrder sort = SortOrder::Rank;
  bool exact_count = false;  ///< count every match, whatever it costs
  bool snippets = true;
  std::size_t snippet_characters = 240;  ///< rough length, in code points
  bool expand = true;                    ///< spelling variants and compounds
  std::string language = {};  ///< of the query; empty: the most frequent one of the index
};

}  // namespace pullquote

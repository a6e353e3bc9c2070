// SPDX-License-Identifier: GPL-3.0-or-later
/// Settings of a search besides its query.
///
///     searcher.search(query, {.limit = 50, .sort = SortOrder::Newest, .snippets = false});
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace pullquote {

/// Rank: by falling score. Newest, Oldest: by time of publication, unknown times last in both.
enum class SortOrder : std::uint8_t { Rank, Newest, Oldest };

/// The last hit, family or speaker that can be asked for, counted from the first: all before it
/// have to be kept and sorted.
inline constexpr std::size_t kMostHits = 100'000;

/// The time after which a query ends with what it has found, unless its options say otherwise.
inline constexpr std::chrono::milliseconds kDefaultTimeout{10'000};

/// Name the fields to change; the defaults serve a result page.
struct SearchOptions {
  std::size_t limit = 10;  ///< hits on the page; 0: none, only the count
  std::size_t offset = 0;  ///< hits skipped; limit + offset is cut to kMostHits
  SortOrder sort = SortOrder::Rank;
  /// Count every match, whatever it costs; else large counts are estimates.
  bool exact_count = false;
  bool snippets = true;                  ///< read the stored articles whole, and mark matches
  std::size_t snippet_characters = 240;  ///< rough length in code points, from 40 to 4,096
  bool expand = true;                    ///< search for spelling variants and compounds, too
  /// In which the query is stemmed, such as "en"; empty: the most frequent in the index.
  std::string language = {};
  /// The search ends after about this time with the matches found so far, and says so; 0: never.
  std::chrono::milliseconds timeout = kDefaultTimeout;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The answer to a search: hits in order, their number, and explanations of scores.
///
///     const ResultPage page = searcher.search(query);
///     std::cout << page.hits.size() << " of " << page.matches << '\n';
///
/// All text is UTF-8; all spans are bytes. The structures own their text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/quote.h"
#include "pullquote/timestamp.h"

namespace pullquote {

/// A passage of an article with the places that matched.
struct Snippet {
  /// Plain text in which white space is single blanks; "…" where the article goes on.
  std::string text;
  std::vector<ByteSpan> matches;  ///< bytes of `text`, rising and disjoint
};

/// One article of the page. Fields that the article lacks are empty.
struct Hit {
  std::size_t rank = 0;  ///< from 1; counts skipped hits, too
  double score = 0;      ///< compare within one page only, never between generations
  std::string id;        ///< of the article, unique in the index
  std::string url;
  std::string source;  ///< the outlet
  std::string headline;
  /// Bytes of `headline`; empty without SearchOptions::snippets.
  std::vector<ByteSpan> headline_matches;
  std::optional<Timestamp> published;  ///< empty when unknown
  Snippet snippet;                     ///< empty without SearchOptions::snippets
};

/// One page of a search.
struct ResultPage {
  std::vector<Hit> hits;      ///< in the order that the options ask for
  std::uint64_t matches = 0;  ///< articles that match, on this page or not
  bool matches_exact = true;  ///< false: `matches` is an estimate; say "about"
  /// False: SearchOptions::timeout was over before all was searched. The hits match, but better
  /// ones may be missing.
  bool complete = true;
  /// Spellings and compounds searched for besides the words typed: "finalise: finalize".
  std::vector<std::string> expansions;
};

/// The ids of a page, with scores.
struct IdPage {
  std::vector<std::pair<std::string, double>> ids;  ///< in the order that the options ask for
  bool complete = true;                             ///< see ResultPage::complete
};

/// One factor of a score, described for people. The value is computed from `parts` in the way that
/// the description names.
struct Explanation {
  std::string description;  ///< "BM25F of 'truc' in the combined field: idf 3.2 x tf 1.4"
  double value = 0;
  std::vector<Explanation> parts;  ///< factors of this one
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// What a search answers.
///
///     const ResultPage page = searcher.search(query);
///     std::cout << page.hits.size() << " of " << page.matches << '\n';
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/quote.h"
#include "pullquote/timestamp.h"

namespace pullquote {

/// A passage with the places that matched, as bytes into `text`, rising and disjoint.
struct Snippet {
  std::string text;  ///< plain UTF-8; "…" where the article goes on
  std::vector<ByteSpan> matches;
};

struct Hit {
  std::size_t rank = 0;  ///< from 1, offset included
  double score = 0;      ///< comparable within one page only
  std::string id;
  std::string url;
  std::string source;
  std::string headline;
  std::vector<ByteSpan> headline_matches;
  std::optional<Timestamp> published;
  Snippet snippet;
};

struct ResultPage {
  std::vector<Hit> hits;
  std::uint64_t matches = 0;  ///< articles that match
  bool matches_exact = true;  ///< false: `matches` is an estimate, say "about"
  /// Spellings and compounds that took part beside what was typed: "finalise: finalize".
  std::vector<std::string> expansions;
};

/// One factor of a score, for people.
struct Explanation {
  std::string description;  ///< "BM25F of 'truc' in the combined field: idf 3.2 x tf 1.4"
  double value = 0;
  std::vector<Explanation> parts;
};

}  // namespace pullquote

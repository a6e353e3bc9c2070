// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds the places in a stored text that made its article match.
///
/// The text is split by the analyser that split it for the index. Clauses are evaluated over the
/// tokens as the matcher evaluates them over postings: words by stem, phrases and proximity by
/// position. So a word of a phrase is marked where the phrase stands, and not elsewhere.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pullquote/article.h"
#include "searcher/planning/article_analyzer.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// A place in a text that a clause matches.
struct Occurrence {
  ByteSpan span;             ///< bytes of the text
  std::uint32_t clause = 0;  ///< index of the HighlightClause
};

/// The part of an article that a text is: it decides which fields a clause may be about. Other:
/// standfirst or caption.
enum class TextArea : std::uint8_t { Headline, Body, Other };

/// Keeps the stems of the clauses for each language that it has met. One thread at a time.
class Highlighter {
 public:
  /// @param clauses, analyzer  must outlive this.
  Highlighter(const std::vector<HighlightClause>& clauses, ArticleAnalyzer& analyzer)
      : clauses_(clauses), analyzer_(analyzer) {}

  /// The occurrences of all clauses in a text, by rising start; they may overlap.
  /// @param article  that the text belongs to; gives language and quotes.
  /// @param text     the article's headline, its body, or another text of it.
  std::vector<Occurrence> find(const Article& article, std::string_view text, TextArea area);

  const std::vector<HighlightClause>& clauses() const { return clauses_; }

 private:
  /// The clauses that look for a word, in one language: indexes into clauses_ by stem and by exact
  /// form.
  struct Lookup {
    std::unordered_map<std::string, std::vector<std::uint32_t>> stems;
    std::unordered_map<std::string, std::vector<std::uint32_t>> exact;
  };

  /// The Lookup of a language, made on first use. `analyzer` must be set to the language.
  const Lookup& lookup(const std::string& language, Analyzer& analyzer);
  /// Whether a clause's field can be in this part of an article.
  bool applies(const HighlightClause& clause, TextArea area) const;

  const std::vector<HighlightClause>& clauses_;
  ArticleAnalyzer& analyzer_;
  std::map<std::string, Lookup> lookups_;  ///< by language
};

/// The spans of occurrences as rising and disjoint spans: overlapping ones are joined.
std::vector<ByteSpan> joined_spans(std::span<const Occurrence> occurrences);

}  // namespace pullquote

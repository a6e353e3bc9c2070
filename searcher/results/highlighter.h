// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds in a stored text what made it match.
///
/// The text is split by the analyser that split it for the index, and clauses are evaluated over
/// its tokens as the matcher evaluates them over postings: words by stem, phrases and proximity by
/// position. So a word of a phrase is marked where the phrase stands and not elsewhere.
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
  ByteSpan span;
  std::uint32_t clause = 0;  ///< index of the HighlightClause
};

/// What of an article is looked through.
enum class TextArea : std::uint8_t { Headline, Body, Other };

/// One thread at a time. The clauses and the analyser must outlive it.
class Highlighter {
 public:
  Highlighter(const std::vector<HighlightClause>& clauses, ArticleAnalyzer& analyzer)
      : clauses_(clauses), analyzer_(analyzer) {}

  /// By rising start. @param text  of `article`: its headline, its body, or another field.
  std::vector<Occurrence> find(const Article& article, std::string_view text, TextArea area);

  const std::vector<HighlightClause>& clauses() const { return clauses_; }

 private:
  /// Clauses by the words they look for, in one language.
  struct Lookup {
    std::unordered_map<std::string, std::vector<std::uint32_t>> stems;
    std::unordered_map<std::string, std::vector<std::uint32_t>> exact;
  };

  const Lookup& lookup(const std::string& language, Analyzer& analyzer);
  bool applies(const HighlightClause& clause, TextArea area) const;

  const std::vector<HighlightClause>& clauses_;
  ArticleAnalyzer& analyzer_;
  std::map<std::string, Lookup> lookups_;  ///< by language
};

/// The spans of occurrences, overlapping ones joined: rising and disjoint.
std::vector<ByteSpan> joined_spans(std::span<const Occurrence> occurrences);

}  // namespace pullquote

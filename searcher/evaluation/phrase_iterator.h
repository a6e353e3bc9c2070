// SPDX-License-Identifier: GPL-3.0-or-later
/// Phrases: words in a row, checked against positions.
///
/// Three kinds of lists bring candidates, the most selective first: lists of pairs ("cease fire" as
/// one list, schema/ranked/word_pair.h), lists of the words, and lists of the words' stems.
/// Positions are read only for candidates. A phrase of two words with a list of its own needs no
/// positions at all.
#pragma once

#include <vector>

#include "schema/ranked/impact.h"
#include "searcher/evaluation/span_iterators.h"
#include "searcher/lists/part_columns.h"
#include "searcher/lists/part_reader.h"
#include "searcher/lists/posting_source.h"
#include "searcher/planning/phrase_pattern.h"

namespace pullquote {

/// A phrase in two steps: the documents that have its words, and the check that they stand in a
/// row.
struct PhraseClauses {
  std::vector<DocIteratorPtr> words;  ///< all must match; none adds weight
  /// Checks positions. Every document is a candidate of `order`, so that it must be combined with
  /// `words`. Null where a match of all `words` proves the phrase.
  DocIteratorPtr order;
};

/// The clauses of a phrase for a query's top level.
/// @param field  restricts the positions that count in an article; where documents are quotes, all
/// positions of a quote count. `part` and `pattern` must outlive the result. Throws IndexCorrupt.
PhraseClauses make_phrase(const PartReader& part, const PhrasePattern& pattern, RankedField field);
/// The same phrase as one iterator, which also says where the words stand.
SpanIteratorPtr make_phrase_iterator(const PartReader& part, const PhrasePattern& pattern,
                                     RankedField field);

// Occurrences of several words in a row as one posting list: "cease fire" as postings of the term
// ceasefire.

/// Reads positions of every candidate, which costs microseconds each. One thread at a time.
class CompoundPostings final : public PostingSource {
 public:
  /// @param occurrences  finds the words in a row.
  /// @param columns      for the length of headlines; must outlive this.
  /// @param in_headline, elsewhere  the wdf that one occurrence adds, by where it stands.
  CompoundPostings(SpanIteratorPtr occurrences, const PartColumns& columns,
                   std::uint32_t in_headline, std::uint32_t elsewhere)
      : occurrences_(std::move(occurrences)),
        columns_(columns),
        in_headline_(in_headline),
        elsewhere_(elsewhere) {}

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { next_ = std::max(next_, target); }
  std::uint64_t termfreq() const override { return occurrences_->estimate(); }
  /// Unknown before positions are read: the bound is a wdf that saturates.
  std::uint32_t max_wdf() const override { return UINT32_MAX; }

 private:
  SpanIteratorPtr occurrences_;
  const PartColumns& columns_;
  std::uint32_t in_headline_;
  std::uint32_t elsewhere_;
  DocId next_ = 1;  ///< the next read() starts here
};

}  // namespace pullquote

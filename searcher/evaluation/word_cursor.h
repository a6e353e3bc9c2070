// SPDX-License-Identifier: GPL-3.0-or-later
/// An unstemmed word in one field, article after article.
///
/// The index stores only the positions of an unstemmed word. The field of an occurrence, and so its
/// weight, follows from its position: up to the length of the headline, inside a quote, or
/// elsewhere. Reading positions is expensive, so that the lists of the word's stems in headlines
/// and quotes say beforehand where the field matters: an article without the stem in its headline
/// has the word nowhere in its headline.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "pullquote/field.h"
#include "schema/ranked/impact.h"
#include "schema/ranked/list_cursor.h"
#include "searcher/evaluation/quote_places.h"
#include "searcher/evaluation/ranked_filter.h"
#include "searcher/lists/part_reader.h"

namespace pullquote {

/// The articles that have one of a word's stems in one field. The word can be in that field of no
/// other article. Empty: the stems are unknown, and the word may be anywhere.
using StemsInField = std::optional<RankedFilter>;

/// The wdf that one occurrence adds, by where it stands. 0: occurrences there do not count.
struct PlaceWeights {
  std::uint32_t headline = 0;
  std::uint32_t quotes = 0;
  std::uint32_t rest = 0;
};

/// The wdf of one occurrence as the stemmed lists of the field count it.
PlaceWeights place_weights(RankedField field, const FieldWeights& weights);

/// One thread at a time. Members throw IndexCorrupt.
class WordCursor final {
 public:
  /// @param word  the word's list of positions, which are read only where the stems say that the
  /// field matters.
  /// @param part  must outlive this.
  WordCursor(const RankedList& word, StemsInField in_headlines, StemsInField in_quotes,
             const PlaceWeights& weights, const PartReader& part);

  /// An article that may have the word in the field; kNoMoreDocs at the end.
  DocId docid() const { return word_.docid(); }
  void next() {
    word_.next();
    find_candidate();
  }
  void seek(DocId target) {
    if (docid() >= target) return;
    word_.seek(target);
    find_candidate();
  }

  /// The weighted occurrences in the article; 0 when the word is not in the field.
  std::uint32_t wdf();
  /// An upper bound for wdf() that needs no positions.
  std::uint32_t wdf_bound();
  /// Whether wdf() may reach `wdf`; judged by the number of positions alone.
  bool may_reach(std::uint32_t wdf) { return std::uint64_t{word_.wdf()} * highest_weight_ >= wdf; }

  std::uint64_t termfreq() const;
  /// An upper bound for wdf() in any article.
  std::uint32_t max_wdf() const;

 private:
  /// Whether only occurrences in headlines count.
  bool is_in_headlines_alone() const { return weights_.quotes == 0 && weights_.rest == 0; }
  /// Whether only occurrences in quotes count.
  bool is_in_quotes_alone() const { return weights_.headline == 0 && weights_.rest == 0; }
  /// Whether the article's headline may hold the word and counts unlike the rest of the article.
  bool headline_matters() {
    return weights_.headline != weights_.rest && next_in(in_headlines_, docid()) == docid();
  }
  /// The same for the article's quotes.
  bool quotes_matter() {
    return weights_.quotes != weights_.rest && next_in(in_quotes_, docid()) == docid();
  }
  /// The first article of `target` or later that may have the word in a field.
  static DocId next_in(StemsInField& stems, DocId target) {
    return stems ? stems->seek(target) : target;
  }
  /// Moves on to the next article that may have the word in the field.
  void find_candidate();

  ListCursor word_;
  StemsInField in_headlines_;
  StemsInField in_quotes_;
  PlaceWeights weights_;
  std::uint32_t highest_weight_;  ///< of weights_
  const PartColumns& columns_;
  QuotePlaces quotes_;
  std::vector<std::uint32_t> positions_;
};

/// A WordCursor as a PostingSource, for merging with other lists.
class WordPostings final : public PostingSource {
 public:
  explicit WordPostings(WordCursor cursor) : cursor_(std::move(cursor)) {}

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { cursor_.seek(target); }
  std::uint64_t termfreq() const override { return cursor_.termfreq(); }
  std::uint32_t max_wdf() const override { return cursor_.max_wdf(); }

 private:
  WordCursor cursor_;
};

}  // namespace pullquote

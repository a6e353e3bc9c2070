// SPDX-License-Identifier: GPL-3.0-or-later
/// An unstemmed word in article after article. Only its positions are stored: where each lies says
/// which field it belongs to, and how much it counts.
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

/// The articles with a word's stems in one field: any other has the word nowhere there. Empty: its
/// stems are not known, and it may be anywhere.
using StemsInField = std::optional<RankedFilter>;

/// What one occurrence counts, by where it stands.
struct PlaceWeights {
  std::uint32_t headline = 0;
  std::uint32_t quotes = 0;
  std::uint32_t rest = 0;
};

/// As the stems of the field count.
PlaceWeights place_weights(RankedField field, const FieldWeights& weights);

/// By article. One thread at a time.
class WordCursor final {
 public:
  /// @param word  its positions, which are read only where the stems say that it matters.
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

  /// The weighted occurrences in the article; 0: it has none in the field.
  std::uint32_t wdf();
  /// No less than that; without reading positions.
  std::uint32_t wdf_bound();
  /// Whether that may be so much; without looking at anything but the number of positions.
  bool may_reach(std::uint32_t wdf) { return std::uint64_t{word_.wdf()} * highest_weight_ >= wdf; }

  std::uint64_t termfreq() const;  ///< at most so many articles have the word in the field
  std::uint32_t max_wdf() const;   ///< of any article

 private:
  /// Whether an occurrence counts anywhere but in the field.
  bool is_in_headlines_alone() const { return weights_.quotes == 0 && weights_.rest == 0; }
  bool is_in_quotes_alone() const { return weights_.headline == 0 && weights_.rest == 0; }
  /// Whether occurrences of the article in a headline, or in quotes, may weigh unlike others.
  bool headline_matters() {
    return weights_.headline != weights_.rest && next_in(in_headlines_, docid()) == docid();
  }
  bool quotes_matter() {
    return weights_.quotes != weights_.rest && next_in(in_quotes_, docid()) == docid();
  }
  /// The first article of `target` or later that may have the word in a field.
  static DocId next_in(StemsInField& stems, DocId target) {
    return stems ? stems->seek(target) : target;
  }
  void find_candidate();

  ListCursor word_;
  StemsInField in_headlines_;
  StemsInField in_quotes_;
  PlaceWeights weights_;
  std::uint32_t highest_weight_;
  const PartColumns& columns_;
  QuotePlaces quotes_;
  std::vector<std::uint32_t> positions_;
};

/// The same as a list that is merged with others.
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

// SPDX-License-Identifier: GPL-3.0-or-later
/// Phrases over one part, in three layers: OpenPhrase chooses the lists that bring candidates,
/// PhraseIterator checks a candidate's positions with find_phrase(), and PhraseScope restricts the
/// spans found to a field or to one quote. Candidate lists may be too generous (a stem for a word,
/// an article for a quote); they never miss a document.
#include "searcher/evaluation/phrase_iterator.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "schema/ranked/list_cursor.h"
#include "schema/terms/term_rules.h"
#include "searcher/evaluation/boolean_iterators.h"
#include "searcher/evaluation/quote_places.h"
#include "searcher/evaluation/ranked_iterator.h"
#include "searcher/evaluation/summed_postings.h"
#include "searcher/planning/plan.h"

namespace pullquote {

namespace {

/// Positions of a pattern's terms from the index, article after article. Each list is opened and
/// read when its positions are first asked for.
class IndexedPositions final : public TermPositions {
 public:
  /// @param terms         words as stored, cut where they are too long for a term.
  /// @param place_prefix  see PartReader::find_places().
  /// @param wide          there are many terms: finds out beforehand which of them each article
  /// has.
  IndexedPositions(const PartReader& part, std::vector<std::string> terms,
                   std::string_view place_prefix, bool wide)
      : part_(part), terms_(std::move(terms)), place_prefix_(place_prefix), lists_(terms_.size()) {
    if (wide) by_article_.emplace(terms_, part);
  }

  /// Moves to an article; articles must not go backwards.
  void enter(DocId article) {
    article_ = article;
    if (!by_article_) return;
    for (std::uint32_t term : by_article_->of(article)) lists_[term].found_in = article;
  }

  const std::vector<std::uint32_t>& positions(std::size_t term) override {
    List& list = lists_[term];
    if (list.article == article_) return list.positions;
    list.positions.clear();
    if (!by_article_ || list.found_in == article_) read(terms_[term], list);
    list.article = article_;
    return list.positions;
  }

 private:
  /// The list of one term and the positions read from it.
  struct List {
    DocId article = 0;   ///< that `positions` are read for
    DocId found_in = 0;  ///< the last article known to have the term; with by_article_ only
    std::vector<std::uint32_t> positions;
    bool opened = false;  ///< opened late: one article rarely needs thousands of lists
    std::unique_ptr<ListCursor> cursor;  ///< null: no article has the term
  };

  void read(const std::string& term, List& list) const {
    if (!list.opened) {
      if (const auto found = part_.find_places(place_prefix_, term)) {
        list.cursor = std::make_unique<ListCursor>(*found, ListCursor::Start::Before);
      }
      list.opened = true;
    }
    if (!list.cursor) return;
    list.cursor->seek(article_);
    if (list.cursor->docid() == article_) list.cursor->read_positions(list.positions);
  }

  const PartReader& part_;
  std::vector<std::string> terms_;  ///< as stored
  std::string_view place_prefix_;
  std::vector<List> lists_;
  DocId article_ = 0;
  std::optional<TermsByArticle> by_article_;
};

/// Which positions of an article count: those of a field, or those of one quote.
class PhraseScope {
 public:
  PhraseScope(const PartReader& part, RankedField field)
      : part_(part),
        field_(field),
        places_(field == RankedField::Quote ? part.quote_columns() : nullptr) {
    if (part.kind() == DocumentKind::Quote) quoted_.emplace(*part.quote_columns());
  }

  /// The article that holds the document `docid`.
  DocId article_of(DocId docid) { return quoted_ ? quoted_->of(docid) : docid; }

  /// Drops the spans outside the document's scope. `spans` are those of the document's article.
  void keep(DocId docid, std::vector<WordSpan>& spans) {
    if (spans.empty()) return;
    if (quoted_) {
      const QuoteWords words = part_.quote_columns()->words(docid);
      const WordSpan quote{words.begin, words.end};
      return keep_inside({&quote, 1}, spans);
    }
    if (field_ == RankedField::Combined) return;
    if (field_ == RankedField::Quote) return keep_inside(places_.of(docid), spans);
    // The gap in the positions behind a headline is wider than any span: each span lies on one
    // side.
    const std::uint32_t headline = part_.columns().headline_length(docid);
    const bool inside = field_ == RankedField::Headline;
    std::erase_if(spans, [&](const WordSpan& span) { return (span.begin <= headline) != inside; });
  }

 private:
  /// Drops the spans that are not inside one of `ranges`. Both are sorted.
  static void keep_inside(std::span<const WordSpan> ranges, std::vector<WordSpan>& spans) {
    std::erase_if(spans, [&](const WordSpan& span) {
      while (!ranges.empty() && ranges.front().end <= span.begin) ranges = ranges.subspan(1);
      return ranges.empty() || span.begin < ranges.front().begin || span.end > ranges.front().end;
    });
  }

  const PartReader& part_;
  RankedField field_;
  QuotePlaces places_;
  std::optional<QuotedArticles> quoted_;  ///< set where documents are quotes
};

/// Candidates from posting lists, confirmed by positions. Positions are found once an article,
/// which may hold several quotes.
class PhraseIterator final : public SpanIterator {
 public:
  /// @param order  of the places; see find_phrase().
  /// @param exact  every candidate matches.
  PhraseIterator(DocIteratorPtr candidates, std::vector<PhrasePattern::Place> places,
                 std::vector<std::size_t> order, IndexedPositions positions, PhraseScope scope,
                 bool exact)
      : candidates_(std::move(candidates)),
        pattern_{.terms = {}, .places = std::move(places)},
        order_(std::move(order)),
        positions_(std::move(positions)),
        scope_(std::move(scope)),
        exact_(exact) {}

  DocId seek(DocId target) override { return docid_ = candidates_->seek(target); }
  bool exact() const override { return exact_; }

 protected:
  std::uint64_t candidates() const override { return candidates_->estimate(); }
  void locate(std::vector<WordSpan>& spans) override {
    const DocId article = scope_.article_of(docid_);
    if (article != article_) {
      positions_.enter(article);
      find_phrase(pattern_, order_, positions_, in_article_);
      article_ = article;
    }
    spans = in_article_;
    scope_.keep(docid_, spans);
  }

 private:
  DocIteratorPtr candidates_;
  PhrasePattern pattern_;  ///< its places only; `positions_` holds the terms
  std::vector<std::size_t> order_;
  IndexedPositions positions_;
  PhraseScope scope_;
  bool exact_;
  DocId article_ = 0;  ///< that `in_article_` was found for
  std::vector<WordSpan> in_article_;
};

/// Makes the clauses that bring candidates for the places of a pattern.
class CandidateLists {
 public:
  enum class Of : std::uint8_t {
    Words,  ///< articles that have the words anywhere
    Stems,  ///< documents or fields that have the words' stems; everything where a stem is unknown
  };

  CandidateLists(const PartReader& part, const PhrasePattern& pattern,
                 const std::vector<std::string>& terms, Of of)
      : part_(part), pattern_(pattern), terms_(terms), of_(of) {}

  DocIteratorPtr place(const PhrasePattern::Place& paths) const {
    std::vector<DocIteratorPtr> lists;
    for (const PhrasePattern::Path& words : paths) lists.push_back(path(words));
    return any_of(std::move(lists), Combination::Sum, part_.doccount());
  }

 private:
  DocIteratorPtr path(const PhrasePattern::Path& words) const {
    std::vector<DocIteratorPtr> lists;
    for (const PhrasePattern::Spellings& spellings : words) lists.push_back(word(spellings));
    return all_of(std::move(lists), part_.doccount());
  }

  DocIteratorPtr word(const PhrasePattern::Spellings& spellings) const {
    std::vector<std::string> stored;
    for (std::size_t term : spellings) {
      if (of_ == Of::Words) {
        stored.push_back(terms_[term]);
      } else if (part_.termfreq(terms_[term]) != 0) {
        const std::vector<std::string>& stems = pattern_.stems[term];
        if (stems.empty()) return make_everything(part_.doccount());
        stored.insert(stored.end(), stems.begin(), stems.end());
      }
    }
    std::sort(stored.begin(), stored.end());
    stored.erase(std::unique(stored.begin(), stored.end()), stored.end());
    if (stored.size() > kMostMergedLists) return make_list_iterator(sum_terms(stored, part_));
    std::vector<DocIteratorPtr> lists;
    for (const std::string& term : stored) {
      if (const auto list = part_.find(term)) {
        lists.push_back(std::make_unique<RankedIterator>(*list));
      }
    }
    return any_of(std::move(lists), Combination::Sum, part_.doccount());
  }

  const PartReader& part_;
  const PhrasePattern& pattern_;
  const std::vector<std::string>& terms_;  ///< of the pattern, as stored
  Of of_;
};

/// The pattern's terms as the index stores them.
std::vector<std::string> stored_terms(const PhrasePattern& pattern) {
  std::vector<std::string> terms;
  for (const std::string& term : pattern.terms) terms.push_back(make_term("", term));
  return terms;
}

/// The word at a place that offers exactly one word; null at other places.
const std::string* only_word(const PhrasePattern& pattern, const PhrasePattern::Place& place) {
  const bool single =
      place.size() == 1 && place.front().size() == 1 && place.front().front().size() == 1;
  return single ? &pattern.terms[place.front().front().front()] : nullptr;
}

/// The lists of pairs that bring candidates for a phrase in `field`. The body has no pair lists of
/// its own, and its pairs are among those of the combined text.
PairPlace pair_place(RankedField field) {
  return field == RankedField::Headline ? PairPlace::Headline
         : field == RankedField::Quote  ? PairPlace::Quote
                                        : PairPlace::Anywhere;
}

/// Adds one clause for every two neighbouring words of the phrase that have a pair list.
/// @return for each place, whether a pair covers it, so that the place needs no clause of its own.
std::vector<bool> add_pairs(const PartReader& part, const PhrasePattern& pattern, PairPlace where,
                            std::vector<DocIteratorPtr>& clauses) {
  std::vector<bool> covered(pattern.places.size());
  for (std::size_t i = 0; i + 1 < pattern.places.size(); ++i) {
    const std::string* const first = only_word(pattern, pattern.places[i]);
    const std::string* const second = only_word(pattern, pattern.places[i + 1]);
    if (first == nullptr || second == nullptr) continue;
    const auto list = part.find_pair(where, *first, *second);
    if (!list && !part.has_pair(*first, *second)) continue;
    clauses.push_back(list ? std::make_unique<RankedIterator>(*list) : make_nothing());
    covered[i] = covered[i + 1] = true;
  }
  return covered;
}

/// Drops words that are much more frequent than the rarest word. Their lists would remove few
/// candidates, and the check of positions looks into their positions anyway.
void drop_frequent(std::vector<DocIteratorPtr>& words) {
  constexpr std::uint64_t kTimesTheRarest = 32;
  std::uint64_t rarest = std::numeric_limits<std::uint64_t>::max();
  for (const DocIteratorPtr& word : words) rarest = std::min(rarest, word->estimate());
  std::erase_if(words, [&](const DocIteratorPtr& word) {
    return word->estimate() / kTimesTheRarest > rarest;
  });
}

/// Whether the pattern matches single words only: one place, and no compound written as two.
bool is_one_word(const PhrasePattern& pattern) {
  return pattern.places.size() == 1 &&
         std::all_of(pattern.places.front().begin(), pattern.places.front().end(),
                     [](const PhrasePattern::Path& path) { return path.size() == 1; });
}

/// Estimates how often a place occurs: for each path the frequency of its rarest word, summed over
/// the paths.
std::uint64_t reading_cost(const PartReader& part, const PhrasePattern::Place& place,
                           const std::vector<std::string>& terms) {
  std::uint64_t cost = 0;
  for (const PhrasePattern::Path& path : place) {
    std::uint64_t rarest = std::numeric_limits<std::uint64_t>::max();
    for (const PhrasePattern::Spellings& spellings : path) {
      std::uint64_t termfreq = 0;
      for (std::size_t term : spellings) termfreq += part.termfreq(terms[term]);
      rarest = std::min(rarest, termfreq);
    }
    cost += rarest;
  }
  return cost;
}

/// The lists and costs of a phrase in one part, gathered for either make function.
class OpenPhrase {
 public:
  OpenPhrase(const PartReader& part, const PhrasePattern& pattern, RankedField field)
      : part_(part), pattern_(pattern), field_(field), terms_(stored_terms(pattern)) {
    std::vector<bool> covered(pattern.places.size());
    if (part.kind() == DocumentKind::Article) {
      covered = add_pairs(part, pattern, pair_place(field), words_);
      const bool is_pair = covered.size() == 2 && covered.front();
      words_suffice_ = field == RankedField::Combined ? is_pair || is_one_word(pattern)
                                                      : is_pair && field != RankedField::Body;
    }
    for (std::size_t i = 0; i < pattern.places.size(); ++i) {
      const PhrasePattern::Place& place = pattern.places[i];
      costs_.push_back(reading_cost(part, place, terms_));
      // A word that comes twice ("to be or not to be") needs one clause.
      const auto begin = pattern.places.begin();
      const auto end = begin + static_cast<std::ptrdiff_t>(i);
      if (!covered[i] && std::find(begin, end, place) == end) add_words(place, costs_.back());
    }
    // A prefix that no word has, such as "zzzz*", leaves the pattern without places.
    if (pattern.places.empty()) words_.push_back(make_nothing());
  }

  /// Whether matching all clauses of take_words() proves that the words stand in a row.
  bool words_suffice() const { return words_suffice_; }

  /// Clauses that a document with the phrase satisfies.
  std::vector<DocIteratorPtr> take_words() { return std::move(words_); }

  /// The check of positions over `candidates`.
  SpanIteratorPtr among(DocIteratorPtr candidates) {
    const bool wide = is_one_word(pattern_) && terms_.size() > kMostMergedLists;
    const bool by_quote = part_.kind() == DocumentKind::Quote;
    const std::string_view place_prefix = stem_prefix(by_quote ? RankedField::Quote : field_);
    return std::make_unique<PhraseIterator>(
        std::move(candidates), pattern_.places, evaluation_order(costs_),
        IndexedPositions(part_, std::move(terms_), place_prefix, wide), PhraseScope(part_, field_),
        words_suffice_);
  }

 private:
  /// Adds clauses for one place: the lists of its stems, and the words' own lists where these are
  /// shorter, because a rare word may have a frequent stem.
  void add_words(const PhrasePattern::Place& place, std::uint64_t cost) {
    using Of = CandidateLists::Of;
    const bool has_stems = !pattern_.stems.empty();
    const auto add = [&](Of of) {
      words_.push_back(CandidateLists(part_, pattern_, terms_, of).place(place));
    };
    if (has_stems) add(Of::Stems);
    const bool by_article = part_.kind() == DocumentKind::Article;
    if (!has_stems || (by_article && cost < words_.back()->estimate())) add(Of::Words);
  }

  const PartReader& part_;
  const PhrasePattern& pattern_;
  RankedField field_;
  std::vector<std::string> terms_;  ///< of the pattern, as stored
  std::vector<DocIteratorPtr> words_;
  bool words_suffice_ = false;
  std::vector<std::uint64_t> costs_;  ///< of the places, by reading_cost()
};

}  // namespace

SpanIteratorPtr make_phrase_iterator(const PartReader& part, const PhrasePattern& pattern,
                                     RankedField field) {
  OpenPhrase phrase(part, pattern, field);
  return phrase.among(all_of(phrase.take_words(), part.doccount()));
}

PhraseClauses make_phrase(const PartReader& part, const PhrasePattern& pattern, RankedField field) {
  OpenPhrase phrase(part, pattern, field);
  PhraseClauses clauses{.words = phrase.take_words(), .order = nullptr};
  if (phrase.words_suffice()) return clauses;
  drop_frequent(clauses.words);
  clauses.order = phrase.among(make_everything(part.doccount()));
  return clauses;
}

std::size_t CompoundPostings::read(std::span<Posting> out) {
  std::size_t count = 0;
  // Returns one posting at a time: to fill a block would read the positions of as many articles,
  // and the caller may jump past them.
  while (count == 0 && !out.empty()) {
    const DocId docid = occurrences_->seek(next_);
    if (docid == kNoMoreDocs) return 0;
    next_ = docid + 1;
    const std::uint32_t headline = columns_.headline_length(docid);
    std::uint32_t wdf = 0;
    for (const WordSpan& span : occurrences_->spans()) {
      wdf += span.begin <= headline ? in_headline_ : elsewhere_;
    }
    if (wdf != 0) out[count++] = {docid, wdf};
  }
  return count;
}

}  // namespace pullquote

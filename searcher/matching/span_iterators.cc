// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/span_iterators.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>

#include "schema/terms/term_rules.h"
#include "searcher/matching/boolean_iterators.h"
#include "searcher/matching/position_source.h"
#include "searcher/matching/proximity.h"
#include "searcher/matching/ranked_iterator.h"
#include "searcher/matching/term_cursor.h"
#include "searcher/matching/wide_postings.h"

namespace pullquote {

namespace {

class ListIterator final : public DocIterator {
 public:
  explicit ListIterator(std::unique_ptr<PostingSource> postings) : cursor_(std::move(postings)) {}
  DocId seek(DocId target) override {
    cursor_.seek(target);
    return docid_ = cursor_.docid();
  }
  Weight weight() override { return 0; }
  Weight max_weight() const override { return 0; }
  std::uint64_t estimate() const override { return cursor_.source().termfreq(); }
  Explanation explain() override { return explain_filter(); }

 private:
  TermCursor cursor_;
};

/// Positions from the index, read when first asked for.
class IndexedPositions final : public TermPositions {
 public:
  /// @param wide  the terms are so many that those of each article are looked up beforehand.
  IndexedPositions(const PartReader& part, std::vector<std::string> terms, PositionScope scope,
                   bool wide)
      : part_(part), terms_(std::move(terms)), lists_(terms_.size()), scope_(scope) {
    if (wide) by_article_.emplace(terms_, part);
  }

  void enter(DocId docid) {
    docid_ = docid;
    if (!by_article_) return;
    for (std::uint32_t term : by_article_->of(docid)) lists_[term].found_in = docid;
  }

  const std::vector<std::uint32_t>& positions(std::size_t term) override {
    List& list = lists_[term];
    if (list.docid == docid_) return list.positions;
    if (by_article_ && list.found_in != docid_) {
      list.positions.clear();
    } else {
      // Thousands of words are not all opened at once for one article.
      if (!list.source) list.source = open_positions(part_, terms_[term]);
      list.source->read(docid_, list.positions);
      if (scope_ == PositionScope::OutsideHeadline) drop_headline(list.positions);
    }
    list.docid = docid_;
    return list.positions;
  }

 private:
  struct List {
    DocId docid = 0;
    DocId found_in = 0;  ///< the last article known to have the term; with by_article_ only
    std::vector<std::uint32_t> positions;
    std::unique_ptr<PositionSource> source;  ///< opened when first asked for
  };

  /// The gap after the headline is wider than what positions and words can differ by.
  void drop_headline(std::vector<std::uint32_t>& positions) const {
    const std::uint32_t words = part_.columns().lengths(docid_).headline;
    positions.erase(positions.begin(), std::upper_bound(positions.begin(), positions.end(), words));
  }

  const PartReader& part_;
  std::vector<std::string> terms_;  ///< as stored
  std::vector<List> lists_;
  PositionScope scope_;
  DocId docid_ = 0;
  std::optional<TermsByArticle> by_article_;
};

class PhraseIterator final : public SpanIterator {
 public:
  PhraseIterator(DocIteratorPtr candidates, const PhrasePattern& pattern,
                 std::vector<std::size_t> order, IndexedPositions positions, bool exact)
      : candidates_(std::move(candidates)),
        pattern_(pattern),
        order_(std::move(order)),
        positions_(std::move(positions)),
        exact_(exact) {}

  DocId seek(DocId target) override { return docid_ = candidates_->seek(target); }
  bool exact() const override { return exact_; }

 protected:
  std::uint64_t candidates() const override { return candidates_->estimate(); }
  void locate(std::vector<WordSpan>& spans) override {
    positions_.enter(docid_);
    find_phrase(pattern_, order_, positions_, spans);
  }

 private:
  DocIteratorPtr candidates_;
  PhrasePattern pattern_;
  std::vector<std::size_t> order_;
  IndexedPositions positions_;
  bool exact_;  ///< having the words is enough
};

std::vector<DocIterator*> pointers(const std::vector<SpanIteratorPtr>& operands) {
  std::vector<DocIterator*> result;
  for (const SpanIteratorPtr& operand : operands) result.push_back(operand.get());
  return result;
}

class NearIterator final : public SpanIterator {
 public:
  NearIterator(std::vector<SpanIteratorPtr> operands, std::vector<std::size_t> order,
               unsigned distance, bool ordered, std::uint64_t doccount)
      : operands_(std::move(operands)),
        order_(std::move(order)),
        by_estimate_(pointers(operands_)),
        distance_(distance),
        ordered_(ordered),
        estimate_(estimate_all(by_estimate_, doccount)) {
    sort_by_estimate(by_estimate_);
  }

  DocId seek(DocId target) override { return docid_ = leapfrog(by_estimate_, target); }
  bool exact() const override { return order_.size() == 1 && operands_.front()->exact(); }

 protected:
  std::uint64_t candidates() const override { return estimate_; }
  void locate(std::vector<WordSpan>& spans) override {
    std::vector<std::vector<WordSpan>> occurrences;
    for (std::size_t operand : order_) {
      if (operands_[operand]->spans().empty()) return spans.clear();
      occurrences.push_back(operands_[operand]->spans());
    }
    find_near(occurrences, distance_, ordered_, spans);
  }

 private:
  std::vector<SpanIteratorPtr> operands_;
  std::vector<std::size_t> order_;
  std::vector<DocIterator*> by_estimate_;
  unsigned distance_;
  bool ordered_;
  std::uint64_t estimate_;
};

class SpanUnion final : public SpanIterator {
 public:
  SpanUnion(std::vector<SpanIteratorPtr> operands, std::uint64_t doccount)
      : operands_(std::move(operands)), estimate_(estimate_any(pointers(operands_), doccount)) {}

  DocId seek(DocId target) override {
    docid_ = kNoMoreDocs;
    for (const SpanIteratorPtr& operand : operands_) {
      docid_ = std::min(docid_, operand->seek(target));
    }
    return docid_;
  }
  bool exact() const override {
    return std::all_of(operands_.begin(), operands_.end(),
                       [](const SpanIteratorPtr& operand) { return operand->exact(); });
  }

 protected:
  std::uint64_t candidates() const override { return estimate_; }
  void locate(std::vector<WordSpan>& spans) override {
    spans.clear();
    for (const SpanIteratorPtr& operand : operands_) {
      if (operand->docid() != docid_) continue;
      spans.insert(spans.end(), operand->spans().begin(), operand->spans().end());
    }
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  }

 private:
  std::vector<SpanIteratorPtr> operands_;
  std::uint64_t estimate_;
};

class WeighedIterator final : public DocIterator {
 public:
  WeighedIterator(DocIteratorPtr matching, std::vector<DocIteratorPtr> weighing, std::string label)
      : matching_(std::move(matching)), weighing_(std::move(weighing)), label_(std::move(label)) {}

  DocId seek(DocId target) override { return docid_ = matching_->seek(target); }
  bool confirm() override { return matching_->confirm(); }
  bool exact() const override { return matching_->exact(); }
  Weight weight() override {
    Weight sum = 0;
    for (const DocIteratorPtr& leaf : weighing_) {
      if (matches_at(*leaf, docid_)) sum += leaf->weight();
    }
    return sum;
  }
  Weight max_weight() const override {
    Weight sum = 0;
    for (const DocIteratorPtr& leaf : weighing_) sum += leaf->max_weight();
    return sum;
  }
  std::uint64_t estimate() const override { return matching_->estimate(); }
  Explanation explain() override {
    Explanation explanation{label_, to_score(weight()), {}};
    for (const DocIteratorPtr& leaf : weighing_) {
      if (matches_at(*leaf, docid_)) explanation.parts.push_back(leaf->explain());
    }
    return explanation;
  }

 private:
  DocIteratorPtr matching_;
  std::vector<DocIteratorPtr> weighing_;
  std::string label_;
};

/// Opens the lists that candidates for a pattern come from.
class CandidateLists {
 public:
  CandidateLists(const PartReader& part, const std::vector<std::string>& terms)
      : part_(part), terms_(terms) {}

  DocIteratorPtr word(const PhrasePattern::Spellings& spellings) const {
    if (spellings.size() > kMostMergedLists) {
      std::vector<std::string> words;
      for (std::size_t term : spellings) words.push_back(terms_[term]);
      return make_list_iterator(sum_terms(words, part_));
    }
    std::vector<DocIteratorPtr> lists;
    for (std::size_t term : spellings) {
      lists.push_back(make_list_iterator(part_, terms_[term]));
    }
    return any_of(std::move(lists), Combination::Sum, part_.doccount());
  }

  DocIteratorPtr path(const PhrasePattern::Path& words) const {
    std::vector<DocIteratorPtr> lists;
    for (const PhrasePattern::Spellings& spellings : words) lists.push_back(word(spellings));
    return all_of(std::move(lists), part_.doccount());
  }

  DocIteratorPtr place(const PhrasePattern::Place& paths) const {
    std::vector<DocIteratorPtr> lists;
    for (const PhrasePattern::Path& words : paths) lists.push_back(path(words));
    return any_of(std::move(lists), Combination::Sum, part_.doccount());
  }

 private:
  const PartReader& part_;
  const std::vector<std::string>& terms_;
};

std::vector<std::string> stored_terms(const PhrasePattern& pattern, const std::string& prefix) {
  std::vector<std::string> terms;
  for (const std::string& term : pattern.terms) terms.push_back(make_term(prefix, term));
  return terms;
}

/// The only word that a place can be, if there is just one.
const std::string* only_word(const PhrasePattern& pattern, const PhrasePattern::Place& place) {
  const bool single =
      place.size() == 1 && place.front().size() == 1 && place.front().front().size() == 1;
  return single ? &pattern.terms[place.front().front().front()] : nullptr;
}

/// Adds the articles with each two words of the phrase in a row that have a list as such.
/// @return which places are words of such a pair, so that nothing else need say that they are
/// there.
std::vector<bool> add_pairs(RankedReader& ranked, const PhrasePattern& pattern,
                            std::vector<DocIteratorPtr>& clauses) {
  std::vector<bool> covered(pattern.places.size());
  for (std::size_t i = 0; i + 1 < pattern.places.size(); ++i) {
    const std::string* const first = only_word(pattern, pattern.places[i]);
    const std::string* const second = only_word(pattern, pattern.places[i + 1]);
    if (first == nullptr || second == nullptr) continue;
    const auto list = ranked.find_pair(*first, *second);
    if (!list && !ranked.has_pair(*first, *second)) continue;
    clauses.push_back(list ? std::make_unique<RankedIterator>(*list) : make_nothing());
    covered[i] = covered[i + 1] = true;
  }
  return covered;
}

/// Leaves out words that are so much more frequent than the rarest that looking into their
/// positions, which says whether they are there at all, is no dearer than asking that beforehand.
void drop_frequent(std::vector<DocIteratorPtr>& words) {
  constexpr std::uint64_t kTimesTheRarest = 32;
  std::uint64_t rarest = std::numeric_limits<std::uint64_t>::max();
  for (const DocIteratorPtr& word : words) rarest = std::min(rarest, word->estimate());
  std::erase_if(words, [&](const DocIteratorPtr& word) {
    return word->estimate() / kTimesTheRarest > rarest;
  });
}

/// What a phrase needs of a part.
struct OpenPhrase {
  OpenPhrase(const PartReader& part, const PhrasePattern& pattern, const std::string& prefix,
             PositionScope scope)
      : OpenPhrase(part, pattern, stored_terms(pattern, prefix), prefix, scope) {}

  std::vector<DocIteratorPtr> words;  ///< clauses that say together that an article has them
  bool words_suffice;                 ///< then they stand in a row as well
  IndexedPositions positions;
  std::vector<std::size_t> order;  ///< see find_phrase()

 private:
  OpenPhrase(const PartReader& part, const PhrasePattern& pattern, std::vector<std::string> terms,
             const std::string& prefix, PositionScope scope)
      : positions(part, terms, scope, is_one_word(pattern) && terms.size() > kMostMergedLists) {
    std::vector<bool> covered(pattern.places.size());
    if (part.ranked() != nullptr) covered = add_pairs(*part.ranked(), pattern, words);
    // What stands in a row in a headline or a quote does so in the text, but not the other way.
    if (!prefix.empty()) covered.assign(pattern.places.size(), false);
    const bool is_pair = covered.size() == 2 && covered.front();
    words_suffice = scope == PositionScope::All && (is_pair || is_one_word(pattern));
    const CandidateLists open(part, terms);
    std::vector<std::uint64_t> costs;
    for (std::size_t i = 0; i < pattern.places.size(); ++i) {
      // "to be or not to be" needs each word's list once.
      const auto same = static_cast<std::size_t>(
          std::find(pattern.places.begin(), pattern.places.end(), pattern.places[i]) -
          pattern.places.begin());
      if (same < i) {
        costs.push_back(costs[same]);
      } else if (covered[i]) {
        costs.push_back(part.termfreq(*only_word(pattern, pattern.places[i])));
      } else {
        words.push_back(open.place(pattern.places[i]));
        costs.push_back(words.back()->estimate());
      }
    }
    // "zzzz*" where no word begins so.
    if (pattern.places.empty()) words.push_back(make_nothing());
    order = evaluation_order(costs);
  }

  static bool is_one_word(const PhrasePattern& pattern) {
    return pattern.places.size() == 1 &&
           std::all_of(pattern.places.front().begin(), pattern.places.front().end(),
                       [](const PhrasePattern::Path& path) { return path.size() == 1; });
  }
};

}  // namespace

SpanIteratorPtr make_phrase_iterator(const PartReader& part, const PhrasePattern& pattern,
                                     const std::string& prefix, PositionScope scope) {
  OpenPhrase phrase(part, pattern, prefix, scope);
  return std::make_unique<PhraseIterator>(all_of(std::move(phrase.words), part.doccount()), pattern,
                                          std::move(phrase.order), std::move(phrase.positions),
                                          phrase.words_suffice);
}

PhraseClauses open_phrase(const PartReader& part, const PhrasePattern& pattern,
                          const std::string& prefix, PositionScope scope) {
  OpenPhrase phrase(part, pattern, prefix, scope);
  PhraseClauses clauses{.words = std::move(phrase.words), .order = nullptr};
  if (phrase.words_suffice) return clauses;
  drop_frequent(clauses.words);
  clauses.order =
      std::make_unique<PhraseIterator>(make_everything(part.doccount()), pattern,
                                       std::move(phrase.order), std::move(phrase.positions), false);
  return clauses;
}

SpanIteratorPtr make_near_iterator(std::vector<SpanIteratorPtr> operands,
                                   std::vector<std::size_t> order, unsigned distance, bool ordered,
                                   std::uint64_t doccount) {
  return std::make_unique<NearIterator>(std::move(operands), std::move(order), distance, ordered,
                                        doccount);
}

SpanIteratorPtr make_span_union(std::vector<SpanIteratorPtr> operands, std::uint64_t doccount) {
  if (operands.size() == 1) return std::move(operands.front());
  return std::make_unique<SpanUnion>(std::move(operands), doccount);
}

DocIteratorPtr make_weighed_iterator(DocIteratorPtr matching, std::vector<DocIteratorPtr> weighing,
                                     std::string label) {
  return std::make_unique<WeighedIterator>(std::move(matching), std::move(weighing),
                                           std::move(label));
}

DocIteratorPtr make_list_iterator(std::unique_ptr<PostingSource> postings) {
  return std::make_unique<ListIterator>(std::move(postings));
}

DocIteratorPtr make_list_iterator(const PartReader& part, const std::string& term) {
  if (part.ranked() == nullptr) return make_list_iterator(part.postings(term));
  const auto list = part.ranked()->find(term);
  return list ? std::make_unique<RankedIterator>(*list) : make_nothing();
}

}  // namespace pullquote

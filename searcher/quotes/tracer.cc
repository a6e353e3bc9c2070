// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/tracer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "schema/ranked/list_cursor.h"
#include "schema/wording/kinship.h"
#include "searcher/planning/word_planner.h"

namespace pullquote {
namespace {

/// Words looked up at most, and postings read for them; the rarest are read whatever they have.
constexpr std::size_t kMostWords = 16;
constexpr std::size_t kLeastWords = 3;
constexpr std::uint64_t kMostPostings = 50'000;

/// Quotations aligned: of each family a few, and in all.
constexpr std::size_t kMostOfFamily = 3;
constexpr std::size_t kMostAligned = 100;

/// Of which these are chosen.
constexpr std::size_t kMostRanked = 2000;

/// A text of one word has no other kin than itself.
bool equal(const Wording& a, const Wording& b) {
  return a.keys == b.keys;
}

/// Whether the words of `part`, too few for kinship perhaps, stand in `whole` in a row. "Of the" is
/// in every quotation and part of none.
bool is_phrase_of(const Wording& part, const Wording& whole) {
  if (part.keys.size() < 2 || content_words(part.keys) == 0) return false;
  return std::search(whole.keys.begin(), whole.keys.end(), part.keys.begin(), part.keys.end()) !=
         whole.keys.end();
}

bool comes_before(const FamilyTrace& a, const FamilyTrace& b) {
  return std::tuple(b.strong, b.matched, b.article_count, a.family) <
         std::tuple(a.strong, a.matched, a.article_count, b.family);
}

}  // namespace

/// The best traces, one of each family, in order. What is taken doesn't depend on the order in
/// which they are offered.
class Tracer::Best {
 public:
  explicit Best(std::size_t limit) : limit_(limit) {}

  /// Of a trace that is at least as good as the one that may be found: false spares the search.
  bool would_take(const FamilyTrace& trace) const {
    const auto known = of_family(trace.family);
    if (known != traces_.end()) return comes_before(trace, *known);
    return traces_.size() < limit_ || (limit_ > 0 && comes_before(trace, traces_.back()));
  }

  void add(const FamilyTrace& trace) {
    if (!would_take(trace)) return;
    const auto known = of_family(trace.family);
    if (known != traces_.end()) {
      traces_.erase(known);
    } else if (traces_.size() == limit_) {
      traces_.pop_back();
    }
    traces_.insert(std::upper_bound(traces_.begin(), traces_.end(), trace, comes_before), trace);
  }

  std::vector<FamilyTrace> take() { return std::move(traces_); }

 private:
  std::vector<FamilyTrace>::const_iterator of_family(std::uint32_t family) const {
    return std::find_if(traces_.begin(), traces_.end(),
                        [&](const FamilyTrace& trace) { return trace.family == family; });
  }

  std::size_t limit_;
  std::vector<FamilyTrace> traces_;
};

std::vector<Tracer::Word> Tracer::rarest_words(std::string_view text) {
  const PlanningContext context = planner_.context({}, true);
  WordPlanner planner(context);
  std::vector<std::string> terms;
  for (const QueryToken& token : planner.tokens(text)) {
    terms.push_back(token.term);
    terms.insert(terms.end(), token.parts.begin(), token.parts.end());
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  std::vector<Word> words;
  for (const std::string& term : terms) {
    Word word;
    for (ListPlan& list : planner.stemmed(term, RankedField::Combined, 1).lists) {
      word.termfreq += context.statistics.termfreq(list.term);
      word.stems.push_back(std::move(list.term));
    }
    if (word.termfreq > 0) words.push_back(std::move(word));
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.termfreq < b.termfreq; });
  std::uint64_t postings = 0;
  std::size_t kept = 0;
  while (kept < words.size() && kept < kMostWords) {
    postings += words[kept].termfreq;
    if (kept >= kLeastWords && postings > kMostPostings) break;
    ++kept;
  }
  words.resize(kept);
  return words;
}

/// Fills scores_ and touched_.
void Tracer::add_scores(const std::vector<Word>& words) {
  const std::uint32_t quotes = store_.families().quotes();
  scores_.resize(quotes);  // four megabytes a million, kept: clearing what was touched is less
  for (const std::uint32_t quote : touched_) scores_[quote] = 0;
  touched_.clear();
  for (const Word& word : words) {
    const auto weight = static_cast<float>(
        std::log(1 + static_cast<double>(quotes) / static_cast<double>(word.termfreq)));
    for (std::size_t part = 0; part < store_.parts().size(); ++part) {
      const std::uint32_t first = store_.first_quote(part) - 1;
      for (const std::string& stem : word.stems) {
        const auto list = store_.parts()[part]->find(stem);
        if (!list) continue;
        ListCursor(*list, ListCursor::Start::Before)
            .visit(
                1, ListCursor::kEnd, [](Impact) { return true; },
                [&](DocId docid, Impact) {
                  float& score = scores_[first + docid];
                  if (score == 0) touched_.push_back(first + docid);
                  score += weight;
                });
      }
    }
  }
}

/// In falling order of their scores. Nearly always a hundred are found among the first few
/// hundred, so that a heap sorts no more than these.
std::vector<Tracer::TraceCandidate> Tracer::candidates(const std::vector<Word>& words) {
  add_scores(words);
  // Scores are positive, so that their bits are in their order; of equal ones the first quote.
  std::vector<std::uint64_t> heap;
  heap.reserve(touched_.size());
  for (const std::uint32_t quote : touched_) {
    heap.push_back(std::uint64_t{std::bit_cast<std::uint32_t>(scores_[quote])} << 32 |
                   (UINT32_MAX - quote));
  }
  std::make_heap(heap.begin(), heap.end());
  std::unordered_map<std::uint32_t, std::size_t> of_family;
  std::vector<TraceCandidate> chosen;
  for (std::size_t ranked = 0;
       ranked < kMostRanked && !heap.empty() && chosen.size() < kMostAligned; ++ranked) {
    std::pop_heap(heap.begin(), heap.end());
    const std::uint32_t quote = UINT32_MAX - static_cast<std::uint32_t>(heap.back());
    heap.pop_back();
    const std::uint32_t family = store_.families().quote_family(quote);
    if (family != kNoFamily && ++of_family[family] <= kMostOfFamily) {
      chosen.push_back({quote, family});
    }
  }
  return chosen;
}

void Tracer::verify(const TraceCandidate& candidate, Best& best) {
  const std::uint32_t articles = store_.families().family(candidate.family).article_count;
  const auto words = static_cast<std::uint32_t>(text_.keys.size());
  if (!best.would_take({candidate.family, articles, true, words})) return;
  reader_.read(store_.quote_text(candidate.quote), quote_);
  const bool phrase = is_phrase_of(text_, quote_);
  const bool is_longer = text_.keys.size() > quote_.keys.size();
  const Comparison comparison = is_longer ? comparer_.compare(text_.keys, quote_.keys)
                                          : comparer_.compare(quote_.keys, text_.keys);
  Kinship kin = equal(text_, quote_) ? Kinship::Strong : comparison.kinship;
  if (kin == Kinship::None && phrase) kin = Kinship::Weak;
  if (kin == Kinship::None) return;
  // What was compared in pieces, or by another rule, is counted anew.
  const bool all_compared =
      comparison.kinship != Kinship::None && text_.keys.size() <= Aligner::kLongest;
  const auto matched =
      all_compared ? comparison.matched
                   : static_cast<std::uint32_t>(common_words(text_.keys, quote_.keys).size());
  best.add({candidate.family, articles, kin >= Kinship::Likely, matched});
}

std::vector<FamilyTrace> Tracer::trace(std::string_view text, std::size_t limit) {
  reader_.read(text, text_);
  Best best(limit);
  for (const TraceCandidate& candidate : candidates(rarest_words(text))) verify(candidate, best);
  return best.take();
}

}  // namespace pullquote

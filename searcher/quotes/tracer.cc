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

/// Limits of the first step: at most this many words, and no more than kMostPostings postings for
/// them. The kLeastWords rarest words are read however many postings they have.
constexpr std::size_t kMostWords = 16;
constexpr std::size_t kLeastWords = 3;
constexpr std::uint64_t kMostPostings = 50'000;

/// Limits of the second step: quotations aligned for each family, and in all.
constexpr std::size_t kMostOfFamily = 3;
constexpr std::size_t kMostAligned = 100;

/// Candidates are chosen among this many quotes of the highest scores.
constexpr std::size_t kMostRanked = 2000;

/// Whether the texts have the same words. A text of one word is akin to nothing but itself.
bool equal(const Wording& a, const Wording& b) {
  return a.keys == b.keys;
}

/// Whether the words of `part` stand in a row in `whole`; `part` may be too short for kinship.
/// Function words alone prove nothing: "of the" is in every quotation.
bool is_phrase_of(const Wording& part, const Wording& whole) {
  if (part.keys.size() < 2 || content_words(part.keys) == 0) return false;
  return std::search(whole.keys.begin(), whole.keys.end(), part.keys.begin(), part.keys.end()) !=
         whole.keys.end();
}

/// Proven families first, then those that match more words, then those of more articles.
bool comes_before(const FamilyTrace& a, const FamilyTrace& b) {
  return std::tuple(b.strong, b.matched, b.article_count, a.family) <
         std::tuple(a.strong, a.matched, a.article_count, b.family);
}

}  // namespace

/// The best traces, one for each family, in order. The result does not depend on the order in which
/// traces are offered.
class Tracer::Best {
 public:
  explicit Best(std::size_t limit) : limit_(limit) {}

  /// Whether add() would take `trace`. Asked with the best trace that a candidate may turn out to
  /// be, the answer false spares the alignment.
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

void Tracer::add_scores(const std::vector<Word>& words) {
  const std::uint32_t quotes = store_.families().quotes();
  // Four bytes a quote, kept for the next text: clearing the touched entries is cheaper than
  // clearing all.
  scores_.resize(quotes);
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

/// A hundred candidates are nearly always found among the first few hundred quotes, so that a heap
/// sorts no more than these.
std::vector<Tracer::TraceCandidate> Tracer::candidates(const std::vector<Word>& words) {
  add_scores(words);
  // The bits of positive floats are in the order of their values. Equal scores go to the lower
  // quote.
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
  // The comparison counts matching words only if it compared the texts whole and found them akin;
  // else they are counted anew.
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

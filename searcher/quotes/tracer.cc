// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotes/tracer.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <unordered_map>

#include "pullquote/analyzer.h"
#include "schema/wording/kinship.h"

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

}  // namespace

std::vector<Tracer::Word> Tracer::rarest_words(std::string_view text) {
  std::vector<std::string> terms;
  Analyzer& analyzer = analyzer_.in({});
  for (const Token& token : analyzer.tokenize(text)) terms.emplace_back(token.term);
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  std::vector<Word> words;
  for (const std::string& term : terms) {
    Word word{spelling_variants(term), 0};
    word.spellings.push_back(term);
    for (const std::string& spelling : word.spellings)
      word.termfreq += statistics_.termfreq(spelling);
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

std::vector<Tracer::Candidate> Tracer::candidates(const std::vector<Word>& words) const {
  const std::uint32_t quotes = store_.families().quotes();
  std::vector<float> scores(
      quotes);  // four megabytes a million: cheaper to clear than a hash map to fill
  std::vector<std::uint32_t> touched;
  for (const Word& word : words) {
    const auto weight = static_cast<float>(
        std::log(1 + static_cast<double>(quotes) / static_cast<double>(word.termfreq)));
    for (std::size_t part = 0; part < store_.parts().size(); ++part) {
      const Xapian::Database& database = store_.parts()[part]->database();
      for (const std::string& spelling : word.spellings) {
        const auto end = database.postlist_end(spelling);
        for (auto at = database.postlist_begin(spelling); at != end; ++at) {
          const std::uint32_t quote = store_.first_quote(part) + *at - 1;
          if (quote >= quotes) continue;
          if (scores[quote] == 0) touched.push_back(quote);
          scores[quote] += weight;
        }
      }
    }
  }
  std::erase_if(touched, [this](std::uint32_t quote) {
    return store_.families().quote_family()[quote] == kNoFamily;
  });
  const auto ranked =
      touched.begin() + static_cast<std::ptrdiff_t>(std::min(touched.size(), kMostRanked));
  std::partial_sort(touched.begin(), ranked, touched.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(scores[b], a) < std::tuple(scores[a], b);
  });
  std::unordered_map<std::uint32_t, std::size_t> of_family;
  std::vector<Candidate> chosen;
  for (auto quote = touched.begin(); quote != ranked && chosen.size() < kMostAligned; ++quote) {
    const std::uint32_t family = store_.families().quote_family()[*quote];
    if (++of_family[family] <= kMostOfFamily) chosen.push_back({*quote, scores[*quote]});
  }
  return chosen;
}

void Tracer::verify(const Candidate& candidate, std::vector<FamilyTrace>& traces) {
  reader_.read(store_.quote(candidate.quote).quote.text, quote_);
  const bool phrase = is_phrase_of(text_, quote_);
  const bool is_longer = text_.keys.size() > quote_.keys.size();
  const Comparison comparison = is_longer ? comparer_.compare(text_.keys, quote_.keys)
                                          : comparer_.compare(quote_.keys, text_.keys);
  Kinship kin = equal(text_, quote_) ? Kinship::Strong : comparison.kinship;
  if (kin == Kinship::None && phrase) kin = Kinship::Weak;
  if (kin == Kinship::None) return;
  const std::uint32_t family = store_.families().quote_family()[candidate.quote];
  // What was compared in pieces, or by another rule, is counted anew.
  const bool all_compared =
      comparison.kinship != Kinship::None && text_.keys.size() <= Aligner::kLongest;
  const auto matched =
      all_compared ? comparison.matched
                   : static_cast<std::uint32_t>(common_words(text_.keys, quote_.keys).size());
  const FamilyTrace found{family, kin >= Kinship::Likely, matched};
  const auto known = std::find_if(traces.begin(), traces.end(),
                                  [&](const FamilyTrace& trace) { return trace.family == family; });
  if (known == traces.end()) {
    traces.push_back(found);
  } else if (std::tuple(found.strong, found.matched) > std::tuple(known->strong, known->matched)) {
    *known = found;
  }
}

std::vector<FamilyTrace> Tracer::trace(std::string_view text) {
  reader_.read(text, text_);
  std::vector<FamilyTrace> traces;
  for (const Candidate& candidate : candidates(rarest_words(text))) verify(candidate, traces);
  const FamiliesView& families = store_.families();
  std::sort(traces.begin(), traces.end(), [&](const FamilyTrace& a, const FamilyTrace& b) {
    const auto key = [&](const FamilyTrace& trace) {
      const FamiliesView::Family family = families.family(trace.family);
      return std::tuple(!trace.strong, -std::int64_t{trace.matched},
                        -std::int64_t{family.article_count}, trace.family);
    };
    return key(a) < key(b);
  });
  return traces;
}

}  // namespace pullquote

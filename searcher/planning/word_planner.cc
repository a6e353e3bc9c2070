// SPDX-License-Identifier: GPL-3.0-or-later
/// The order of work for one word: find its lists (add_stems, unstemmed_list), then finish() turns
/// their document frequencies into the idf. Lists come first because a leaf's idf counts all its
/// lists as one term. PatternBuilder does the same for words in a row.
#include "searcher/planning/word_planner.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <numeric>

#include "schema/analysis/designations.h"
#include "schema/ranked/term_kind.h"
#include "schema/terms/term_rules.h"

namespace pullquote {

namespace {

/// A place of a pattern spans at most this many words. The ways to write a run of words grow
/// exponentially with its length.
constexpr std::size_t kLongestRun = 5;

/// The terms under which a field's lists hold the stems.
std::vector<std::string> stored_stems(const std::vector<std::string>& stems, RankedField field) {
  std::vector<std::string> terms(stems.size());
  for (std::size_t i = 0; i < stems.size(); ++i) {
    make_stem_term(stem_prefix(field), stems[i], terms[i]);
  }
  return terms;
}

}  // namespace

std::size_t term_index(PhrasePattern& pattern, const std::string& term) {
  const auto known = std::find(pattern.terms.begin(), pattern.terms.end(), term);
  const auto index = static_cast<std::size_t>(known - pattern.terms.begin());
  if (known == pattern.terms.end()) pattern.terms.push_back(term);
  return index;
}

std::vector<QueryToken> WordPlanner::tokens(std::string_view text) const {
  std::vector<QueryToken> tokens;
  for (const Token& token : context_.analyzer.tokenize(text)) {
    if (token.is_part && !tokens.empty()) {
      tokens.back().parts.emplace_back(token.term);
    } else {
      tokens.push_back({std::string(token.term), std::string(token.surface), {}});
    }
  }
  return tokens;
}

std::vector<std::string> WordPlanner::spellings(const std::string& term) const {
  std::vector<std::string> spellings{term};
  if (!context_.expand) return spellings;
  for (std::string& variant : spelling_variants(term)) spellings.push_back(std::move(variant));
  return spellings;
}

std::vector<std::string> WordPlanner::parts_of(const QueryToken& token) const {
  const std::size_t number = number_in_designation(token.term);
  if (!token.parts.empty()) {
    const bool apart = number == 0 || may_stand_apart(token.term.substr(0, number));
    return apart ? token.parts : std::vector<std::string>{};
  }
  return context_.expand ? compound_parts(token.term) : std::vector<std::string>{};
}

std::string WordPlanner::joined(const QueryToken& first, const QueryToken& second) const {
  if (!context_.expand) return {};
  std::string joined = joined_compound(first.term, second.term);
  // Any word and number make a designation ("mig 29", "mig29"); joined forms that the index lacks
  // are left out.
  const bool used = joined.empty() || number_in_designation(joined) == 0 ||
                    context_.statistics.termfreq(joined) != 0;
  return used ? joined : std::string();
}

std::uint64_t WordPlanner::termfreq(const std::string& word, RankedField field) const {
  const std::uint64_t termfreq = context_.statistics.termfreq(make_term("", word));
  if (termfreq == 0 || !needs_stems(field)) return termfreq;
  const std::vector<std::string> stems = stems_of(word);
  return stems.empty() ? termfreq
                       : std::min(termfreq, sum_of_termfreqs(stored_stems(stems, field)));
}

std::uint64_t WordPlanner::sum_of_termfreqs(const std::vector<std::string>& terms) const {
  std::uint64_t sum = 0;
  for (const std::string& term : terms) sum += context_.statistics.termfreq(term);
  return sum;
}

bool WordPlanner::known(const std::string& word, RankedField field) const {
  return termfreq(word, field) != 0;
}

void WordPlanner::note_expansion(const std::string& typed, const std::string& expanded) {
  std::string note = typed + ": " + expanded;
  if (std::find(expansions_.begin(), expansions_.end(), note) == expansions_.end()) {
    expansions_.push_back(std::move(note));
  }
}

bool WordPlanner::add_list(ListPlan list, LeafPlan& leaf) const {
  if (context_.statistics.termfreq(list.term) == 0) return false;
  const auto same = std::find_if(leaf.lists.begin(), leaf.lists.end(),
                                 [&](const ListPlan& other) { return other.term == list.term; });
  if (same == leaf.lists.end()) {
    leaf.lists.push_back(std::move(list));
    return true;
  }
  // The same stem in another language: articles of either language count.
  if (same->filters.empty() || list.filters.empty()) {
    same->filters.clear();
  } else if (const std::string& other = list.filters.front();
             std::find(same->filters.begin(), same->filters.end(), other) == same->filters.end()) {
    same->filters.push_back(other);
  }
  return false;
}

void WordPlanner::add_stems(const std::string& term, RankedField field, LeafPlan& leaf) {
  const auto add = [&](std::string_view language, bool restrict) {
    context_.analyzer.set_language(language);
    const std::string stem(context_.analyzer.stem(term));
    ListPlan list;
    make_stem_term(stem_prefix(field), stem, list.term);
    if (field == RankedField::Body) {
      make_stem_term(stem_prefix(RankedField::Headline), stem, list.in_headlines.emplace_back());
    }
    if (restrict) list.filters.push_back(make_term(find_field("lang")->prefix, language));
    return add_list(std::move(list), leaf);
  };
  add(context_.language, false);
  for (const auto& [language, articles] : context_.manifest.languages) {
    if (articles == 0 || language.empty() || language == context_.language) continue;
    // Articles of unknown language were stemmed in the main language and have no language term to
    // filter by. So the main language's stem gets no filter where there are such articles.
    const bool also_unknown =
        language == context_.main_language && context_.manifest.languages.contains("");
    add(language, !also_unknown);
  }
  context_.analyzer.set_language(context_.language);
}

LeafPlan WordPlanner::stemmed(const std::string& term, RankedField field, double boost) {
  KnownWords::Word unknown;
  const KnownWords::Word& word = known_word(term, field, unknown);
  for (const std::string& spelling : word.expansions) note_expansion(term, spelling);
  LeafPlan leaf = word.leaf;
  leaf.boost = boost;
  leaf.importance *= boost;
  return leaf;
}

const KnownWords::Word& WordPlanner::known_word(const std::string& term, RankedField field,
                                                KnownWords::Word& unknown) {
  std::string key{static_cast<char>(field), context_.expand ? '+' : '-'};
  key.append(context_.language).append(1, '\0').append(term);
  if (const KnownWords::Word* const word = context_.known_words.find(key)) return *word;
  unknown = planned_word(term, field);
  if (term.size() > kMaxTermBytes) return unknown;
  return context_.known_words.remember(std::move(key), std::move(unknown));
}

KnownWords::Word WordPlanner::planned_word(const std::string& term, RankedField field) {
  KnownWords::Word word;
  LeafPlan& leaf = word.leaf;
  leaf.name = term;
  leaf.field = field;
  add_stems(term, field, leaf);
  for (const std::string& spelling : spellings(term)) {
    if (spelling == term) continue;
    const std::size_t before = leaf.lists.size();
    add_stems(spelling, field, leaf);
    if (leaf.lists.size() != before) word.expansions.push_back(spelling);
  }
  finish(leaf, 1);
  return word;
}

LeafPlan WordPlanner::stemmed_compound(const QueryToken& token, RankedField field, double boost) {
  LeafPlan leaf = stemmed(token.term, field, boost);
  const std::vector<std::string> parts = parts_of(token);
  const bool possible =
      parts.size() > 1 && std::all_of(parts.begin(), parts.end(),
                                      [&](const std::string& part) { return known(part, field); });
  if (!possible) return leaf;
  PhrasePattern pattern;
  for (const std::string& part : parts) {
    pattern.places.push_back({{{term_index(pattern, part)}}});
  }
  add_candidate_stems(field, pattern);
  leaf.compounds.push_back(std::move(pattern));
  note_expansion(token.term, fmt::format("{}", fmt::join(parts, " ")));
  finish(leaf, boost);
  return leaf;
}

bool WordPlanner::needs_stems(RankedField field) const {
  return context_.documents == DocumentKind::Quote || field == RankedField::Headline ||
         field == RankedField::Quote;
}

std::vector<std::string> WordPlanner::stems_of(const std::string& word) const {
  if (is_cut(word)) return {};
  Analyzer& analyzer = context_.analyzer;
  // A form with diacritics was folded before its stem was indexed.
  std::vector<std::string> forms{word};
  for (const Token& token : analyzer.tokenize(word)) {
    if (token.term != word) forms.emplace_back(token.term);
  }
  std::vector<std::string> stems;
  const auto add = [&](std::string_view language) {
    analyzer.set_language(language);
    for (const std::string& form : forms) {
      const std::string_view stem = analyzer.stem(form);
      if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.emplace_back(stem);
    }
  };
  for (const auto& [language, articles] : context_.manifest.languages) {
    if (!language.empty() && language != context_.main_language) add(language);
  }
  add(context_.main_language);
  if (context_.language != context_.main_language) analyzer.set_language(context_.language);
  return stems;
}

void WordPlanner::add_candidate_stems(RankedField field, PhrasePattern& pattern) const {
  if (!needs_stems(field)) return;
  for (const std::string& term : pattern.terms) {
    pattern.stems.push_back(stored_stems(stems_of(term), field));
  }
}

ListPlan WordPlanner::unstemmed_list(const std::string& form, RankedField field) const {
  ListPlan list{.term = make_term("", form)};
  const std::vector<std::string> stems = stems_of(form);
  if (context_.documents == DocumentKind::Quote) {
    list.in_quotes = stored_stems(stems, field);
    return list;
  }
  if (field != RankedField::Quote) list.in_headlines = stored_stems(stems, RankedField::Headline);
  if (field != RankedField::Headline) list.in_quotes = stored_stems(stems, RankedField::Quote);
  return list;
}

LeafPlan WordPlanner::exact(const QueryToken& token, RankedField field, double boost) {
  const std::string& form = token.surface.empty() ? token.term : token.surface;
  LeafPlan leaf{.name = "=" + form, .field = field};
  add_list(unstemmed_list(form, field), leaf);
  finish(leaf, boost);
  return leaf;
}

LeafPlan WordPlanner::any_of(const std::vector<std::string>& words, std::string name,
                             RankedField field, double boost) {
  LeafPlan leaf{.name = std::move(name), .field = field};
  leaf.lists.reserve(words.size());
  for (const std::string& word : words) leaf.lists.push_back(unstemmed_list(word, field));
  finish(leaf, boost);
  return leaf;
}

void WordPlanner::finish(LeafPlan& leaf, double boost) const {
  CollectionStatistics& statistics = context_.statistics;
  std::uint64_t termfreq = 0;
  for (const ListPlan& list : leaf.lists) {
    const bool word = is_word(list.term);
    const std::uint64_t in_list =
        word ? this->termfreq(list.term, leaf.field) : statistics.termfreq(list.term);
    termfreq += list.filters.empty() ? in_list : std::min(in_list, sum_of_termfreqs(list.filters));
  }
  // The frequency of a compound written as several words is estimated as if its words were
  // independent, and as 1 at least.
  for (const PhrasePattern& pattern : leaf.compounds) {
    double meetings = 1;
    for (const std::string& term : pattern.terms) {
      meetings *= static_cast<double>(this->termfreq(term, leaf.field)) /
                  static_cast<double>(std::max<std::uint64_t>(statistics.doccount(), 1));
    }
    // Frequencies of words count articles, which may exceed the number of quotes: no share is above
    // 1.
    meetings = std::min(meetings, 1.0) * static_cast<double>(statistics.doccount());
    termfreq += static_cast<std::uint64_t>(meetings) + 1;
  }
  leaf.boost = boost;
  leaf.termfreq = std::min(termfreq, statistics.doccount());
  leaf.importance = boost * inverse_document_frequency(statistics.doccount(), leaf.termfreq);
}

/// Turns a row of tokens into the places of a PhrasePattern. Neighbours that may be joined to a
/// compound share one place, which offers every way to write them.
class WordPlanner::PatternBuilder {
 public:
  PatternBuilder(WordPlanner& planner, std::span<const QueryToken> tokens, RankedField field)
      : planner_(planner), tokens_(tokens), field_(field) {}

  /// The whole pattern; called once.
  PhrasePattern build() {
    for (std::size_t first = 0; first < tokens_.size();) {
      std::size_t end = first + 1;
      while (end < tokens_.size() && end - first < kLongestRun &&
             !planner_.joined(tokens_[end - 1], tokens_[end]).empty()) {
        ++end;
      }
      PhrasePattern::Place place;
      add_paths(first, end, {}, place);
      pattern_.places.push_back(std::move(place));
      first = end;
    }
    planner_.add_candidate_stems(field_, pattern_);
    return std::move(pattern_);
  }

 private:
  /// Adds all ways to write the tokens [next, end) behind `path`: apart, split into parts, or
  /// joined.
  void add_paths(std::size_t next, std::size_t end, const PhrasePattern::Path& path,
                 PhrasePattern::Place& place) {
    if (next == end) {
      place.push_back(path);
      return;
    }
    PhrasePattern::Path longer = path;
    longer.push_back(spellings(tokens_[next].term));
    add_paths(next + 1, end, longer, place);
    const std::vector<std::string> parts = planner_.parts_of(tokens_[next]);
    if (!parts.empty()) {
      longer = path;
      for (const std::string& part : parts) longer.push_back({term_index(pattern_, part)});
      add_paths(next + 1, end, longer, place);
      note(tokens_[next].term, fmt::format("{}", fmt::join(parts, " ")), parts);
    }
    if (next + 1 == end) return;
    if (const std::string joined = planner_.joined(tokens_[next], tokens_[next + 1]);
        !joined.empty()) {
      longer = path;
      longer.push_back(spellings(joined));
      add_paths(next + 2, end, longer, place);
      note(tokens_[next].term + " " + tokens_[next + 1].term, joined, {joined});
    }
  }

  /// The term and those of its spellings that the index has.
  PhrasePattern::Spellings spellings(const std::string& term) {
    PhrasePattern::Spellings indexes;
    for (const std::string& spelling : planner_.spellings(term)) {
      if (spelling != term && !planner_.known(spelling, field_)) continue;
      indexes.push_back(term_index(pattern_, spelling));
      if (spelling != term) planner_.note_expansion(term, spelling);
    }
    return indexes;
  }

  /// Notes an expansion if the index has all its words.
  void note(const std::string& typed, const std::string& expanded,
            const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      if (!planner_.known(word, field_)) return;
    }
    planner_.note_expansion(typed, expanded);
  }

  WordPlanner& planner_;
  std::span<const QueryToken> tokens_;
  RankedField field_;
  PhrasePattern pattern_;
};

PhrasePattern WordPlanner::pattern(std::span<const QueryToken> tokens, RankedField field) {
  return PatternBuilder(*this, tokens, field).build();
}

PhrasePattern WordPlanner::pattern_of_any(const std::vector<std::string>& words,
                                          RankedField field) const {
  PhrasePattern pattern{.terms = words, .places = {}};
  PhrasePattern::Spellings spellings(words.size());
  std::iota(spellings.begin(), spellings.end(), std::size_t{0});
  if (!spellings.empty()) pattern.places.push_back({{std::move(spellings)}});
  add_candidate_stems(field, pattern);
  return pattern;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns words as typed into posting lists: stems in each language of the index, other spellings,
/// compounds, exact forms, and the words of a prefix.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/analyzer.h"
#include "pullquote/generation.h"
#include "searcher/planning/collection_statistics.h"
#include "searcher/planning/known_words.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// One word of a query, analysed.
struct QueryToken {
  std::string term;     ///< folded: lower case without diacritics
  std::string surface;  ///< lower-cased with diacritics and the like; empty: equal to `term`
  /// Of a compound typed with a hyphen: {"cease", "fire"} for "cease-fire".
  std::vector<std::string> parts;
};

/// What a query is planned with. References must outlive the WordPlanner.
struct PlanningContext {
  const Manifest& manifest;
  const std::vector<std::unique_ptr<PartReader>>& parts;
  DocumentKind documents;  ///< whether the parts are read as articles or as quotes
  CollectionStatistics& statistics;
  /// Filled by plans with the same manifest, statistics and main language.
  KnownWords& known_words;
  Analyzer& analyzer;         ///< set to `language` between calls
  std::string language;       ///< in which the query is stemmed
  std::string main_language;  ///< in which articles of unknown language are stemmed
  bool expand = true;         ///< search for spelling variants and compounds, too
  bool highlight = false;     ///< fill Plan::highlights
};

/// Plans the words of one query and gathers the expansions that took part. One thread at a time.
/// Members that look up terms throw IndexCorrupt.
class WordPlanner {
 public:
  /// @param context  must outlive this.
  explicit WordPlanner(const PlanningContext& context) : context_(context) {}

  /// The words of `text`; the parts of a hyphenated compound are in the compound's token.
  std::vector<QueryToken> tokens(std::string_view text) const;

  /// `term` first, then its other spellings if the query is expanded.
  std::vector<std::string> spellings(const std::string& term) const;

  /// The parts of a compound, typed with a hyphen or known to the rules. Empty when `token` is no
  /// compound, or, for a known one, when the query is not expanded.
  std::vector<std::string> parts_of(const QueryToken& token) const;

  /// The known compound of two words: "ceasefire" for "cease" and "fire". Empty when there is none
  /// or the query is not expanded.
  std::string joined(const QueryToken& first, const QueryToken& second) const;

  /// A word by its stems in all languages of the index, with its spellings.
  LeafPlan stemmed(const std::string& term, RankedField field, double boost);
  /// stemmed(), together with the word written as two if it is a compound whose parts the index
  /// has.
  LeafPlan stemmed_compound(const QueryToken& token, RankedField field, double boost);

  /// The form as typed: unstemmed, and with its diacritics if there were any.
  LeafPlan exact(const QueryToken& token, RankedField field, double boost);

  /// Distinct words of the index ranked as one term: the words with a prefix, or of similar
  /// spelling.
  /// @param name  as explanations call the term.
  LeafPlan any_of(const std::vector<std::string>& words, std::string name, RankedField field,
                  double boost);

  /// The pattern of words in a row, with their spellings and compounds.
  PhrasePattern pattern(std::span<const QueryToken> tokens, RankedField field);
  /// The pattern of one word out of `words`, which must be distinct.
  PhrasePattern pattern_of_any(const std::vector<std::string>& words, RankedField field) const;

  /// Whether the index may have the word in the field: termfreq() is not 0.
  bool known(const std::string& word, RankedField field) const;
  /// An upper bound for the word's document frequency in the field. Words are stored without
  /// fields, so that the frequencies of their stems in the field limit it.
  std::uint64_t termfreq(const std::string& word, RankedField field) const;

  /// Notes "typed: expanded" for ResultPage::expansions, once.
  void note_expansion(const std::string& typed, const std::string& expanded);
  /// The notes, in order; none are left.
  std::vector<std::string> take_expansions() { return std::move(expansions_); }

  const PlanningContext& context() const { return context_; }

 private:
  class PatternBuilder;

  /// The plan of a word from the cache, or made and remembered.
  /// @param unknown  holds the plan of a word that is too long for the cache.
  const KnownWords::Word& known_word(const std::string& term, RankedField field,
                                     KnownWords::Word& unknown);
  /// Plans a word and its spellings, with boost 1.
  KnownWords::Word planned_word(const std::string& term, RankedField field);
  /// Adds the word's stem in each language. A stem of another than the query's language counts only
  /// in articles of its language.
  void add_stems(const std::string& term, RankedField field, LeafPlan& leaf);
  /// Adds `list` to the leaf, unless the index lacks its term or the leaf has it already, which
  /// then gets the filters of both. True when the leaf has one more list.
  bool add_list(ListPlan list, LeafPlan& leaf) const;
  /// Whether only stems have lists for the field, so that an unstemmed word there has to be found
  /// by positions.
  bool needs_stems(RankedField field) const;
  /// The stems of a word in all languages of the index: each document with the word has one of
  /// them. Empty when the word was cut to be stored, because its stem is then unknown.
  std::vector<std::string> stems_of(const std::string& word) const;
  /// Fills PhrasePattern::stems where the field needs them.
  void add_candidate_stems(RankedField field, PhrasePattern& pattern) const;
  /// The sum of the document frequencies of stored terms.
  std::uint64_t sum_of_termfreqs(const std::vector<std::string>& terms) const;
  /// The list of a form as typed, with its stems by field.
  ListPlan unstemmed_list(const std::string& form, RankedField field) const;
  /// Computes document frequency, boost and importance of a leaf that has its lists.
  void finish(LeafPlan& leaf, double boost) const;

  const PlanningContext& context_;
  std::vector<std::string> expansions_;
};

/// The index of `term` in the pattern's terms, to which it is added if it is missing.
std::size_t term_index(PhrasePattern& pattern, const std::string& term);

}  // namespace pullquote

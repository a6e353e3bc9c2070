// SPDX-License-Identifier: GPL-3.0-or-later
/// From words as typed to posting lists: stems, spellings, compounds, exact forms, expansions.
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
  std::string term;                ///< folded
  std::string surface;             ///< lower-cased with diacritics and the like; empty: the same
  std::vector<std::string> parts;  ///< of a compound typed with a hyphen
};

/// What a query is planned for.
struct PlanningContext {
  const Manifest& manifest;
  const std::vector<std::unique_ptr<PartReader>>& parts;
  DocumentKind documents;  ///< that the parts are read as
  CollectionStatistics& statistics;
  KnownWords& known_words;  ///< of the same generation, statistics and main language
  Analyzer& analyzer;
  std::string language;       ///< of the query
  std::string main_language;  ///< articles of unknown language are stemmed in it
  bool expand = true;         ///< with spelling variants and compounds
  bool highlight = false;     ///< say what to mark in the articles found: Plan::highlights
};

/// One thread at a time; for one query, because it gathers the expansions that took part.
class WordPlanner {
 public:
  explicit WordPlanner(const PlanningContext& context) : context_(context) {}

  /// The words of `text`, parts of compounds folded into their words.
  std::vector<QueryToken> tokens(std::string_view text) const;

  /// `term` and its other spellings.
  std::vector<std::string> spellings(const std::string& term) const;

  /// The parts of a compound, typed or known; empty when `token` is none or nothing is expanded.
  std::vector<std::string> parts_of(const QueryToken& token) const;

  /// The known compound of two words; empty when there is none or nothing is expanded.
  std::string joined(const QueryToken& first, const QueryToken& second) const;

  /// A word by its stems in all languages of the index, with its spellings.
  LeafPlan stemmed(const std::string& term, RankedField field, double boost);
  /// The same, and written as two words where it is a compound.
  LeafPlan stemmed_compound(const QueryToken& token, RankedField field, double boost);

  /// A word as it stands: with its diacritics where it was typed with some, unstemmed.
  LeafPlan exact(const QueryToken& token, RankedField field, double boost);

  /// Some distinct words of the index as one: those with a prefix, those of similar spelling.
  LeafPlan any_of(const std::vector<std::string>& words, std::string name, RankedField field,
                  double boost);

  /// The pattern of words in a row, with their spellings and compounds.
  PhrasePattern pattern(std::span<const QueryToken> tokens, RankedField field);
  /// Any one of some distinct words.
  PhrasePattern pattern_of_any(const std::vector<std::string>& words, RankedField field) const;

  /// Whether the index has the word in the field, as far as its stems say.
  bool known(const std::string& word, RankedField field) const;
  /// Where fields have lists of stems alone, no more than those say: an upper bound.
  std::uint64_t termfreq(const std::string& word, RankedField field) const;

  void note_expansion(const std::string& typed, const std::string& expanded);
  std::vector<std::string> take_expansions() { return std::move(expansions_); }

  const PlanningContext& context() const { return context_; }

 private:
  class PatternBuilder;

  const KnownWords::Word& known_word(const std::string& term, RankedField field,
                                     KnownWords::Word& unknown);
  KnownWords::Word planned_word(const std::string& term, RankedField field);
  void add_stems(const std::string& term, RankedField field, LeafPlan& leaf);
  bool add_list(ListPlan list, LeafPlan& leaf) const;
  /// Whether what is searched has lists of stems alone, and words only positions in the text.
  bool needs_stems(RankedField field) const;
  /// Stems of a word in all languages of the index: wherever the word is, one of them is. None when
  /// the word was cut to be stored, so that its stem is not known.
  std::vector<std::string> stems_of(const std::string& word) const;
  void add_candidate_stems(RankedField field, PhrasePattern& pattern) const;
  std::uint64_t sum_of_termfreqs(const std::vector<std::string>& terms) const;
  ListPlan unstemmed_list(const std::string& form, RankedField field) const;
  void finish(LeafPlan& leaf, double boost) const;

  const PlanningContext& context_;
  std::vector<std::string> expansions_;
};

/// The distinct terms of a pattern, by index.
std::size_t term_index(PhrasePattern& pattern, const std::string& term);

}  // namespace pullquote

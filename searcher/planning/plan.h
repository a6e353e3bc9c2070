// SPDX-License-Identifier: GPL-3.0-or-later
/// A query in terms of one generation: which posting lists, which statistics, how they combine.
///
/// Made once a query by the planner, then opened on each part (make_iterators.h). Statistics are
/// those of the whole generation, so that an article weighs the same in whatever part it lies.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pullquote/field.h"
#include "schema/ranked/impact.h"
#include "searcher/evaluation/ranking/bm25f.h"
#include "searcher/planning/phrase_pattern.h"

namespace pullquote {

/// How the weights of children that match the same article combine.
enum class Combination : std::uint8_t { Sum, Best };

/// A stored list, or what is computed from one.
struct ListPlan {
  /// A stem; or a word without prefix, whose occurrences are counted by where they stand.
  std::string term = {};
  /// Articles must have one of these terms as well; empty: no restriction.
  std::vector<std::string> filters = {};
  /// Of a stem in the body: its list in headlines, where it does not count.
  /// Of a word: its stems in headlines. An article that has none of them has the word nowhere
  /// there.
  std::vector<std::string> in_headlines = {};
  /// Of a word: the same in quotes, or by quote where quotes are searched.
  std::vector<std::string> in_quotes = {};
};

/// One ranked term: all spellings and stems of a word, counted as one.
struct LeafPlan {
  std::string name = {};  ///< as explanations call it
  RankedField field = RankedField::Combined;
  double boost = 1;
  double importance = 0;       ///< idf * boost
  std::uint64_t termfreq = 0;  ///< of all lists and compounds, as the idf counts it
  std::vector<ListPlan> lists = {};
  std::vector<PhrasePattern> compounds =
      {};  ///< the word written as several; an occurrence counts as one
};

/// Words and phrases with positions, and their proximity.
struct SpanPlan {
  enum class Kind : std::uint8_t { Phrase, Union, Near };
  Kind kind = Kind::Phrase;
  PhrasePattern pattern = {};           ///< of Phrase
  unsigned distance = 1;                ///< of Near
  bool ordered = false;                 ///< of Near
  std::vector<SpanPlan> operands = {};  ///< of Union and Near

  friend bool operator==(const SpanPlan&, const SpanPlan&) = default;
};

/// A positional clause, weighed by its words.
struct SpansPlan {
  std::string label = {};
  RankedField field = RankedField::Combined;
  SpanPlan spans = {};
  std::vector<LeafPlan> weighing = {};
};

/// Articles that have one of the terms, or all of them.
struct FilterPlan {
  std::vector<std::string> terms = {};
  bool all = false;
};

/// The article with this id.
struct IdPlan {
  std::string id = {};
};

/// Published at `from` or later and before `until`.
struct DatesPlan {
  std::int64_t from = 0;
  std::int64_t until = 0;
};

/// One clause of said:(...).
struct SaidClause {
  /// A word: in the quote's text, by its stem unless `exact`, or in the name of its speaker.
  std::vector<std::string> words = {};  ///< spellings, folded; empty: a phrase
  bool exact = false;
  PhrasePattern phrase = {};           ///< in the quote's text, or
  std::vector<std::string> name = {};  ///< words of a phrase, all in the name of its speaker
};

struct PlanNode;  // Until it is complete, a vector of it cannot be given a value.

/// One quote that satisfies all clauses.
struct SaidPlan {
  std::vector<SaidClause> clauses = {};
  std::vector<PlanNode> candidates;  ///< articles that satisfy all may have such a quote
  std::vector<LeafPlan> weighing = {};
};

struct EverythingPlan {};
struct NothingPlan {};

/// Boolean combination: all of `required`, none of `prohibited`, and of `optional` as many as
/// possible, at least one where `needs_optional`.
struct ClausesPlan {
  std::vector<PlanNode> required;
  std::vector<PlanNode> optional;
  std::vector<PlanNode> prohibited;
  bool needs_optional = false;
  Combination combination =
      Combination::Sum;  ///< of `optional`; Best only where nothing else is set
};

struct PlanNode {
  std::variant<NothingPlan, EverythingPlan, LeafPlan, SpansPlan, FilterPlan, IdPlan, DatesPlan,
               SaidPlan, ClausesPlan>
      plan;
};

/// What to mark in the articles found.
struct HighlightClause {
  RankedField field = RankedField::Combined;
  double importance = 0;                ///< for choosing passages
  std::vector<std::string> words = {};  ///< any of them, by stem unless `exact`; empty: `spans`
  bool exact = false;
  SpanPlan spans = {};
};

struct Plan {
  PlanNode root;
  std::vector<HighlightClause> highlights = {};
  std::vector<std::string> expansions = {};  ///< see ResultPage::expansions
};

/// What stands between the Z and the stem in the terms of a field's stems; empty where they are
/// those of the combined text.
inline std::string_view stem_prefix(RankedField field) {
  if (field == RankedField::Headline) return find_field("headline")->prefix;
  if (field == RankedField::Quote) return find_field("quote")->prefix;
  return {};
}

}  // namespace pullquote

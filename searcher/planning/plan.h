// SPDX-License-Identifier: GPL-3.0-or-later
/// The plan of a query over one generation: which posting lists, with which statistics, and how
/// they combine.
///
/// The planner makes a plan once a query; make_iterators.h makes iterators from it for each part.
/// Plans hold terms and no lists, so that one plan serves all parts. Statistics are those of the
/// whole generation, so that an article weighs the same in whatever part it lies.
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

/// How the weights of several matching alternatives combine: their sum, or the highest of them.
enum class Combination : std::uint8_t { Sum, Best };

/// A posting list: stored, or computed from stored ones.
struct ListPlan {
  /// A stored term: a stem with its prefix, or an unstemmed word without prefix. Occurrences of the
  /// word are weighted by where they stand.
  std::string term = {};
  /// Only articles with one of these terms count, such as "Lde" for a German stem. Empty: all
  /// articles count.
  std::vector<std::string> filters = {};
  /// For a stem searched in the body: the stem's term for headlines, whose occurrences are
  /// subtracted. For a word: terms of its stems in headlines. An article without them has the word
  /// nowhere in its headline.
  std::vector<std::string> in_headlines = {};
  /// For a word: terms of its stems in quotes, by article; or by quote where quotes are the
  /// documents.
  std::vector<std::string> in_quotes = {};
};

/// One ranked term: all spellings and stems of a word, ranked as if they were one term.
struct LeafPlan {
  std::string name = {};  ///< as explanations call the term
  RankedField field = RankedField::Combined;
  double boost = 1;
  double importance = 0;       ///< idf * boost
  std::uint64_t termfreq = 0;  ///< document frequency of all lists and compounds, for the idf
  std::vector<ListPlan> lists = {};
  /// The word written as several ("cease fire"); each occurrence of the pattern counts like one of
  /// the word.
  /// The word written as several; an occurrence counts as one.
  std::vector<PhrasePattern> compounds = {};
};

/// What words must stand where: a phrase, alternatives of it, or the operands of NEAR and ADJ.
struct SpanPlan {
  enum class Kind : std::uint8_t { Phrase, Union, Near };
  Kind kind = Kind::Phrase;
  PhrasePattern pattern = {};           ///< for Phrase
  unsigned distance = 1;                ///< for Near: n of NEAR/n and ADJ/n
  bool ordered = false;                 ///< for Near: ADJ
  std::vector<SpanPlan> operands = {};  ///< for Union and Near

  friend bool operator==(const SpanPlan&, const SpanPlan&) = default;
};

/// A positional clause. It matches by `spans` and weighs the sum of its words.
struct SpansPlan {
  std::string label = {};  ///< as explanations call the clause
  RankedField field = RankedField::Combined;
  SpanPlan spans = {};
  std::vector<LeafPlan> weighing = {};  ///< the words
};

/// Documents that have one of the terms, or all of them where `all` is set. Weighs nothing.
struct FilterPlan {
  std::vector<std::string> terms = {};
  bool all = false;
};

/// The article with this id; matches nothing where quotes are the documents.
struct IdPlan {
  std::string id = {};
};

/// Articles published at `from` or later and before `until`, in unix seconds.
struct DatesPlan {
  std::int64_t from = 0;
  std::int64_t until = 0;
};

/// One clause of said:(...): either a word or a phrase. A word must be in the quote's text or in
/// the name of its speaker. A phrase must stand in the text, or all of its words must be in the
/// name.
struct SaidClause {
  /// Spellings of the word, folded; empty where the clause is a phrase.
  std::vector<std::string> words = {};
  bool exact = false;
  PhrasePattern phrase = {};           ///< the pattern in the text
  std::vector<std::string> name = {};  ///< the same phrase's words in the name
};

struct PlanNode;  // a vector of an incomplete type has no default value

/// Articles with one quote that satisfies all clauses; see said_iterator.h.
struct SaidPlan {
  std::vector<SaidClause> clauses = {};
  std::vector<PlanNode> candidates;     ///< every article with such a quote satisfies all of these
  std::vector<LeafPlan> weighing = {};  ///< the words, which add weight
};

/// Matches every document, with weight 0.
struct EverythingPlan {};
/// Matches no document.
struct NothingPlan {};

/// A Boolean combination: all of `required`, none of `prohibited`, and at least one of `optional`
/// where `needs_optional` is set. Optional clauses that match add weight.
struct ClausesPlan {
  std::vector<PlanNode> required;
  std::vector<PlanNode> optional;
  std::vector<PlanNode> prohibited;
  bool needs_optional = false;
  /// Of `optional`; Best only where the plan has no other clauses.
  Combination combination = Combination::Sum;
};

/// One node of the plan's tree.
struct PlanNode {
  std::variant<NothingPlan, EverythingPlan, LeafPlan, SpansPlan, FilterPlan, IdPlan, DatesPlan,
               SaidPlan, ClausesPlan>
      plan;
};

/// What to mark in the articles found: single words, or spans where `words` is empty.
struct HighlightClause {
  RankedField field = RankedField::Combined;
  double importance = 0;                ///< of the term, for choosing passages
  std::vector<std::string> words = {};  ///< alternatives, folded; compared by stem unless `exact`
  bool exact = false;                   ///< the word is compared as written instead of by stem
  SpanPlan spans = {};
};

/// The whole plan of a query.
struct Plan {
  PlanNode root;
  std::vector<HighlightClause> highlights = {};  ///< empty unless asked for
  std::vector<std::string> expansions = {};      ///< see ResultPage::expansions
};

/// The field's part of a stem's term, between the "Z" and the stem. Empty for the combined field,
/// and for the body, which is searched in the lists of the combined field.
inline std::string_view stem_prefix(RankedField field) {
  if (field == RankedField::Headline) return find_field("headline")->prefix;
  if (field == RankedField::Quote) return find_field("quote")->prefix;
  return {};
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// One recursive walk over the syntax tree (class Planner). Boosts are multiplied on the way down
/// and end in the leaves; highlights and expansions are gathered on the side. The plan is
/// simplified as it grows: single clauses lose the combination around them, and sums within sums
/// become one sum, which MaxScore can prune.
#include "searcher/planning/planner.h"

#include <fmt/format.h>
#include <algorithm>
#include <limits>
#include <utility>

#include "schema/store/columns.h"
#include "schema/store/manifest.h"
#include "searcher/lists/vocabulary.h"
#include "searcher/planning/distinct_clauses.h"
#include "searcher/planning/filter_planner.h"

namespace pullquote {

namespace {

using Kind = QueryNode::Kind;
using MaybePlan = std::optional<PlanNode>;

/// The weight of the form as typed, as a share of the weight of all forms.
constexpr double kSurfaceBonus = 0.25;

/// The ranked field of this name; the combined field for any other name.
RankedField ranked_field(const std::string& name) {
  if (name == "headline") return RankedField::Headline;
  if (name == "quote") return RankedField::Quote;
  if (name == "body") return RankedField::Body;
  return RankedField::Combined;
}

/// Whether the form has a character beyond ASCII. QueryToken::surface is set only where it differs
/// from the folded form.
bool has_diacritics(const std::string& surface) {
  return std::any_of(surface.begin(), surface.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Whether the clause consists of filters and dates only, so that it restricts its neighbours'
/// matches.
bool is_restriction(const QueryNode& node) {
  if (node.kind == Kind::Filter || node.kind == Kind::Date) return true;
  const bool combines = node.kind == Kind::And || node.kind == Kind::Or || node.kind == Kind::Not ||
                        node.kind == Kind::Any;
  return combines && std::all_of(node.children.begin(), node.children.end(), is_restriction);
}

template <class Clause>
PlanNode to_node(Clause&& clause) {
  return PlanNode{std::forward<Clause>(clause)};
}

/// A plan without clauses yet, which needs one of the optional clauses to be added.
ClausesPlan one_of(Combination combination) {
  ClausesPlan clauses;
  clauses.needs_optional = true;
  clauses.combination = combination;
  return clauses;
}

/// Plans one query, recursively. Each function returns the plan of a node with the boosts of the
/// nodes above it multiplied in; empty when the clause asks for nothing.
class Planner {
 public:
  explicit Planner(const PlanningContext& context) : words_(context) {}

  Plan run(const QueryNode& root) {
    MaybePlan node = plan(root, 1);
    return {node ? std::move(*node) : to_node(NothingPlan{}), std::move(highlights_),
            words_.take_expansions()};
  }

 private:
  /// The plan of any node.
  MaybePlan plan(const QueryNode& node, double boost) {
    // parse_query() refuses more; a tree made by hand must not overflow a Weight.
    boost = std::min(boost * node.boost, kMaxBoost);
    switch (node.kind) {
      case Kind::Empty:
        return std::nullopt;
      case Kind::Word:
        return word(node, boost);
      case Kind::Prefix:
      case Kind::Fuzzy:
        return expanded_word(node, boost);
      case Kind::Phrase:
        return phrase(node, boost);
      case Kind::Near:
      case Kind::Adjacent:
        return proximity(node, boost);
      case Kind::Any:
        return any(node, boost);
      case Kind::And:
        return all(node, boost);
      case Kind::Or:
        return alternatives(node, boost);
      case Kind::Not:
        return exclusion(node, boost);
      case Kind::Filter:
        if (node.field == "id") return to_node(IdPlan{node.text});
        return to_node(plan_filter(node.field, node.text, words_.context().statistics));
      case Kind::Date:
        return to_node(
            DatesPlan{node.range.from_seconds.value_or(kUnknownTime + 1),
                      node.range.until_seconds.value_or(std::numeric_limits<std::int64_t>::max())});
      case Kind::Said:
        return said(node, boost);
    }
    return std::nullopt;
  }

  // ---- Words and phrases

  /// A word: its stems, its spellings, and the word written as two; with diacritics also the form
  /// as typed.
  MaybePlan word(const QueryNode& node, double boost) {
    const std::vector<QueryToken> tokens = words_.tokens(node.text);
    const RankedField field = ranked_field(node.field);
    if (tokens.empty()) return std::nullopt;
    if (tokens.size() > 1) return phrase_of(tokens, node.text, field, boost);
    const QueryToken& token = tokens.front();
    if (node.exact) {
      LeafPlan leaf = words_.exact(token, field, boost);
      highlight_words({token.surface.empty() ? token.term : token.surface}, true, leaf);
      return to_node(std::move(leaf));
    }
    LeafPlan leaf = words_.stemmed_compound(token, field, boost);
    highlight_spellings(token.term, leaf);
    for (const PhrasePattern& pattern : leaf.compounds) {
      highlight_spans({.pattern = pattern}, field, leaf.importance);
    }
    if (!has_diacritics(token.surface)) return to_node(std::move(leaf));
    ClausesPlan forms = one_of(Combination::Sum);
    forms.optional.push_back(to_node(std::move(leaf)));
    forms.optional.push_back(to_node(words_.exact(token, field, boost * kSurfaceBonus)));
    return to_node(std::move(forms));
  }

  /// A prefix or a fuzzy word: all words of the index that match it, ranked as one term.
  MaybePlan expanded_word(const QueryNode& node, double boost) {
    const std::vector<std::string> words = expansions_of(node);
    LeafPlan leaf = words_.any_of(words, label_of(node), ranked_field(node.field), boost);
    highlight_words(words, true, leaf);
    return to_node(std::move(leaf));
  }

  /// As the query would write it: "cease*", "aleppo~1".
  static std::string label_of(const QueryNode& node) {
    return node.kind == Kind::Prefix ? node.text + "*"
                                     : fmt::format("{}~{}", node.text, node.distance);
  }

  /// The words of the index that a prefix or fuzzy word stands for.
  std::vector<std::string> expansions_of(const QueryNode& node) {
    const std::vector<QueryToken> tokens = words_.tokens(node.text);
    if (tokens.empty()) return {};
    const std::string& word = tokens.front().term;
    const auto& parts = words_.context().parts;
    return node.kind == Kind::Prefix
               ? words_starting_with(parts, word)
               : words_similar_to(parts, word, std::clamp(node.distance, 1u, 2u));
  }

  MaybePlan phrase(const QueryNode& node, double boost) {
    const std::vector<QueryToken> tokens = words_.tokens(node.text);
    if (tokens.empty()) return std::nullopt;
    return phrase_of(tokens, node.text, ranked_field(node.field), boost);
  }

  /// The phrase of the tokens; `text` names it in explanations.
  PlanNode phrase_of(const std::vector<QueryToken>& tokens, const std::string& text,
                     RankedField field, double boost) {
    SpansPlan spans{.label = "phrase \"" + text + "\"", .field = field};
    spans.spans.pattern = words_.pattern(tokens, field);
    spans.weighing = weighing_leaves(spans.spans.pattern.terms, tokens, field, boost);
    highlight_spans(spans.spans, field, importance_of(spans.weighing));
    return to_node(std::move(spans));
  }

  /// The words of a phrase as they would be ranked side by side, and the compounds that may stand
  /// in for some of them. Spellings of a word that has a leaf get none of their own.
  std::vector<LeafPlan> weighing_leaves(const std::vector<std::string>& terms,
                                        const std::vector<QueryToken>& tokens, RankedField field,
                                        double boost) {
    std::vector<LeafPlan> leaves;
    std::vector<std::string> weighed;
    const auto add = [&](const std::string& term) {
      if (std::find(weighed.begin(), weighed.end(), term) != weighed.end()) return;
      for (const std::string& spelling : words_.spellings(term)) weighed.push_back(spelling);
      leaves.push_back(words_.stemmed(term, field, boost));
    };
    for (const QueryToken& token : tokens) add(token.term);
    for (const std::string& term : terms) add(term);
    return leaves;
  }

  static double importance_of(const std::vector<LeafPlan>& leaves) {
    double sum = 0;
    for (const LeafPlan& leaf : leaves) sum += leaf.importance;
    return sum;
  }

  /// NEAR or ADJ. All operands share one field, which the parser guarantees.
  MaybePlan proximity(const QueryNode& node, double boost) {
    SpansPlan spans{.label = node.kind == Kind::Near ? "NEAR" : "ADJ"};
    spans.label += fmt::format("/{}", node.distance);
    bool first = true;
    spans.spans.kind = SpanPlan::Kind::Near;
    spans.spans.distance = std::max(node.distance, 1u);
    spans.spans.ordered = node.kind == Kind::Adjacent;
    for (const QueryNode& child : node.children) {
      const QueryNode& leaf = child.children.empty() ? child : child.children.front();
      if (first) spans.field = ranked_field(leaf.field);
      first = false;
      auto operand = near_operand(child, boost, spans);
      if (operand) spans.spans.operands.push_back(std::move(*operand));
    }
    if (spans.spans.operands.empty()) return std::nullopt;
    highlight_spans(spans.spans, spans.field, importance_of(spans.weighing));
    return to_node(std::move(spans));
  }

  /// One operand of NEAR or ADJ; the leaves that weigh it are added to `spans`.
  std::optional<SpanPlan> near_operand(const QueryNode& node, double boost, SpansPlan& spans) {
    boost = std::min(boost * node.boost, kMaxBoost);
    SpanPlan operand;
    if (node.kind == Kind::Or || node.kind == Kind::Any) {
      operand.kind = SpanPlan::Kind::Union;
      for (const QueryNode& child : node.children) {
        if (auto alternative = near_operand(child, boost, spans)) {
          operand.operands.push_back(std::move(*alternative));
        }
      }
      return operand.operands.empty() ? std::nullopt : std::optional(std::move(operand));
    }
    if (node.kind == Kind::Prefix || node.kind == Kind::Fuzzy) {
      const std::vector<std::string> words = expansions_of(node);
      operand.pattern = words_.pattern_of_any(words, spans.field);
      spans.weighing.push_back(words_.any_of(words, label_of(node), spans.field, boost));
      return operand;
    }
    const std::vector<QueryToken> tokens = words_.tokens(node.text);
    if (tokens.empty()) return std::nullopt;
    if (node.exact) {
      const QueryToken& token = tokens.front();
      operand.pattern =
          words_.pattern_of_any({token.surface.empty() ? token.term : token.surface}, spans.field);
      spans.weighing.push_back(words_.exact(token, spans.field, boost));
      return operand;
    }
    operand.pattern = words_.pattern(tokens, spans.field);
    for (LeafPlan& leaf : weighing_leaves(operand.pattern.terms, tokens, spans.field, boost)) {
      spans.weighing.push_back(std::move(leaf));
    }
    return operand;
  }

  // ---- Boolean combinations

  /// Words side by side: required, prohibited and optional clauses. Filters and dates restrict the
  /// others; one optional clause must match unless a required one brings matches.
  MaybePlan any(const QueryNode& node, double boost) {
    ClausesPlan clauses;
    bool must_match_one = true;
    const std::vector<DistinctClause> children = distinct(node);
    for (std::size_t i = 0; i < children.size(); ++i) {
      const QueryNode& child = *children[i].node;
      const double child_boost = boost * children[i].factor;
      if (child.prohibited) {
        exclude(child, clauses);
      } else if (child.required || is_restriction(child)) {
        if (add(plan(child, child_boost), clauses.required) && !is_restriction(child)) {
          must_match_one = false;
        }
      } else if (MaybePlan pair = i + 1 == children.size()
                                      ? std::nullopt
                                      : compound_pair(child, *children[i + 1].node, boost)) {
        clauses.optional.push_back(std::move(*pair));
        ++i;
      } else {
        add_optional(plan(child, child_boost), clauses.optional);
      }
    }
    clauses.needs_optional = must_match_one && !clauses.optional.empty();
    return finished(std::move(clauses));
  }

  /// The children without repetitions. Plain words are not merged: they cost next to nothing, and
  /// compound_pair() needs to know which words are neighbours.
  std::vector<DistinctClause> distinct(const QueryNode& node) const {
    return distinct_clauses(node.children, [this](const QueryNode& child) {
      if (child.kind != Kind::Word) return true;
      const std::vector<QueryToken> tokens = words_.tokens(child.text);
      return tokens.size() > 1 || (tokens.size() == 1 && !words_.parts_of(tokens.front()).empty());
    });
  }

  /// Two neighbouring words, weighed apart or as their compound, whichever is more. Empty when they
  /// make no known compound.
  MaybePlan compound_pair(const QueryNode& first, const QueryNode& second, double boost) {
    const auto plain = [&](const QueryNode& word) {
      return word.kind == Kind::Word && !word.exact && !word.required && !word.prohibited &&
             word.field == first.field && word.boost == first.boost;
    };
    if (!plain(first) || !plain(second)) return std::nullopt;
    const std::vector<QueryToken> left = words_.tokens(first.text);
    const std::vector<QueryToken> right = words_.tokens(second.text);
    if (left.size() != 1 || right.size() != 1) return std::nullopt;
    const std::string joined = words_.joined(left.front(), right.front());
    if (joined.empty()) return std::nullopt;
    LeafPlan compound = words_.stemmed(joined, ranked_field(first.field), boost * first.boost);
    if (compound.lists.empty()) return std::nullopt;
    words_.note_expansion(left.front().term + " " + right.front().term, joined);
    highlight_spellings(joined, compound);
    ClausesPlan apart = one_of(Combination::Sum);
    add(plan(first, boost), apart.optional);
    add(plan(second, boost), apart.optional);
    ClausesPlan best = one_of(Combination::Best);
    best.optional.push_back(to_node(std::move(apart)));
    best.optional.push_back(to_node(std::move(compound)));
    return to_node(std::move(best));
  }

  /// AND.
  MaybePlan all(const QueryNode& node, double boost) {
    ClausesPlan clauses;
    for (const DistinctClause& child : distinct(node)) {
      if (child.node->prohibited) {
        exclude(*child.node, clauses);
      } else {
        add(plan(*child.node, boost * child.factor), clauses.required);
      }
    }
    return finished(std::move(clauses));
  }

  /// OR.
  MaybePlan alternatives(const QueryNode& node, double boost) {
    ClausesPlan clauses;
    for (const DistinctClause& child : distinct(node)) {
      add_optional(plan(*child.node, boost * child.factor), clauses.optional);
    }
    clauses.needs_optional = true;
    return finished(std::move(clauses));
  }

  /// AND NOT: the first child without the others.
  MaybePlan exclusion(const QueryNode& node, double boost) {
    ClausesPlan clauses;
    add(plan(node.children.front(), boost), clauses.required);
    for (std::size_t i = 1; i < node.children.size(); ++i) exclude(node.children[i], clauses);
    return finished(std::move(clauses));
  }

  /// Adds a prohibited clause. Its highlights are removed again: the articles found do not have it.
  void exclude(const QueryNode& child, ClausesPlan& clauses) {
    const std::size_t highlights = highlights_.size();
    add(plan(child, 1), clauses.prohibited);
    highlights_.resize(highlights);
  }

  /// Appends `node`, if there is one, and says whether there was.
  static bool add(MaybePlan node, std::vector<PlanNode>& nodes) {
    if (!node) return false;
    nodes.push_back(std::move(*node));
    return true;
  }

  /// Appends `node`; alternatives of a nested sum are appended one by one. MaxScore prunes between
  /// clauses of one list, not within nested ones.
  static void add_optional(MaybePlan node, std::vector<PlanNode>& nodes) {
    if (!node) return;
    auto* nested = std::get_if<ClausesPlan>(&node->plan);
    if (!nested || !nested->required.empty() || !nested->prohibited.empty() ||
        nested->combination != Combination::Sum) {
      nodes.push_back(std::move(*node));
      return;
    }
    for (PlanNode& clause : nested->optional) nodes.push_back(std::move(clause));
  }

  /// Completes a combination: only exclusions exclude from everything, and a single clause needs no
  /// combination around it.
  static MaybePlan finished(ClausesPlan clauses) {
    if (clauses.required.empty() && clauses.optional.empty()) {
      if (clauses.prohibited.empty()) return std::nullopt;
      clauses.required.push_back(to_node(EverythingPlan{}));
    }
    clauses.needs_optional =
        !clauses.optional.empty() && (clauses.needs_optional || clauses.required.empty());
    const std::size_t clause_count = clauses.required.size() + clauses.optional.size();
    if (clause_count == 1 && clauses.prohibited.empty()) {
      return std::move(clauses.required.empty() ? clauses.optional : clauses.required).front();
    }
    return to_node(std::move(clauses));
  }

  // ---- said:(...)

  /// said:(...).
  MaybePlan said(const QueryNode& node, double boost) {
    SaidPlan said;
    const auto any_clause = [](const QueryNode&) { return true; };
    for (const auto& [child, factor] : distinct_clauses(node.children, any_clause)) {
      const std::vector<QueryToken> tokens = words_.tokens(child->text);
      if (tokens.empty()) continue;
      const double child_boost = boost * child->boost * factor;
      if (child->kind == Kind::Word && tokens.size() == 1) {
        said_word(tokens.front(), child->exact, child_boost, said);
      } else {
        said_phrase(tokens, child->text, child_boost, said);
      }
    }
    if (said.clauses.empty()) return std::nullopt;
    return to_node(std::move(said));
  }

  /// A word in a quote's text or in its speaker's name.
  void said_word(const QueryToken& token, bool exact, double boost, SaidPlan& said) {
    LeafPlan leaf = exact ? words_.exact(token, RankedField::Quote, boost)
                          : words_.stemmed(token.term, RankedField::Quote, boost);
    SaidClause clause{.exact = exact};
    if (exact) {
      clause.words = {token.surface.empty() ? token.term : token.surface};
    } else {
      clause.words = words_.spellings(token.term);
    }
    highlight_words(clause.words, exact, leaf);
    ClausesPlan either = one_of(Combination::Sum);
    either.optional.push_back(to_node(leaf));
    either.optional.push_back(
        to_node(plan_filter("speaker", token.term, words_.context().statistics)));
    said.candidates.push_back(to_node(std::move(either)));
    said.weighing.push_back(std::move(leaf));
    said.clauses.push_back(std::move(clause));
  }

  /// A phrase in a quote's text, or all of its words in its speaker's name.
  void said_phrase(const std::vector<QueryToken>& tokens, const std::string& text, double boost,
                   SaidPlan& said) {
    SpansPlan spans{.label = "phrase in a quote", .field = RankedField::Quote};
    spans.spans.pattern = words_.pattern(tokens, RankedField::Quote);
    highlight_spans(spans.spans, RankedField::Quote, boost);
    for (LeafPlan& leaf :
         weighing_leaves(spans.spans.pattern.terms, tokens, RankedField::Quote, boost)) {
      said.weighing.push_back(std::move(leaf));
    }
    SaidClause clause{.phrase = spans.spans.pattern};
    for (const QueryToken& token : tokens) clause.name.push_back(token.term);
    said.clauses.push_back(std::move(clause));
    ClausesPlan either = one_of(Combination::Sum);
    either.optional.push_back(to_node(std::move(spans)));
    either.optional.push_back(to_node(plan_filter("speaker", text, words_.context().statistics)));
    said.candidates.push_back(to_node(std::move(either)));
  }

  // ---- What to mark

  /// Marks the stem of a term and of its spellings.
  void highlight_spellings(const std::string& term, const LeafPlan& leaf) {
    if (words_.context().highlight) highlight_words(words_.spellings(term), false, leaf);
  }

  void highlight_words(std::vector<std::string> words, bool exact, const LeafPlan& leaf) {
    if (!words_.context().highlight) return;
    highlights_.push_back({.field = leaf.field,
                           .importance = leaf.importance,
                           .words = std::move(words),
                           .exact = exact});
  }

  void highlight_spans(const SpanPlan& spans, RankedField field, double importance) {
    if (!words_.context().highlight) return;
    highlights_.push_back({.field = field, .importance = importance, .spans = spans});
  }

  WordPlanner words_;
  std::vector<HighlightClause> highlights_;
};

}  // namespace

QueryPlanner::QueryPlanner(const Manifest& manifest,
                           const std::vector<std::unique_ptr<PartReader>>& parts,
                           DocumentKind documents)
    : manifest_(manifest),
      parts_(parts),
      documents_(documents),
      statistics_(parts),
      analyzer_(main_language(manifest.languages)) {}

PlanningContext QueryPlanner::context(const std::string& language, bool expand, bool highlight) {
  const std::string& main = analyzer_.main_language();
  return {.manifest = manifest_,
          .parts = parts_,
          .documents = documents_,
          .statistics = statistics_,
          .known_words = known_words_,
          .analyzer = analyzer_.in(language),
          .language = language.empty() ? main : language,
          .main_language = main,
          .expand = expand,
          .highlight = highlight};
}

Plan QueryPlanner::plan(const QueryNode& root, const std::string& language, bool expand,
                        bool highlight) {
  const PlanningContext context = this->context(language, expand, highlight);
  return Planner(context).run(root);
}

}  // namespace pullquote

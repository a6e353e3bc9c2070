// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/ranked_iterator.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/evaluation/impact_runs.h"

namespace pullquote {

namespace {

/// An explanation names at most this many of a term's lists.
constexpr std::size_t kMostNamed = 4;

std::string_view name_of(RankedField field) {
  switch (field) {
    case RankedField::Headline:
      return "the headline";
    case RankedField::Quote:
      return "the quotes";
    case RankedField::Body:
      return "the body";
    case RankedField::Combined:
      break;
  }
  return "the combined field";
}

/// "BM25F of truce (Ztruce) in the combined field, termfreq 12, boost 1".
std::string describe(const LeafPlan& leaf) {
  std::vector<std::string> terms;
  for (const ListPlan& list : leaf.lists) terms.push_back(list.term);
  for (const PhrasePattern& pattern : leaf.compounds) {
    terms.push_back(fmt::format("\"{}\"", fmt::join(pattern.terms, " ")));
  }
  if (terms.size() > kMostNamed) {
    terms.resize(kMostNamed);
    terms.emplace_back("...");
  }
  return fmt::format("BM25F of {} ({}) in {}, termfreq {}, boost {}", leaf.name,
                     fmt::join(terms, ", "), name_of(leaf.field), leaf.termfreq, leaf.boost);
}

}  // namespace

std::optional<Weight> RankedIterator::bound(DocId begin, DocId end) {
  const std::optional<Impact> highest = cursor_.bound(begin, end);
  if (!highest) return std::nullopt;
  return step_ * *highest;
}

DocId RankedIterator::next_possible(DocId begin) {
  return cursor_.next_possible(begin);
}

auto RankedIterator::runs() {
  return [this](DocId begin, DocId end, auto wanted, auto visit_run) {
    cursor_.visit_runs(begin, end, wanted, visit_run);
  };
}

void RankedIterator::accumulate(ScoreWindow& window, Weight needed) {
  accumulate_runs(window, step_, needed, runs());
}

void RankedIterator::collect(DocId begin, DocId end, Weight needed, Candidates& candidates) {
  collect_runs({begin, end}, step_, needed, candidates, runs());
}

void RankedIterator::look_up(Candidates& candidates, Weight needed, Presence presence) {
  if (is_dense(candidates, cursor_.termfreq(), cursor_.doccount())) {
    look_up_densely(candidates, step_, needed, presence, runs());
  } else {
    look_up_each(candidates, needed, presence);
  }
}

void RankedIterator::look_up_each(Candidates& candidates, Weight needed, Presence presence) {
  candidates.keep([&](DocId docid, Weight& weight) {
    if (cursor_.docid() < docid) {
      // The block's highest impact decides whether the block is worth decoding.
      if (weight + step_ * cursor_.bound_at(docid) <= needed) return false;
      cursor_.seek(docid);
    }
    if (cursor_.docid() == docid) {
      weight += step_ * cursor_.impact();
    } else if (presence == Presence::Required) {
      return false;
    }
    return weight > needed;
  });
}

Explanation RankedIterator::explain() {
  if (plan_ == nullptr) return {"passes the filter", 0, {}};
  return explain_impact(*plan_, cursor_.impact(), step_);
}

Explanation explain_impact(const LeafPlan& plan, Impact impact, Weight step) {
  return {.description = describe(plan),
          .value = to_score(step * impact),
          .parts = {{fmt::format("impact {} of {}", impact, kHighestImpact),
                     static_cast<double>(impact) / kHighestImpact,
                     {}},
                    {"idf x boost x (k1 + 1)", to_score(step * kHighestImpact), {}}}};
}

}  // namespace pullquote

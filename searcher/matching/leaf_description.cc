// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/leaf_description.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string_view>
#include <vector>

namespace pullquote {

namespace {

/// More lists of a term than this are not named.
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

}  // namespace

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

}  // namespace pullquote

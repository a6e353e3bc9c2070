// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/planning/filter_planner.h"

#include <string>

#include "pullquote/analyzer.h"
#include "pullquote/field.h"
#include "schema/terms/term_rules.h"

namespace pullquote {

namespace {

/// A term for each word of a name; blanks separate the words.
std::vector<std::string> words_of_name(std::string_view prefix, std::string_view folded) {
  std::vector<std::string> terms;
  while (!folded.empty()) {
    const std::size_t space = folded.find(' ');
    const std::string_view word = folded.substr(0, space);
    if (!word.empty()) terms.push_back(make_term(prefix, word));
    folded.remove_prefix(space == std::string_view::npos ? folded.size() : space + 1);
  }
  return terms;
}

}  // namespace

FilterPlan plan_filter(std::string_view field_name, std::string_view value,
                       CollectionStatistics& statistics) {
  const Field* field = find_field(field_name);
  FilterPlan filter;
  if (!field) return filter;
  const std::string folded = fold_value(value);
  if (!folded.empty()) filter.terms.push_back(make_term(field->prefix, folded));
  if (field_name == "source") {
    const std::string host = host_of("//" + std::string(value));
    if (!host.empty() && host != folded) filter.terms.push_back(make_term(field->prefix, host));
  } else if (field->kind == FieldKind::Name && folded.find(' ') != std::string::npos &&
             statistics.termfreq(filter.terms.front()) == 0) {
    filter = {.terms = words_of_name(field->prefix, folded), .all = true};
  }
  return filter;
}

}  // namespace pullquote

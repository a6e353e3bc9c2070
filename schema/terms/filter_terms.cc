// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <chrono>

#include "pullquote/analyzer.h"
#include "schema/terms/name_words.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

std::string_view prefix_of(std::string_view field) {
  return find_field(field)->prefix;
}

class TermList {
 public:
  void exact(std::string_view prefix, std::string_view value) {
    if (!value.empty()) terms_.push_back(make_term(prefix, value));
  }
  /// The whole of a folded name and each of its words.
  void name(std::string_view prefix, std::string_view folded) {
    exact(prefix, folded);
    while (!folded.empty()) {
      const std::size_t space = std::min(folded.find(' '), folded.size());
      exact(prefix, folded.substr(0, space));
      folded.remove_prefix(std::min(space + 1, folded.size()));
    }
  }
  std::vector<std::string> take() {
    std::sort(terms_.begin(), terms_.end());
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
    return std::move(terms_);
  }

 private:
  std::vector<std::string> terms_;
};

void add_speakers(const Article& article, TermList& terms) {
  for (const Quote& quote : article.quotes) {
    if (!quotes_somebody(quote.kind)) continue;
    const std::string& speaker =
        quote.speaker_resolved.empty() ? quote.speaker : quote.speaker_resolved;
    const std::string folded = fold_value(speaker);
    // A speaker who is only a pronoun is nobody that a filter could name.
    if (is_name_word(NameWord::Pronoun, folded, article.language)) continue;
    terms.name(prefix_of("speaker"), folded);
  }
}

/// Y, M and D terms, as far as the source stated the date.
void add_dates(const Timestamp& time, TermList& terms) {
  constexpr std::chrono::sys_seconds kFirst = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
  constexpr std::chrono::sys_seconds kBehind =
      std::chrono::sys_days{std::chrono::year{10000} / 1 / 1};
  const std::chrono::sys_seconds moment{std::chrono::seconds{time.unix_seconds}};
  if (moment < kFirst || moment >= kBehind) return;
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(moment)};
  std::string digits = fmt::format("{:04}", static_cast<int>(date.year()));
  terms.exact(kYearPrefix, digits);
  if (time.precision < TimePrecision::Month) return;
  digits += fmt::format("{:02}", static_cast<unsigned>(date.month()));
  terms.exact(kMonthPrefix, digits);
  if (time.precision < TimePrecision::Day) return;
  digits += fmt::format("{:02}", static_cast<unsigned>(date.day()));
  terms.exact(prefix_of("date"), digits);
}

}  // namespace

std::vector<std::string> filter_terms(const Article& article) {
  TermList terms;
  terms.exact(prefix_of("id"), article.id);
  terms.exact(prefix_of("source"), fold_value(article.source));
  terms.exact(prefix_of("source"), host_of(article.url));
  terms.exact(prefix_of("lang"), fold_value(article.language));
  terms.exact(prefix_of("section"), fold_value(article.section));
  for (const std::string& keyword : article.keywords) {
    terms.exact(prefix_of("keyword"), fold_value(keyword));
  }
  for (const std::string& name : names_in_byline(article.byline, article.language)) {
    terms.name(prefix_of("author"), fold_value(name));
  }
  add_speakers(article, terms);
  if (article.published) add_dates(*article.published, terms);
  return terms.take();
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>

#include "pullquote/analyzer.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

std::string_view prefix_of(std::string_view field) {
  return find_field(field)->prefix;
}

/// Folded; a speaker who is only one of these is nobody that a filter could name.
constexpr std::array<std::string_view, 40> kPronouns{
    "he",   "she", "it",  "they", "we",   "i",     "you",   "who", "him", "her",
    "them", "his", "one", "il",   "elle", "ils",   "elles", "on",  "er",  "sie",
    "es",   "wir", "ich", "el",   "ella", "ellos", "ellas", "yo",  "lui", "lei",
    "loro", "ele", "ela", "hij",  "zij",  "он",    "она",   "они", "هو",  "هي"};

bool is_pronoun(std::string_view folded) {
  return std::find(kPronouns.begin(), kPronouns.end(), folded) != kPronouns.end();
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

void add_speakers(const std::vector<Quote>& quotes, TermList& terms) {
  for (const Quote& quote : quotes) {
    if (!quotes_somebody(quote.kind)) continue;
    const std::string& speaker =
        quote.speaker_resolved.empty() ? quote.speaker : quote.speaker_resolved;
    const std::string folded = fold_value(speaker);
    if (!is_pronoun(folded)) terms.name(prefix_of("speaker"), folded);
  }
}

struct CivilDate {
  std::int64_t year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

/// The UTC day of a time, in the proleptic Gregorian calendar. Years are counted from March, so
/// that the leap day is the last of its year (H. Hinnant, "chrono-compatible low-level date
/// algorithms").
CivilDate civil_date(std::int64_t unix_seconds) {
  constexpr std::int64_t kSecondsPerDay = 86400;
  std::int64_t days = unix_seconds / kSecondsPerDay;
  if (unix_seconds % kSecondsPerDay < 0) --days;
  days += 719468;  // from 0000-03-01
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const auto day_of_era = static_cast<unsigned>(days - era * 146097);
  const unsigned year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned month_from_march = (5 * day_of_year + 2) / 153;
  const unsigned month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = static_cast<std::int64_t>(year_of_era) + era * 400 + (month <= 2);
  return {year, month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

std::string padded(std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

/// Y, M and D terms, as far as the source stated the date.
void add_dates(const Timestamp& time, TermList& terms) {
  const CivilDate date = civil_date(time.unix_seconds);
  if (date.year < 1 || date.year > 9999) return;
  std::string digits = padded(date.year, 4);
  terms.exact("Y", digits);
  if (time.precision < TimePrecision::Month) return;
  digits += padded(date.month, 2);
  terms.exact("M", digits);
  if (time.precision < TimePrecision::Day) return;
  digits += padded(date.day, 2);
  terms.exact("D", digits);
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
  for (const std::string& name : names_in_byline(article.byline)) {
    terms.name(prefix_of("author"), fold_value(name));
  }
  add_speakers(article.quotes, terms);
  if (article.published) add_dates(*article.published, terms);
  return terms.take();
}

}  // namespace pullquote

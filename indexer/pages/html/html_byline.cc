// SPDX-License-Identifier: GPL-3.0-or-later
/// Cuts from both ends: the words in front that introduce names (data/lexicon/byline-leads.tsv, all
/// languages at once, since a page rarely states its own truly), then everything from the first
/// separator or date on. What is left counts as names unless it plainly isn't.
#include "indexer/pages/html/html_byline.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"
#include "indexer/pages/html/html_dates.h"
#include "lexicon/pullquote_indexer.h"
#include "schema/analysis/lexicon_rows.h"

namespace pullquote::html {
namespace {

constexpr std::uint32_t kMostWords = 14;  // of names; a longer line is a sentence

/// Separators behind the names.
constexpr std::array<std::string_view, 7> kEnds{"\n",  " | ", " \u2022 ", " \u00B7 ",
                                                " / ", " @",  "|"};

/// "By ", "written by " and the like, the longest first.
const std::vector<std::string>& leads() {
  static const std::vector<std::string> kLeads = [] {
    std::vector<std::string> leads;
    for_each_row(lexicon::byline_leads, [&](const std::vector<std::string_view>& row) {
      leads.push_back(std::string(row[1]) + ' ');
    });
    std::stable_sort(leads.begin(), leads.end(), [](const std::string& a, const std::string& b) {
      return a.size() > b.size();
    });
    return leads;
  }();
  return kLeads;
}

/// `line` without its first lead, trimmed.
std::string_view without_lead(std::string_view line) {
  for (const std::string& lead : leads()) {
    if (starts_with_ignoring_case(line, lead)) return trim(line.substr(lead.size()));
  }
  return line;
}

}  // namespace

std::string names_of_byline(std::string_view line) {
  line = without_lead(trim(line));
  for (const std::string_view end : kEnds) line = line.substr(0, line.find(end));
  line = trim(before_date(line));
  constexpr std::string_view kMarks = ",;:-|/";
  while (!line.empty() && kMarks.find(line.back()) != std::string_view::npos) {
    line = trim(line.substr(0, line.size() - 1));
  }
  const bool has_digit = std::any_of(line.begin(), line.end(), is_ascii_digit);
  if (has_digit || line.starts_with("http") || line.starts_with("@") ||
      count_words(line) > kMostWords) {
    return {};
  }
  return std::string(line);
}

}  // namespace pullquote::html

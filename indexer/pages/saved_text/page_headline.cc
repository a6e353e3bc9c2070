// SPDX-License-Identifier: GPL-3.0-or-later
/// By likeness to the text, by the header below, by distance.
#include "indexer/pages/saved_text/page_headline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/pages/saved_text/page_header.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxHeadlineWords = 32;
constexpr std::size_t kStemLetters = 5;    ///< words are alike when they begin alike
constexpr double kEnoughLikeness = 4;      ///< words in common beyond which more prove nothing
constexpr double kTitleBonus = 4;          ///< the page's title begins with this line
constexpr double kDistanceCost = 0.08;     ///< a line between headline and text
constexpr double kMaxStrangeness = 3;      ///< words not in common: headlines may pun
constexpr double kHeaderBonus = 1.5;       ///< a date or byline follows
constexpr std::size_t kMinTextWords = 25;  ///< of a sentence that is no headline
constexpr double kInsideCost = 2;          ///< sentences stand above: other stories, if anything
constexpr std::size_t kHeaderReach = 4;    ///< lines between a headline and its date
constexpr double kNoHeadline = -4;
constexpr double kPoorHeadline = 2;
/// A headline stands above its standfirst, which may be as much like the text.
constexpr double kTie = 1.0;

using Stems = std::unordered_set<std::string>;

/// Calls `visit` with the beginning of each word of three letters or more, in lower case, and with
/// each two neighbours of a script without spaces.
template <class Visit>
void for_each_stem(std::string_view text, Visit&& visit) {
  std::string stem;
  std::size_t letters = 0;
  std::int32_t left = 0;
  const auto flush = [&] {
    if (letters >= 3) visit(stem);
    stem.clear();
    letters = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    const bool spaceless = is_spaceless(c);
    if (spaceless && left != 0) {
      append_code_point(stem, left);
      append_code_point(stem, c);
      visit(stem);
      stem.clear();
    }
    left = spaceless ? c : 0;
    if (spaceless || !u_isalnum(c)) {
      flush();
    } else if (++letters <= kStemLetters) {
      append_code_point(stem, u_tolower(c));
    }
  }
  flush();
}

Stems stems_of(const std::vector<PageLine>& lines, const PageRegion& region) {
  Stems stems;
  for (std::size_t i = region.first; i < region.last; ++i) {
    if (lines[i].role != LineRole::Unknown || !is_prose(lines[i])) continue;
    for_each_stem(lines[i].text, [&](const std::string& stem) { stems.insert(stem); });
  }
  return stems;
}

double likeness(std::string_view line, const Stems& text) {
  double common = 0;
  double strange = 0;
  for_each_stem(line, [&](const std::string& stem) { (text.count(stem) ? common : strange) += 1; });
  return std::min(common, kEnoughLikeness) - std::min(0.7 * strange, kMaxStrangeness);
}

bool ends_with_stop(const PageLine& line) {
  const bool reference = line.ends_sentence && line.text.ends_with(']');  // "... he said. [3]"
  return reference || line.text.ends_with('.') || line.text.ends_with("\u3002");
}

bool may_be_headline(const PageLine& line) {
  if (line.role != LineRole::Unknown || line.words < 2 || line.words > kMaxHeadlineWords)
    return false;
  if (line.words >= kMinTextWords && is_prose(line)) return false;
  // A full stop ends a sentence, unless it is that of an abbreviation.
  return !(ends_with_stop(line) && line.words > 12) && !line.ends_openly;
}

/// A byline or a date stands within a few lines below: the usual order of a header.
bool heads_a_header(const std::vector<PageLine>& lines, std::size_t line) {
  const std::size_t end = std::min(lines.size(), line + 1 + kHeaderReach);
  for (std::size_t i = line + 1; i < end; ++i) {
    if (is_header_line(lines[i]) || is_dated(lines[i])) return true;
  }
  return false;
}

/// "Headline - Outlet" begins with "Headline".
bool is_title_of(std::string_view title, std::string_view headline) {
  return headline.size() >= 12 && title.size() > headline.size() && title.starts_with(headline);
}

/// Where most of the prose stands above: what begins later is no headline of it.
std::size_t second_third_of(const std::vector<PageLine>& lines, const PageRegion& region) {
  const auto words = [&](std::size_t i) {
    return lines[i].role == LineRole::Unknown && is_prose(lines[i]) ? lines[i].words : 0;
  };
  std::size_t all = 0;
  for (std::size_t i = region.first; i < region.last; ++i) all += words(i);
  std::size_t above = 0;
  for (std::size_t i = region.first; i < region.last; ++i) {
    if ((above += words(i)) * 3 > all * 2) return i;
  }
  return region.last;
}

double headline_score(const std::vector<PageLine>& lines, std::size_t line, const Stems& text) {
  double score = likeness(lines[line].text, text);
  if (lines[line].is_bullet) score -= 1;
  if (heads_a_header(lines, line)) score += kHeaderBonus;
  if (line > 0 && is_title_of(lines[0].text, lines[line].text)) score += kTitleBonus;
  return score;
}

}  // namespace

std::optional<std::size_t> find_headline(const std::vector<PageLine>& lines,
                                         const PageRegion& region) {
  const Stems text = stems_of(lines, region);
  const std::size_t above = std::min(lines.size(), region.first + 1);
  std::vector<double> scores(std::max(above, second_third_of(lines, region)), kNoHeadline);
  double between = 0;  // lines between this one and the text
  for (std::size_t i = above; i-- > 0;) {
    if (!may_be_headline(lines[i])) continue;
    if (i == region.first && is_prose(lines[i]) && above > 1 && !text.empty() &&
        ends_with_stop(lines[i])) {
      continue;
    }
    scores[i] = headline_score(lines, i, text) - kDistanceCost * between;
    between += 1;
  }
  double best = *std::max_element(scores.begin(), scores.end());
  // What looked like the beginning of the text may be teasers, with the headline below them.
  const bool poor = best < kPoorHeadline;
  for (std::size_t i = above; i < scores.size(); ++i) {
    if (!may_be_headline(lines[i]) || is_prose(lines[i]) || !heads_a_header(lines, i)) continue;
    if (!poor && !is_title_of(lines[0].text, lines[i].text)) continue;
    scores[i] = headline_score(lines, i, text) - kInsideCost;
    best = std::max(best, scores[i]);
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] <= kNoHeadline || scores[i] < best - kTie) continue;
    // Behind the way to it ("Home News Headline"), the headline may stand again by itself.
    const bool again = i + 1 < scores.size() && scores[i + 1] > kNoHeadline &&
                       lines[i + 1].words >= 4 && lines[i].text.ends_with(lines[i + 1].text);
    return again ? i + 1 : i;
  }
  return std::nullopt;
}

}  // namespace pullquote

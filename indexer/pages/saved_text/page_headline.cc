// SPDX-License-Identifier: GPL-3.0-or-later
/// The headline is the best of all candidate lines, by a sum of evidence:
///
///   score = min(common, 4) - min(0.7 * strange, 3)   stems shared with the text, and not shared
///         + 4     the page's title, its first line, begins with the line
///         + 1.5   a byline or date stands within four lines below
///         - 1     the line is an item of a list
///         - 0.08  for each candidate between the line and the text
///
/// A headline uses the words of its story, while section names and links to other stories don't. Of
/// lines within one point of the best the uppermost wins, because a standfirst is as much like the
/// text as the headline above it. Lines within the region are tried only where nothing above it
/// scores two points, or where the page's title confirms them; they pay two points.
///
/// Words are compared by their first five letters, a cheap stemmer that works for any alphabet;
/// Chinese, Japanese and Thai by pairs of neighbouring letters. Cost: linear in the page; memory:
/// the distinct stems of the text.
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

constexpr std::size_t kMaxHeadlineWords = 32;  ///< a longer line is no candidate
constexpr std::size_t kStemLetters = 5;        ///< words with the same first letters count as one
constexpr double kEnoughLikeness = 4;          ///< shared stems beyond this prove nothing more
constexpr double kTitleBonus = 4;              ///< the page's title begins with this line
constexpr double kDistanceCost = 0.08;         ///< per candidate between headline and text
constexpr double kMaxStrangeness = 3;      ///< most that stems of its own cost: headlines may pun
constexpr double kHeaderBonus = 1.5;       ///< a date or byline follows
constexpr std::size_t kMinTextWords = 25;  ///< a sentence this long is text
constexpr double kInsideCost = 2;          ///< sentences stand above: likely another story
constexpr std::size_t kHeaderReach = 4;    ///< lines between a headline and its date
constexpr double kNoHeadline = -4;         ///< score of lines that are no candidates
constexpr double kPoorHeadline = 2;        ///< below this the region is searched, too
/// Scores this close are equal; the uppermost line wins.
constexpr double kTie = 1.0;

using Stems = std::unordered_set<std::string>;

/// Calls `visit` with the first five letters, in lower case, of each word of three letters or more,
/// and with each two neighbours of a script without spaces.
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

/// The stems of the prose in the region.
Stems stems_of(const std::vector<PageLine>& lines, const PageRegion& region) {
  Stems stems;
  for (std::size_t i = region.first; i < region.last; ++i) {
    if (lines[i].role != LineRole::Unknown || !is_prose(lines[i])) continue;
    for_each_stem(lines[i].text, [&](const std::string& stem) { stems.insert(stem); });
  }
  return stems;
}

/// How much the line is about the text, from -3 to 4.
double likeness(std::string_view line, const Stems& text) {
  double common = 0;
  double strange = 0;
  for_each_stem(line, [&](const std::string& stem) { (text.count(stem) ? common : strange) += 1; });
  return std::min(common, kEnoughLikeness) - std::min(0.7 * strange, kMaxStrangeness);
}

/// Ends with a full stop, or with a sentence and the number of a footnote.
bool ends_with_stop(const PageLine& line) {
  const bool reference = line.ends_sentence && line.text.ends_with(']');  // "... he said. [3]"
  return reference || line.text.ends_with('.') || line.text.ends_with("\u3002");
}

/// Whether the line is a candidate: 2 to 32 words, no role, no teaser ("..."), no long sentence.
bool may_be_headline(const PageLine& line) {
  if (line.role != LineRole::Unknown || line.words < 2 || line.words > kMaxHeadlineWords)
    return false;
  if (line.words >= kMinTextWords && is_prose(line)) return false;
  // The full stop of a short line may be an abbreviation's ("Rates rise in the U.S.").
  return !(ends_with_stop(line) && line.words > 12) && !line.ends_openly;
}

/// Whether a byline or a date stands within four lines below: the usual order of a header.
bool heads_a_header(const std::vector<PageLine>& lines, std::size_t line) {
  const std::size_t end = std::min(lines.size(), line + 1 + kHeaderReach);
  for (std::size_t i = line + 1; i < end; ++i) {
    if (is_header_line(lines[i]) || is_dated(lines[i])) return true;
  }
  return false;
}

/// "Headline - Outlet" is a title of "Headline". Twelve bytes keep section names out.
bool is_title_of(std::string_view title, std::string_view headline) {
  return headline.size() >= 12 && title.size() > headline.size() && title.starts_with(headline);
}

/// The line at which two thirds of the prose of the region have been read. A line further down
/// heads no text worth the name.
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

/// The sum of evidence, distance aside.
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
  double between = 0;  // candidates between this line and the text
  for (std::size_t i = above; i-- > 0;) {
    if (!may_be_headline(lines[i])) continue;
    // The first sentence of the text isn't its headline, if there is any line above.
    if (i == region.first && is_prose(lines[i]) && above > 1 && !text.empty() &&
        ends_with_stop(lines[i])) {
      continue;
    }
    scores[i] = headline_score(lines, i, text) - kDistanceCost * between;
    between += 1;
  }
  double best = *std::max_element(scores.begin(), scores.end());
  // A region may begin with the teasers of other stories and have the headline below them.
  const bool poor = best < kPoorHeadline;
  for (std::size_t i = above; i < scores.size(); ++i) {
    if (!may_be_headline(lines[i]) || is_prose(lines[i]) || !heads_a_header(lines, i)) continue;
    if (!poor && !is_title_of(lines[0].text, lines[i].text)) continue;
    scores[i] = headline_score(lines, i, text) - kInsideCost;
    best = std::max(best, scores[i]);
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] <= kNoHeadline || scores[i] < best - kTie) continue;
    // A breadcrumb trail ("Home News Headline") may end with the headline, which then stands below
    // it by itself.
    const bool again = i + 1 < scores.size() && scores[i + 1] > kNoHeadline &&
                       lines[i + 1].words >= 4 && lines[i].text.ends_with(lines[i + 1].text);
    return again ? i + 1 : i;
  }
  return std::nullopt;
}

}  // namespace pullquote

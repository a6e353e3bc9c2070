// SPDX-License-Identifier: GPL-3.0-or-later
/// Headline by likeness to the text, the rest by order and form.
#include "indexer/extraction/page_header.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_set>

#include "indexer/extraction/credit_names.h"
#include "indexer/extraction/dates.h"
#include "indexer/extraction/page_captions.h"
#include "indexer/extraction/paragraphs.h"
#include "indexer/extraction/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxHeadlineWords = 32;
constexpr std::size_t kMaxStandfirstWords = 60;
constexpr std::size_t kStemLetters = 5;    ///< words are alike when they begin alike
constexpr double kEnoughLikeness = 4;      ///< words in common beyond which more prove nothing
constexpr double kTitleBonus = 4;          ///< the page's title begins with this line
constexpr double kDistanceCost = 0.08;     ///< a line between headline and text
constexpr double kMaxStrangeness = 3;      ///< words not in common: headlines may pun
constexpr double kHeaderBonus = 1.5;       ///< a date or byline follows
constexpr std::size_t kMinTextWords = 25;  ///< of a sentence that is no headline
constexpr double kInsideCost = 2;          ///< sentences stand above: other stories, if anything
constexpr std::size_t kHeaderReach = 4;    ///< lines between a headline and its date
constexpr std::size_t kMaxDateLineWords = 10;
constexpr std::size_t kMaxBylineWords = 24;  ///< with the dates behind the names
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
  return line.text.ends_with('.') || line.text.ends_with("\u3002");
}

bool may_be_headline(const PageLine& line) {
  if (line.role != LineRole::Unknown || line.words < 2 || line.words > kMaxHeadlineWords)
    return false;
  if (line.words >= kMinTextWords && is_prose(line)) return false;
  // A full stop ends a sentence, unless it is that of an abbreviation.
  return !(ends_with_stop(line) && line.words > 12) && !line.ends_openly;
}

/// "Outlet August 08, 2018", "August 8, 2018 Ana Lima": a date beside a few words, if not those of
/// a post quoted from elsewhere
/// ("— Name (@name) August 8, 2018").
bool is_dated(const PageLine& line) {
  if (line.text.find('@') != std::string::npos) return false;
  if (line.words > kMaxDateLineWords || line.text.find_first_of("0123456789") == std::string::npos)
    return false;
  for (std::size_t at = line.text.find(' '); at != std::string::npos;
       at = line.text.find(' ', at + 1)) {
    const std::string_view text = line.text;
    if (parse_date(text.substr(at + 1)) || parse_date(text.substr(0, at))) return true;
  }
  return false;
}

bool is_header_line(const PageLine& line) {
  return line.role == LineRole::Byline || line.role == LineRole::Published ||
         line.role == LineRole::Modified || line.role == LineRole::Dateline;
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

std::size_t find_separator(std::string_view text) {
  std::size_t best = std::string_view::npos;
  for (std::string_view separator : {"|", " - ", " \u2013 ", ";", "\u2022", "\u00B7"}) {
    best = std::min(best, text.find(separator));
  }
  return best;
}

std::string_view without_edges(std::string_view text) {
  constexpr std::string_view kEdges = " :,;|-.\t";
  const std::size_t first = text.find_first_not_of(kEdges);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kEdges) - first + 1);
}

/// The time that `text` begins with; what follows may be anything behind a separator or the label
/// of another time.
std::optional<Timestamp> leading_time(std::string_view text) {
  text = without_edges(text);
  if (const auto time = parse_date(text)) return time;
  const std::string folded = lower_ascii(text);
  for (std::string_view label : {"updated", "last updated", "modified", "published", "posted"}) {
    const std::size_t at = folded.find(label);
    if (at == std::string::npos || at == 0) continue;
    if (const auto time = parse_date(without_edges(text.substr(0, at)))) return time;
  }
  const std::size_t separator = find_separator(text);
  if (separator == std::string_view::npos) return std::nullopt;
  return parse_date(without_edges(text.substr(0, separator)));
}

}  // namespace

namespace {

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

StatedTimes parse_stated_times(const PageLine& line) {
  StatedTimes times;
  if (line.words > 30) return times;
  std::string_view rest = line.text;
  // Each label in turn, wherever in the line it stands behind a separator.
  for (int i = 0; i < 4 && !rest.empty(); ++i) {
    const FurnitureMatch match = match_furniture(rest, 1);
    const bool modified = match.kind == Furniture::Modified;
    if ((modified || match.kind == Furniture::Published) && !match.whole_line) {
      if (const auto time = leading_time(rest.substr(match.label_bytes))) {
        auto& slot = modified ? times.modified : times.published;
        if (!slot) slot = time;
      }
    }
    const std::string folded = lower_ascii(rest.substr(std::min<std::size_t>(rest.size(), 1)));
    std::size_t next = std::string::npos;
    for (std::string_view label : {"updated", "last updated", "modified", "published", "posted"}) {
      next = std::min(next, folded.find(label));
    }
    if (next == std::string::npos) break;
    rest.remove_prefix(next + 1);
  }
  return times;
}

std::string parse_byline(const PageLine& line) {
  if (line.furniture.kind != Furniture::Byline || line.furniture.whole_line) return {};
  std::string_view names =
      without_edges(std::string_view(line.text).substr(line.furniture.label_bytes));
  names = without_edges(names.substr(0, find_separator(names)));
  return looks_like_names(names, 14) && line.words <= kMaxBylineWords && !line.ends_sentence
             ? single_line(names)
             : std::string();
}

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

namespace {

/// A byline or date below a first sentence, with text to follow, shows that it was the standfirst.
bool header_goes_on(const std::vector<PageLine>& lines, std::size_t line, std::size_t last) {
  bool goes_on = false;
  std::size_t next = line + 1;
  for (; next < last; ++next) {
    const bool dated = lines[next].role == LineRole::Unknown && is_dated(lines[next]);
    if (lines[next].role == LineRole::Unknown && !dated) break;
    goes_on |= dated || is_header_line(lines[next]);
  }
  return goes_on && next < last;
}

}  // namespace

std::size_t read_header(std::vector<PageLine>& lines, std::size_t after_headline,
                        const PageRegion& region) {
  std::optional<std::size_t> standfirst;
  for (std::size_t i = after_headline; i < region.last; ++i) {
    PageLine& line = lines[i];
    if (line.role != LineRole::Unknown) continue;
    if (parse_caption(line.text, true)) {
      line.role = LineRole::Caption;
    } else if (i >= region.first && (is_prose(line) || line.ends_sentence)) {
      const bool second = standfirst && is_prose(lines[*standfirst]);
      if (second || line.words > kMaxStandfirstWords || !header_goes_on(lines, i, region.last)) {
        return i;
      }
      // Of a sentence and a line that is none, the sentence is the standfirst.
      if (standfirst) lines[*standfirst].role = LineRole::Label;
      line.role = LineRole::Standfirst;
      standfirst = i;
    } else if (!standfirst && line.words >= 6 && line.words <= kMaxStandfirstWords &&
               !line.is_bullet) {
      line.role = LineRole::Standfirst;
      standfirst = i;
    } else {
      line.role = LineRole::Label;
    }
  }
  return region.last;
}

}  // namespace pullquote

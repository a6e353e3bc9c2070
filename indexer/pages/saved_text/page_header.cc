// SPDX-License-Identifier: GPL-3.0-or-later
/// The header is read by the form and order of its lines, since saved text has no markup.
///
/// Dates and bylines are known by their labels. Of the other lines one may be the standfirst: a
/// sentence of at most 60 words that a byline or date follows, or else the first line of six words
/// or more that is no sentence. The first sentence without such evidence is the first line of the
/// text. What remains are labels: section names, topics. Cost: linear in the header; each candidate
/// for a date costs one parse per space in a line of at most ten words.
#include "indexer/pages/saved_text/page_header.h"

#include <algorithm>

#include "indexer/dates/dates.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/pages/credit_names.h"
#include "indexer/pages/saved_text/page_captions.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxStandfirstWords = 60;  ///< a longer sentence is a paragraph
constexpr std::size_t kMaxDateLineWords = 10;    ///< of a date beside a name
constexpr std::size_t kMaxBylineWords = 24;      ///< of a line with names and the dates behind them

/// The first mark that sets parts of a header line apart; npos: none.
std::size_t find_separator(std::string_view text) {
  std::size_t best = std::string_view::npos;
  for (std::string_view separator : {"|", " - ", " \u2013 ", ";", "\u2022", "\u00B7"}) {
    best = std::min(best, text.find(separator));
  }
  return best;
}

/// Without white space and punctuation at both ends.
std::string_view without_edges(std::string_view text) {
  constexpr std::string_view kEdges = " :,;|-.\t";
  const std::size_t first = text.find_first_not_of(kEdges);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kEdges) - first + 1);
}

/// The time that `text` begins with. Behind it nothing may stand but a separator or the label of
/// another time, with anything after these: "4 May 2016 Updated 5 May 2016".
std::optional<Timestamp> leading_time(std::string_view text) {
  text = without_edges(text);
  if (const auto time = parse_date(text)) return time;
  const std::string folded = ascii_lower(text);
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

/// A date of unknown length is found by trying each prefix and suffix that ends at a space.
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

StatedTimes parse_stated_times(const PageLine& line) {
  StatedTimes times;
  if (line.words > 30) return times;
  std::string_view rest = line.text;
  // One round per label, wherever in the line it stands. match_furniture() gets one word as the
  // length, so that its limits on long lines don't apply.
  for (int i = 0; i < 4 && !rest.empty(); ++i) {
    const FurnitureMatch match = match_furniture(rest, 1);
    const bool modified = match.kind == Furniture::Modified;
    if ((modified || match.kind == Furniture::Published) && !match.whole_line) {
      if (const auto time = leading_time(rest.substr(match.label_bytes))) {
        auto& slot = modified ? times.modified : times.published;
        if (!slot) slot = time;
      }
    }
    const std::string folded = ascii_lower(rest.substr(std::min<std::size_t>(rest.size(), 1)));
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

namespace {

/// Whether a byline or date stands directly below `line`, and text below that. Then a sentence at
/// `line` is the standfirst, not the beginning of the text.
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
      // A sentence beats a line that is none as the standfirst.
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

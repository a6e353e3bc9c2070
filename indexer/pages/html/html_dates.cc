// SPDX-License-Identifier: GPL-3.0-or-later
/// Dates inside lines, and which of the dates on a page is the article's.
///
/// In a line, a date is the longest window of at most ten tokens around a token with a year that
/// the date parser accepts whole. Windows are tried longest first, so "Nov 19, 2019 11:11 PM EST"
/// isn't cut to its day. A line costs at most 55 parses per year in it; lines with many tokens are
/// skipped.
///
/// On a page, place decides: first the lines from the headline to the start of the text, then those
/// shortly above the headline, then the only date that an element's name calls one, then those
/// below the text. Related stories, comments and footers have dates of their own and are left out.
#include "indexer/pages/html/html_dates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <string>

#include "indexer/dates/dates.h"
#include "indexer/decoding/html_ascii.h"

namespace pullquote::html {
namespace {

constexpr std::int64_t kEarliest = -11'676'096'000;  // 1600-01-01, in seconds since 1970
constexpr std::int64_t kLatest = 4'102'444'800;      // 2100-01-01
constexpr std::uint32_t kLineWords = 25;             // a longer block is no dateline
constexpr std::uint32_t kSentenceWords = 8;          // a sentence this long is no dateline either
constexpr std::uint32_t kPieceWords = 3;             // of one piece of a date that is set in pieces
constexpr std::size_t kDateTokens = 10;              // of the longest form of a date

/// Bytes [begin, end) of a token in its line.
struct DateToken {
  std::size_t begin;
  std::size_t end;
};

/// The tokens of a line, as white space parts them.
std::vector<DateToken> tokens_of(std::string_view line) {
  std::vector<DateToken> tokens;
  for (std::size_t i = 0; i < line.size();) {
    while (i < line.size() && is_space(line[i])) ++i;
    const std::size_t begin = i;
    while (i < line.size() && !is_space(line[i])) ++i;
    if (i > begin) tokens.push_back({begin, i});
  }
  return tokens;
}

/// Whether a token has a year of the 20th or 21st century: "2019", "19/11/2019," or "20191119".
/// Every date that is searched for has one.
bool holds_year(std::string_view token) {
  for (std::size_t i = 0; i + 4 <= token.size(); ++i) {
    const bool year = (token.substr(i, 2) == "19" || token.substr(i, 2) == "20") &&
                      is_ascii_digit(token[i + 2]) && is_ascii_digit(token[i + 3]);
    if (year && (i == 0 || !is_ascii_digit(token[i - 1]))) return true;
  }
  return false;
}

/// Without brackets and punctuation at both ends.
std::string_view without_marks(std::string_view text) {
  constexpr std::string_view kMarks = "()[]{}|,:;-/.*";
  while (!text.empty() && (kMarks.find(text.front()) != std::string_view::npos)) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (kMarks.find(text.back()) != std::string_view::npos)) {
    text.remove_suffix(1);
  }
  return trim(text);
}

/// A date and where it begins.
struct Found {
  Timestamp time;
  std::size_t begin;  // byte in the line
};

/// The longest date around the first year that has one.
std::optional<Found> find_date(std::string_view line) {
  const std::vector<DateToken> tokens = tokens_of(line);
  if (tokens.size() > 2 * kLineWords) return std::nullopt;
  for (std::size_t year = 0; year < tokens.size(); ++year) {
    const DateToken& t = tokens[year];
    if (!holds_year(line.substr(t.begin, t.end - t.begin))) continue;
    for (std::size_t length = std::min(kDateTokens, tokens.size()); length > 0; --length) {
      const std::size_t first = year + 1 > length ? year + 1 - length : 0;
      for (std::size_t i = first; i <= year && i + length <= tokens.size(); ++i) {
        const std::size_t begin = tokens[i].begin;
        const auto part = without_marks(line.substr(begin, tokens[i + length - 1].end - begin));
        const auto date = plausible_date(part);
        if (date && date->precision >= TimePrecision::Day) return Found{*date, begin};
      }
    }
  }
  return std::nullopt;
}

/// Whether the first 40 bytes of the line speak of a change.
bool says_modified(std::string_view line) {
  const std::string lower = ascii_lower(line.substr(0, 40));
  return lower.find("updated") != std::string::npos ||
         lower.find("modified") != std::string::npos || lower.find("edited") != std::string::npos;
}

/// The search in one page; used once.
class Search {
 public:
  Search(const Document& document, const std::vector<TextBlock>& blocks, const Regions& regions,
         const std::vector<Verdict>& verdicts, NodeIndex headline)
      : document_(document), blocks_(blocks), regions_(regions), verdicts_(verdicts) {
    locate(headline);
  }

  VisibleDates run() {
    // From headline to text, above the headline, wherever an element is named for a date, below the
    // text.
    scan(headline_, text_ + 3);
    scan(headline_ > kNear ? headline_ - kNear : 0, headline_);
    if (!dates_.published) dates_.published = only_date_called_one();
    scan(end_, end_ + kNear);
    // A line that only says when it was changed dates the article all the same.
    if (!dates_.published) dates_.published = dates_.modified;
    return dates_;
  }

  /// Times with a clock near headline and text, those of changes left out.
  std::vector<Timestamp> shown() const {
    std::vector<Timestamp> times;
    const std::size_t end = std::min(text_ + 3, blocks_.size());
    for (std::size_t i = headline_ > kNear ? headline_ - kNear : 0; i < end; ++i) {
      if (!may_date(i) || says_modified(blocks_[i].text)) continue;
      const auto time = date_within(blocks_[i].text);
      if (time && time->precision >= TimePrecision::Minute) times.push_back(*time);
    }
    return times;
  }

 private:
  static constexpr std::size_t kNear = 6;

  /// Finds the blocks of the headline, of the first text and behind the last text.
  void locate(NodeIndex headline) {
    bool seen_text = false;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (headline != kNoNode && blocks_[i].node == headline && !seen_text) headline_ = i;
      if (verdicts_[i].role != Role::Text) continue;
      if (!seen_text) text_ = i;
      seen_text = true;
      end_ = i + 1;
    }
  }

  /// Looks at blocks in order until one has the time of publication.
  void scan(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, blocks_.size()) && !dates_.published; ++i) {
      look_at(i);
    }
  }

  /// The one date in elements that are named for dates. With several different ones the page
  /// doesn't say which is the article's.
  std::optional<Timestamp> only_date_called_one() const {
    std::optional<Timestamp> only;
    for (const TextBlock& block : blocks_) {
      if (regions_.apart[block.node] != Hint::Date || block.words > kLineWords) continue;
      if (regions_.furniture[block.node] != Hint::None) continue;
      const auto date = date_of(block);
      if (!date) continue;
      if (only && !(*only == *date)) return std::nullopt;
      only = date;
    }
    return only;
  }

  /// The date of a block: of its <time> element first, which machines write, else of its text.
  std::optional<Timestamp> date_of(const TextBlock& block) const {
    const auto date = stated_by_time_element(block);
    return date ? date : date_within(block.text);
  }

  /// Whether the block may be a dateline: short, no sentence, and in no region with dates of its
  /// own.
  bool may_date(std::size_t i) const {
    const TextBlock& block = blocks_[i];
    const Hint furniture = regions_.furniture[block.node];
    const bool is_sentence = block.ends_sentence && block.words >= kSentenceWords;
    return !is_sentence && block.words <= kLineWords && furniture != Hint::Related &&
           furniture != Hint::Comments && furniture != Hint::Footer && furniture != Hint::Sidebar;
  }

  /// The date of up to three short blocks in a row: "November 20" beside "2026". Templates set a
  /// date in pieces, as leaves of a calendar.
  std::optional<Timestamp> date_in_pieces(std::size_t i) const {
    std::string line = blocks_[i].text;
    for (std::size_t next = i + 1; next < std::min(i + 3, blocks_.size()); ++next) {
      if (blocks_[next - 1].words > kPieceWords || blocks_[next].words > kPieceWords) break;
      line += ' ' + blocks_[next].text;
      if (const auto date = plausible_date(line)) return date;
    }
    return std::nullopt;
  }

  /// Takes the date of a block as the time of publication or of a change, if that is still open.
  void look_at(std::size_t i) {
    const TextBlock& block = blocks_[i];
    if (!may_date(i)) return;
    auto date = date_of(block);
    if (!date) date = date_in_pieces(i);
    if (!date) return;
    auto& slot = says_modified(block.text) ? dates_.modified : dates_.published;
    if (!slot) slot = date;
  }

  /// The datetime attribute of the first <time> in the block's element that has a plausible one.
  std::optional<Timestamp> stated_by_time_element(const TextBlock& block) const {
    constexpr NodeIndex kFew = 50;
    const NodeIndex end = std::min(document_.nodes[block.node].end, block.node + kFew);
    for (NodeIndex i = block.node; i < end; ++i) {
      if (document_.nodes[i].tag != Tag::Time) continue;
      if (auto date = plausible_date(document_.attribute(i, Attribute::DateTime))) return date;
    }
    return std::nullopt;
  }

  const Document& document_;
  const std::vector<TextBlock>& blocks_;
  const Regions& regions_;
  const std::vector<Verdict>& verdicts_;
  std::size_t headline_ = 0;  // block of the headline; 0 also if none
  std::size_t text_ = 0;      // first block of the text
  std::size_t end_ = 0;       // one past the last block of the text
  VisibleDates dates_;
};

}  // namespace

std::optional<Timestamp> plausible_date(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto date = parse_date(text);
  if (!date || date->unix_seconds < kEarliest || date->unix_seconds >= kLatest) {
    return std::nullopt;
  }
  return date;
}

std::optional<Timestamp> date_within(std::string_view line) {
  const auto found = find_date(line);
  return found ? std::optional(found->time) : std::nullopt;
}

std::string_view before_date(std::string_view text) {
  const auto found = find_date(text);
  return found ? text.substr(0, found->begin) : text;
}

VisibleDates find_visible_dates(const Document& document, const std::vector<TextBlock>& blocks,
                                const Regions& regions, const std::vector<Verdict>& verdicts,
                                NodeIndex headline) {
  return Search(document, blocks, regions, verdicts, headline).run();
}

std::vector<Timestamp> find_shown_times(const Document& document,
                                        const std::vector<TextBlock>& blocks,
                                        const Regions& regions,
                                        const std::vector<Verdict>& verdicts, NodeIndex headline) {
  return Search(document, blocks, regions, verdicts, headline).shown();
}

std::optional<std::int16_t> outlet_zone(const Timestamp& stated, const Timestamp& shown) {
  constexpr std::int64_t kDay = 86'400;
  constexpr std::int64_t kSlack = 120;  // seconds: a shown time has no seconds, and clocks differ
  // Offsets of zones that are no whole hour, in minutes; Newfoundland to Lord Howe.
  constexpr std::array<std::int64_t, 8> kPartHours{-210, 210, 270, 330, 345, 390, 570, 630};
  const std::int64_t difference = shown.unix_seconds - stated.unix_seconds;
  if (shown.zone_minutes) {
    // The line may give the time of a later change: its zone is the outlet's all the same.
    if (*shown.zone_minutes == 0 || std::abs(difference) > kDay) return std::nullopt;
    return shown.zone_minutes;
  }
  // The nearest minute; the minutes beside it allow for seconds left out.
  const std::int64_t minutes = (difference + (difference < 0 ? -kSlack : kSlack) / 2) / 60;
  for (const std::int64_t zone : {minutes - 1, minutes, minutes + 1}) {
    const bool known = zone % 60 == 0 || std::count(kPartHours.begin(), kPartHours.end(), zone) > 0;
    if (!known || zone == 0 || zone < -12 * 60 || zone > 14 * 60) continue;
    if (std::abs(difference - zone * 60) < kSlack) return static_cast<std::int16_t>(zone);
  }
  return std::nullopt;
}

std::optional<Timestamp> date_in_url(std::string_view url) {
  std::string digits;
  for (std::size_t i = url.find("//") == std::string_view::npos ? 0 : url.find("//") + 2;
       i < url.size(); ++i) {
    if (url[i] != '/') continue;
    // Digits and single separators after a slash: eight digits are a day.
    digits.clear();
    std::size_t j = i + 1;
    for (; j < url.size() && digits.size() < 8; ++j) {
      if (is_ascii_digit(url[j])) {
        digits.push_back(url[j]);
      } else if ((url[j] != '/' && url[j] != '-') || !is_ascii_digit(url[j - 1])) {
        break;
      }
    }
    const bool ends = j >= url.size() || !is_ascii_digit(url[j]);
    if (digits.size() != 8 || !ends || !holds_year(digits)) continue;
    const std::string iso =
        digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
    if (const auto date = plausible_date(iso)) return date;
  }
  return std::nullopt;
}

}  // namespace pullquote::html

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printing/family_text.h"

#include <algorithm>

#include "cli/terminal/numbers.h"

namespace pullquote::cli {
namespace {

constexpr std::string_view kDot = " · ";

/// At most this many speakers are named in a line.
constexpr std::size_t kMostSpeakers = 5;

/// Of a long removed run this many words are shown at each end.
constexpr std::size_t kWordsKept = 3;

/// Appends a part to a line, with a dot between parts; nothing for an empty part.
void add(std::string& line, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += kDot;
  line += part;
}

/// "Mark Toner (12), John Kerry (3) · the speakers differ".
std::string speakers_line(const QuoteFamily& family) {
  std::string line;
  for (std::size_t i = 0; i < std::min(family.speakers.size(), kMostSpeakers); ++i) {
    if (i > 0) line += ", ";
    line += family.speakers[i].name;
    if (family.speakers.size() > 1) line += " (" + grouped(family.speakers[i].articles) + ")";
  }
  if (family.speakers.size() > kMostSpeakers) {
    line += " and " + grouped(family.speakers.size() - kMostSpeakers) + " more";
  }
  if (line.empty()) line = "speaker unknown";
  if (family.conflict) add(line, "the speakers differ");
  return line;
}

/// "2016-05-04 to 2016-05-06 · first in reuters · 3 outlets · 7 articles".
std::string counts_line(const QuoteFamily& family) {
  std::string line = days_of(family.first_seen, family.last_seen);
  if (!family.first_source.empty()) {
    add(line, (family.articles > 1 ? "first in " : "") + family.first_source);
  }
  if (family.articles > 1) {
    if (family.outlets > 0) add(line, counted(family.outlets, "outlet", "outlets"));
    add(line, counted(family.articles, "article", "articles"));
  }
  return line;
}

/// The ends of a long run: "To ensure this … we are coordinating".
std::string shortened(const std::string& words) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] != ' ' && (at == 0 || words[at - 1] == ' ')) starts.push_back(at);
  }
  if (starts.size() <= 2 * kWordsKept + 1) return words;
  return words.substr(0, starts[kWordsKept]) + "… " +
         words.substr(starts[starts.size() - kWordsKept]);
}

/// "2016-05-04 19:04", as far as the source stated it. In UTC like day_of(), so that the lines are
/// in the order of the times they show.
std::string minute_of(Timestamp time) {
  if (time.zone_minutes) time.zone_minutes = 0;
  std::string minute = to_iso8601(time).substr(0, 16);
  std::replace(minute.begin(), minute.end(), 'T', ' ');
  return minute;
}

/// "2016-05-04 19:04 · reuters · Mark Toner, spokesman · partial".
std::string occurrence_line(const QuoteOccurrence& occurrence) {
  std::string line = occurrence.published ? minute_of(*occurrence.published) : "";
  add(line, occurrence.source);
  std::string speaker =
      occurrence.speaker_resolved.empty() ? occurrence.speaker : occurrence.speaker_resolved;
  if (!occurrence.role.empty()) speaker += (speaker.empty() ? "" : ", ") + occurrence.role;
  add(line, speaker);
  if (!occurrence.marked) {
    add(line, "without quotation marks");
  } else if (occurrence.kind != QuoteKind::Direct) {
    add(line, to_string(occurrence.kind));
  }
  return line;
}

}  // namespace

std::string day_of(const std::optional<std::int64_t>& seconds) {
  if (!seconds) return {};
  return to_iso8601({*seconds, TimePrecision::Second, std::int16_t{0}}).substr(0, 10);
}

std::string days_of(const std::optional<std::int64_t>& first,
                    const std::optional<std::int64_t>& last) {
  const std::string from = day_of(first);
  const std::string to = day_of(last);
  return from == to ? from : from + " to " + to;
}

DiffText diff_text(const std::vector<WordDiff>& diff) {
  DiffText line;
  for (const WordDiff& run : diff) {
    if (!line.text.empty()) line.text += ' ';
    const auto start = static_cast<std::uint32_t>(line.text.size());
    if (run.kind == WordDiff::Kind::Removed) {
      line.text += "[-" + shortened(run.text) + "-]";
    } else if (run.kind == WordDiff::Kind::Added) {
      line.text += "{+" + run.text + "+}";
    } else {
      line.text += run.text;
      continue;
    }
    line.changes.push_back({start, static_cast<std::uint32_t>(line.text.size())});
  }
  return line;
}

void print_family(const QuoteFamily& family, std::size_t indent, const std::string& label,
                  TextSheet& sheet) {
  sheet.paragraph("“" + family.text + "”", indent, sheet.style().bold, {}, label);
  std::vector<ByteSpan> marks;
  const std::string speakers = speakers_line(family);
  if (family.conflict) {
    const auto end = static_cast<std::uint32_t>(speakers.size());
    const auto start = static_cast<std::uint32_t>(speakers.rfind(kDot) + kDot.size());
    marks.push_back({start, end});
  }
  sheet.paragraph(speakers, indent, {}, marks);
  sheet.paragraph(counts_line(family), indent, sheet.style().faint);
}

void print_occurrences(const QuoteFamily& family, std::size_t indent, TextSheet& sheet) {
  for (const QuoteOccurrence& occurrence : family.occurrences) {
    sheet.paragraph(occurrence_line(occurrence), indent);
    std::string article = occurrence.headline;
    add(article, occurrence.article_id);
    sheet.paragraph(article, indent + 2, sheet.style().faint);
    const std::vector<WordDiff>& diff = family.variants[occurrence.variant].diff;
    const bool differs = std::any_of(diff.begin(), diff.end(), [](const WordDiff& run) {
      return run.kind != WordDiff::Kind::Same;
    });
    if (!differs) continue;
    const DiffText line = diff_text(diff);
    sheet.paragraph(line.text, indent + 2, {}, line.changes);
  }
  if (family.occurrences.empty()) return;
  std::size_t rest = family.articles;
  std::vector<std::string_view> seen;
  for (const QuoteOccurrence& occurrence : family.occurrences)
    seen.push_back(occurrence.article_id);
  std::sort(seen.begin(), seen.end());
  rest -= std::min(rest,
                   static_cast<std::size_t>(std::unique(seen.begin(), seen.end()) - seen.begin()));
  if (rest > 0) sheet.paragraph("and " + counted(rest, "more article", "more articles"), indent);
}

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/wire_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/dates/dates.h"
#include "indexer/decoding/charset.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/formats/article_fields.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxHeaderLines = 8;
constexpr std::size_t kMaxHeadline = 160;
constexpr std::size_t kMaxByline = 80;
constexpr std::size_t kNone = std::string_view::npos;

/// The parts between the control characters, decoded.
struct Message {
  std::string heading;
  std::string text;
  std::string end;
};

std::optional<Message> split(const RawRecord& record) {
  const std::string_view bytes = record.bytes;
  const std::size_t heading = bytes.find('\x01');
  const std::size_t text = heading == kNone ? kNone : bytes.find('\x02', heading);
  if (text == kNone) return std::nullopt;
  const std::size_t end = std::min(bytes.find('\x03', text), bytes.size());
  // Together, so that all parts are taken for one charset.
  const std::string whole = decode_text(bytes, record.charset).charset;
  const auto decoded = [&](std::string_view part) { return decode_text(part, whole).text; };
  return Message{decoded(bytes.substr(heading + 1, text - heading - 1)),
                 decoded(bytes.substr(text + 1, end - text - 1)),
                 decoded(bytes.substr(std::min(end + 1, bytes.size())))};
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// "121615 Aug 15", "242200 GMT Jun 17", "011422 jan 2016": day, hour, minute, zone, month, year.
std::optional<Timestamp> time_of(std::string_view end) {
  const std::string line = single_line(end.substr(0, end.find('\n')));
  if (line.size() < 6 || !std::all_of(line.begin(), line.begin() + 6, is_ascii_digit)) {
    return std::nullopt;
  }
  const std::string day = line.substr(0, 2);
  const std::string clock = line.substr(2, 2) + ":" + line.substr(4, 2);
  std::vector<std::string> words;
  std::string rest = line.substr(6);
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t start = rest.find_first_not_of(' ', at);
    if (start == kNone) break;
    const std::size_t stop = std::min(rest.find(' ', start), rest.size());
    words.push_back(rest.substr(start, stop - start));
    at = stop;
  }
  std::string zone;
  if (words.size() == 3) {
    zone = " " + words.front();
    words.erase(words.begin());
  }
  if (words.size() != 2) return std::nullopt;
  if (words[1].size() == 2) words[1] = (words[1] < "70" ? "20" : "19") + words[1];
  return parse_date(day + " " + words[0] + " " + words[1] + " " + clock + zone);
}

/// "eca100 3 s 586 dpa 099": the agency among the remarks, letters only.
std::string agency_of(std::string_view first_line) {
  std::vector<std::string> words;
  const std::string line = single_line(first_line);
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t stop = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, stop - at));
    at = stop + 1;
  }
  // Behind source, priority, category and word count. Routing codes go before it; its own number
  // follows, without which a word is one more routing code.
  for (std::size_t i = words.size(); i > 5; --i) {
    const std::string& word = words[i - 2];
    const std::string& number = words[i - 1];
    const bool is_name = std::none_of(word.begin(), word.end(), is_ascii_digit);
    const bool is_numbered = std::all_of(number.begin(), number.end(), is_ascii_digit);
    if (is_name && is_numbered && word.size() >= 2 && word.size() <= 12) return word;
  }
  return {};
}

bool is_byline(const std::string& line) {
  for (std::string_view by : {"By ", "by ", "BY ", "Von ", "Par ", "Por ", "Di "}) {
    if (line.starts_with(by)) return true;
  }
  return false;
}

/// "1ST LEAD", "(Achtung)", "URGENT": about the message rather than of it.
bool is_status(const std::string& line) {
  if (line.starts_with('(') && line.ends_with(')')) return true;
  const bool has_lower =
      std::any_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return !has_lower && line.size() <= 24;
}

std::string without_mark(std::string line) {
  line = single_line(line);
  while (!line.empty() && (line.back() == '=' || line.back() == ' ')) line.pop_back();
  return line;
}

/// A byline and nothing but: no sentence that happens to begin with "By".
bool is_lone_byline(const std::string& line) {
  return line.size() <= kMaxByline && is_byline(line) && !line.ends_with('.');
}

bool is_blank_or_mark(const std::string& line) {
  return without_mark(line).empty();
}

/// `count` lines are headline and status; a byline may follow, with a mark or a gap of its own.
std::size_t with_byline(const std::vector<std::string>& lines, std::size_t count) {
  std::size_t at = count;
  while (at < lines.size() && is_blank_or_mark(lines[at])) ++at;
  if (at == lines.size() || at > count + 1) return count;
  const std::string line = single_line(lines[at]);
  const bool is_followed_by_text =
      at + 1 < lines.size() && !is_blank_or_mark(lines[at + 1]) && !lines[at + 1].starts_with(' ');
  if (!is_lone_byline(line) || (is_followed_by_text && !line.ends_with('='))) return count;
  ++at;
  while (at < lines.size() && is_blank_or_mark(lines[at])) ++at;
  return at;
}

/// How many lines at the start are the header block; 0: none can be told from the text.
std::size_t header_lines(const std::vector<std::string>& lines) {
  for (std::size_t i = 0; i < lines.size() && i < kMaxHeaderLines; ++i) {
    const std::string line = single_line(lines[i]);
    if (line.ends_with('=')) return with_byline(lines, i + 1);
    if (line.empty() && i > 0) {
      const std::string last = single_line(lines[i - 1]);
      const bool ends_sentence = last.ends_with('.') || last.ends_with('"');
      return ends_sentence || last.size() > kMaxHeadline || i > 3 ? 0 : with_byline(lines, i);
    }
  }
  return 0;
}

void read_header(const std::vector<std::string>& lines, std::size_t count, Article& article) {
  std::vector<std::string> statuses;
  std::string headline;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string line = without_mark(lines[i]);
    if (line.empty()) continue;
    if (is_byline(line)) {
      std::string name = line.substr(line.find(' ') + 1);
      name = name.substr(0, name.rfind(", "));
      assign_field(article, ArticleField::Byline, {name});
    } else if (headline.empty() && is_status(line) && i + 1 < count) {
      statuses.push_back(line);
    } else if (article.byline.empty()) {
      headline += (headline.empty() ? "" : " ") + line;
    }
  }
  article.headline = headline.empty() && !statuses.empty() ? statuses.front() : headline;
}

}  // namespace

void read_wire_message(const RawRecord& record, const RecordSink& sink) {
  const auto message = split(record);
  if (!message) return sink(reject(record, "damaged wire message", "no start of text"));
  ParsedArticle parsed;
  parsed.format = to_string(InputFormat::Iptc7901);
  Article& article = parsed.article;
  const std::vector<std::string> heading = lines_of(message->heading);
  const std::vector<std::string> lines = lines_of(message->text);
  const std::size_t header = header_lines(lines);
  read_header(lines, header, article);
  std::string body;
  for (std::size_t i = header; i < lines.size(); ++i) body += lines[i] + "\n";
  assign_field(article, ArticleField::Body, {body});

  std::string slug;
  for (std::size_t i = 1; i < heading.size() && slug.empty(); ++i) slug = single_line(heading[i]);
  std::replace(slug.begin(), slug.end(), '/', ' ');
  slug = single_line(slug);
  if (article.headline.empty()) article.headline = slug;
  if (!slug.empty()) assign_field(article, ArticleField::Keywords, {slug});
  if (!heading.empty()) article.source = agency_of(heading.front());
  article.published = time_of(message->end.substr(
      std::min(message->end.find_first_not_of(" \t\r\n"), message->end.size())));
  sink(std::move(parsed));
}

}  // namespace pullquote

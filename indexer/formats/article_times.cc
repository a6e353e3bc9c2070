// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/article_times.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>

#include "indexer/dates/dates.h"
#include "indexer/decoding/paragraphs.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::size_t kStartBytes = 80;  ///< of a body, where a dateline may stand
constexpr std::size_t kWordBytes = 3;    ///< from which on a word tells one place from another

bool is_letter(char c) {
  return is_ascii_letter(c) || (c & 0x80) != 0;
}

/// Whether the first word of `dateline` stands at the start of `body`.
bool states_itself(std::string_view dateline, std::string_view body) {
  const std::string start = ascii_lower(body.substr(0, kStartBytes));
  for (std::size_t at = 0; at < dateline.size();) {
    std::size_t end = at;
    while (end < dateline.size() && is_letter(dateline[end])) ++end;
    if (end - at >= kWordBytes) {
      return start.find(ascii_lower(dateline.substr(at, end - at))) != std::string::npos;
    }
    at = std::max(end, at + 1);
  }
  return false;
}

/// Past a first paragraph that repeats the headline and will be left out.
std::size_t start_of_text(const Article& article) {
  const std::size_t end = article.body.find("\n\n");
  const bool repeats =
      end != std::string::npos && std::string_view(article.body).substr(0, end) == article.headline;
  return repeats ? end + 2 : 0;
}

}  // namespace

std::optional<Timestamp> first_date(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts) {
    if (const auto date = parse_date(single_line(text))) return date;
  }
  return std::nullopt;
}

void set_times(Article& article, std::optional<Timestamp> published,
               std::optional<Timestamp> modified) {
  article.published = published ? published : modified;
  article.modified.reset();
  if (published && modified && modified->unix_seconds > published->unix_seconds) {
    article.modified = modified;
  }
}

void put_dateline(Article& article, const std::string& dateline) {
  std::string text = single_line(dateline);
  while (!text.empty() && std::string_view("-, ").find(text.back()) != std::string_view::npos) {
    text.pop_back();
  }
  for (std::string_view dash : {"\u2013", "\u2014"}) {
    if (text.ends_with(dash)) text.resize(text.size() - dash.size());
  }
  text = single_line(text);
  if (std::none_of(text.begin(), text.end(), is_ascii_letter)) return;  // a bare date
  const std::size_t start = start_of_text(article);
  const std::string_view body = std::string_view(article.body).substr(start);
  if (text.empty() || body.empty() || states_itself(text, body)) return;
  article.body.insert(start, text + " - ");
}

std::uint64_t version_of(const std::string& text) {
  const std::string digits = single_line(text);
  std::uint64_t version = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
  return error == std::errc() ? version : 0;
}

std::string code_of(const std::string& qcode) {
  return qcode.substr(qcode.find(':') + 1);
}

std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return {};
  const std::size_t start = scheme + 3;
  std::string host = url.substr(start, url.find_first_of("/?#", start) - start);
  return host.starts_with("www.") ? host.substr(4) : host;
}

}  // namespace pullquote

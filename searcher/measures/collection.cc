// SPDX-License-Identifier: GPL-3.0-or-later
/// Parsers for the files of a judged collection: queries, and TREC relevance judgements ("qrels").
#include <charconv>
#include <optional>
#include <set>

#include "pullquote/evaluation.h"

namespace pullquote {
namespace {

constexpr std::string_view kBlanks = " \t\r\v\f";

/// Removes the next line from `rest` and returns it without its line end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(kBlanks) == std::string_view::npos;
}

std::vector<std::string_view> split_at_blanks(std::string_view line) {
  std::vector<std::string_view> words;
  std::size_t start = line.find_first_not_of(kBlanks);
  while (start != std::string_view::npos) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, start), line.size());
    words.push_back(line.substr(start, end - start));
    start = line.find_first_not_of(kBlanks, end);
  }
  return words;
}

/// The whole of `text` as a number; empty when it is none.
std::optional<int> parse_gain(std::string_view text) {
  int gain = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), gain);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return gain;
}

}  // namespace

std::variant<std::vector<JudgedQuery>, CollectionFault> parse_judged_queries(
    std::string_view text) {
  std::vector<JudgedQuery> queries;
  std::set<std::string, std::less<>> ids;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    if (is_blank(line)) continue;
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string_view::npos) {
      return CollectionFault{number, "A query is written as its id, a tab and its text."};
    }
    const std::string id(line.substr(0, tab));
    if (!ids.insert(id).second) {
      return CollectionFault{number, "Query " + id + " was given before; ids must differ."};
    }
    queries.push_back({id, std::string(line.substr(tab + 1))});
  }
  return queries;
}

std::variant<Judgements, CollectionFault> parse_judgements(std::string_view text) {
  Judgements judgements;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    if (is_blank(line) || line.front() == '#') continue;
    const std::vector<std::string_view> words = split_at_blanks(line);
    const std::optional<int> gain = words.size() == 4 ? parse_gain(words[3]) : std::nullopt;
    if (!gain) {
      return CollectionFault{
          number, "A judgement is written as query, iteration, article and gain (a whole number)."};
    }
    Gains& gains = judgements[std::string(words[0])];
    if (!gains.emplace(words[2], *gain).second) {
      return CollectionFault{number, "Article " + std::string(words[2]) +
                                         " was judged before for query " + std::string(words[0]) +
                                         "."};
    }
  }
  return judgements;
}

}  // namespace pullquote

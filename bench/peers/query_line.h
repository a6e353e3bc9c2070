// SPDX-License-Identifier: GPL-3.0-or-later
/// The neutral query lines of queries/make_queries.py, and what every peer does with them: read a
/// line, answer it, print `microseconds<TAB>id id ...`, flush. With --answers the number of all
/// matching articles stands where the time is, which nothing times.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote::bench {

inline constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();

struct QueryLine {
  std::string kind;   ///< any, all or phrase
  std::string field;  ///< "": headline and body together; headline; quote
  std::vector<std::string> words;
  std::int64_t since = -kOpen;
  std::int64_t until = kOpen;  ///< exclusive; kOpen: no range
  std::string source;          ///< filter term as stored, or empty
  std::string show;            ///< rank, newest or snippets
  bool dated() const { return until != kOpen; }
};

inline QueryLine parse_query_line(std::string_view line) {
  std::array<std::string, 9> fields;
  for (std::string& field : fields) {
    const std::size_t end = line.find('\t');
    field = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  QueryLine query{fields[1], fields[2], {}, -kOpen, kOpen, fields[6], fields[7]};
  for (std::string_view rest = fields[3]; !rest.empty();) {
    const std::size_t end = rest.find(' ');
    query.words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  if (!fields[4].empty()) query.since = std::stoll(fields[4]);
  if (!fields[5].empty()) query.until = std::stoll(fields[5]);
  return query;
}

struct Answer {
  std::vector<std::string> ids;
  std::uint64_t matches = 0;  ///< of all articles; set by engines when asked to count
};

/// Calls `search(const QueryLine&, bool count)` for each line of standard input. Reading the line
/// into a QueryLine is not timed, making the engine's own query from it is.
template <class Search>
void answer_lines(bool count, Search search) {
  using Clock = std::chrono::steady_clock;
  for (std::string line; std::getline(std::cin, line);) {
    const QueryLine query = parse_query_line(line);
    const auto start = Clock::now();
    const Answer answer = search(query, count);
    const std::chrono::duration<double, std::micro> time = Clock::now() - start;
    if (count) {
      std::printf("%llu\t", static_cast<unsigned long long>(answer.matches));
    } else {
      std::printf("%.1f\t", time.count());
    }
    for (std::size_t i = 0; i < answer.ids.size(); ++i) {
      std::printf("%s%s", i == 0 ? "" : " ", answer.ids[i].c_str());
    }
    std::printf("\n");
    std::fflush(stdout);
  }
}

}  // namespace pullquote::bench

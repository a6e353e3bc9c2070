// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads the gold set of tests/quality/quotes (its README.md describes the format).
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote::tests {

struct GoldQuote {
  std::string kind;
  std::string text;  ///< "A ... B": begins with A and ends with B
  std::string speaker;
  std::string role;
};

struct GoldCase {
  std::string form;
  std::string language;
  std::string body;
  std::vector<GoldQuote> quotes;
};

inline std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \n") - first + 1));
}

inline GoldQuote parse_gold_quote(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t bar = std::min(line.find(" | ", at), line.size());
    cells.push_back(trimmed(line.substr(at, bar - at)));
    at = bar + 3;
  }
  cells.resize(4);
  return {cells[0], cells[1], cells[2], cells[3]};
}

inline std::vector<GoldCase> read_gold_set(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<GoldCase> cases;
  for (const auto& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("== ")) {
        const std::size_t space = line.find(' ', 3);
        cases.push_back({line.substr(3, space - 3), line.substr(space + 1), {}, {}});
      } else if (line.starts_with("-- ")) {
        cases.back().quotes.push_back(parse_gold_quote(std::string_view(line).substr(3)));
      } else if (!cases.empty()) {
        cases.back().body += line + "\n";
      }
    }
  }
  for (GoldCase& gold : cases) gold.body = trimmed(gold.body);
  return cases;
}

}  // namespace pullquote::tests

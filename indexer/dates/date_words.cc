// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads the lexicon of date words once.
#include "indexer/dates/date_words.h"

#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/decoding/lexicon_lines.h"
#include "lexicon/pullquote_indexer.h"

namespace pullquote {
namespace {

constexpr std::array<std::pair<std::string_view, DateWordKind>, 10> kKinds{{
    {"month", DateWordKind::Month},
    {"weekday", DateWordKind::Weekday},
    {"half", DateWordKind::Half},
    {"half-first", DateWordKind::HalfFirst},
    {"zone", DateWordKind::Zone},
    {"us", DateWordKind::UsZone},
    {"unit", DateWordKind::Unit},
    {"hour", DateWordKind::Hour},
    {"filler", DateWordKind::Filler},
    {"label", DateWordKind::Label},
}};

using Words = std::unordered_map<std::string_view, std::vector<DateWord>>;

std::optional<DateWordKind> kind_from(std::string_view name) {
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

Words read_words() {
  Words words;
  for_each_lexicon_row(lexicon::date_words, [&](std::span<const std::string_view> columns) {
    if (columns.size() < 3) return;
    const std::optional<DateWordKind> kind = kind_from(columns[0]);
    if (!kind) return;
    std::int16_t value = 0;
    std::from_chars(columns[1].data(), columns[1].data() + columns[1].size(), value);
    for_each_piece(columns[2], ' ', [&](std::string_view word) {
      std::vector<DateWord>& readings = words[word];
      for (const DateWord& known : readings) {
        if (known.kind == *kind) return;  // written alike in two languages
      }
      readings.push_back({*kind, value});
    });
  });
  return words;
}

}  // namespace

std::span<const DateWord> find_date_word(std::string_view word) {
  static const Words kWords = read_words();
  const auto found = kWords.find(word);
  if (found == kWords.end()) return {};
  return found->second;
}

}  // namespace pullquote

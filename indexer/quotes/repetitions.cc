// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/repetitions.h"

#include <algorithm>
#include <vector>

#include "indexer/quotes/characters.h"
#include "indexer/quotes/lexicon.h"
#include "schema/analysis/string_hash.h"

namespace pullquote::quotes {
namespace {

constexpr std::size_t kRunWords = 4;

/// A hash of each word, letters and digits only.
std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    CodePoint c = code_point_at(text, at);
    while (at < text.size() && (is_letter(c.value) || is_digit(c.value))) {
      at += c.length;
      c = code_point_at(text, at);
    }
    if (at == start) {
      at += c.length;
      continue;
    }
    char buffer[kMaxFoldedBytes];
    words.push_back(hash_of(fold_word(text.substr(start, at - start), buffer)));
  }
  return words;
}

std::vector<std::uint64_t> runs_of(std::string_view text) {
  return hashes_of_shingles(words_of(text), kRunWords);
}

}  // namespace

Repetitions::Repetitions(std::string_view body, std::span<const BlockQuote> block_quotes) {
  std::size_t at = 0;
  const auto add = [&](std::size_t end) {
    if (end <= at) return;
    const auto runs = runs_of(body.substr(at, end - at));
    runs_.insert(runs.begin(), runs.end());
  };
  for (const BlockQuote& quote : block_quotes) {
    add(std::min<std::size_t>(quote.span.start, body.size()));
    at = std::max<std::size_t>(at, quote.span.end);
  }
  add(body.size());
}

bool Repetitions::contain(std::string_view text) const {
  const auto runs = runs_of(text);
  const auto known = static_cast<std::size_t>(std::count_if(
      runs.begin(), runs.end(), [&](std::uint64_t run) { return runs_.contains(run); }));
  return !runs.empty() && known * 10 >= runs.size() * 6;
}

}  // namespace pullquote::quotes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/repetitions.h"

#include <algorithm>
#include <vector>

#include "indexer/quotes/characters.h"
#include "indexer/quotes/lexicon.h"

namespace pullquote::quotes {
namespace {

constexpr std::size_t kRunWords = 4;
constexpr std::uint64_t kPrime = 1099511628211U;  // FNV-1a
constexpr std::uint64_t kBasis = 14695981039346656037U;

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
    std::uint64_t hash = kBasis;
    for (const char byte : fold_word(text.substr(start, at - start), buffer)) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * kPrime;
    }
    words.push_back(hash);
  }
  return words;
}

std::vector<std::uint64_t> runs_of(std::string_view text) {
  const std::vector<std::uint64_t> words = words_of(text);
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + kRunWords <= words.size(); ++i) {
    std::uint64_t run = kBasis;
    for (std::size_t k = 0; k < kRunWords; ++k) run = (run ^ words[i + k]) * kPrime;
    runs.push_back(run);
  }
  return runs;
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

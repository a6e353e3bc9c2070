// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pages/html/html_stated_body.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"

namespace pullquote::html {
namespace {

constexpr std::uint32_t kLeastWords = 50;  // of an articleBody that says something
constexpr std::size_t kRun = 4;
constexpr float kLeastFound = 0.5f;  // share of articleBody that must be on the page

/// Hashes of the words of a text, ASCII punctuation aside.
std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> words;
  constexpr std::uint64_t kStart = 14695981039346656037ull;
  std::uint64_t hash = kStart;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
      hash = (hash ^ static_cast<unsigned char>(ascii_lower(c))) * 1099511628211ull;
    } else if (hash != kStart) {
      words.push_back(hash);
      hash = kStart;
    }
  }
  return words;
}

/// Hashes of all runs of kRun words; of the whole where it is shorter.
std::vector<std::uint64_t> run_hashes(std::string_view text) {
  const std::vector<std::uint64_t> words = word_hashes(text);
  std::vector<std::uint64_t> runs;
  if (words.empty()) return runs;
  const std::size_t n = std::min(kRun, words.size());
  for (std::size_t i = 0; i + n <= words.size(); ++i) {
    runs.push_back(std::accumulate(words.begin() + static_cast<std::ptrdiff_t>(i),
                                   words.begin() + static_cast<std::ptrdiff_t>(i + n),
                                   std::uint64_t{n}, [](std::uint64_t h, std::uint64_t w) {
                                     return (h ^ w) * 0x9E3779B97F4A7C15ull + (h >> 29);
                                   }));
  }
  return runs;
}

}  // namespace

std::vector<float> attest(const std::vector<TextBlock>& blocks, std::string_view article_body) {
  if (count_words(article_body) < kLeastWords) return {};
  std::vector<std::uint64_t> known = run_hashes(article_body);
  std::sort(known.begin(), known.end());
  std::vector<float> shares;
  std::size_t found_runs = 0;
  for (const TextBlock& block : blocks) {
    const std::vector<std::uint64_t> runs = run_hashes(block.text);
    const auto found = std::count_if(runs.begin(), runs.end(), [&](std::uint64_t run) {
      return std::binary_search(known.begin(), known.end(), run);
    });
    shares.push_back(runs.empty() ? 0.0f
                                  : static_cast<float>(found) / static_cast<float>(runs.size()));
    found_runs += static_cast<std::size_t>(found);
  }
  if (static_cast<float>(found_runs) < kLeastFound * static_cast<float>(known.size())) return {};
  return shares;
}

}  // namespace pullquote::html

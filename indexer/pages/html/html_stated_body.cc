// SPDX-License-Identifier: GPL-3.0-or-later
/// Containment of shingles (Broder 1997), as sorted 64-bit hashes that are searched by bisection.
/// Case and ASCII punctuation are folded, because metadata and page differ in quotation marks and
/// spaces. A block shorter than four words is one shingle of all its words, which no shingle of the
/// metadata equals, so short blocks are never attested.
#include "indexer/pages/html/html_stated_body.h"

#include <algorithm>
#include <cstdint>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"
#include "schema/analysis/string_hash.h"

namespace pullquote::html {
namespace {

constexpr std::uint32_t kLeastWords = 50;  // of an articleBody that says something
constexpr std::size_t kRun = 4;            // words of a shingle
constexpr float kLeastFound = 0.5f;  // share of articleBody's shingles that must be on the page

/// Hashes of the words of a text, ASCII punctuation aside.
std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
      word.push_back(ascii_lower(c));
    } else if (!word.empty()) {
      words.push_back(hash_of(word));
      word.clear();
    }
  }
  return words;
}

/// Hashes of the shingles of a text; of all its words where it is shorter than one.
std::vector<std::uint64_t> run_hashes(std::string_view text) {
  const std::vector<std::uint64_t> words = word_hashes(text);
  if (words.empty()) return {};
  return hashes_of_shingles(words, std::min(kRun, words.size()));
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

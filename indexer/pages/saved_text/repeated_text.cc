// SPDX-License-Identifier: GPL-3.0-or-later
/// Hashes of runs of four words, letters and digits in lower case.
#include "indexer/pages/saved_text/repeated_text.h"

#include <unicode/uchar.h>

#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kLongText = 60;       ///< words: shorter ones may be said twice on purpose
constexpr std::size_t kMostRuns = 200'000;  // as many words as a long book's
constexpr std::size_t kRun = 4;
constexpr std::uint64_t kPrime = 1099511628211u;  // FNV-1a
constexpr std::uint64_t kBasis = 14695981039346656037u;

std::vector<std::uint64_t> runs_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::uint64_t word = kBasis;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    if (u_isalnum(c)) {
      word = (word ^ static_cast<std::uint64_t>(u_tolower(c))) * kPrime;
    } else if (word != kBasis) {
      words.push_back(word);
      word = kBasis;
    }
  }
  if (word != kBasis) words.push_back(word);
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::uint64_t run = kBasis;
    for (std::size_t k = 0; k < kRun; ++k) run = (run ^ words[i + k]) * kPrime;
    runs.push_back(run);
  }
  return runs;
}

}  // namespace

bool SaidBefore::repeats(std::string_view text, std::size_t words) {
  const std::vector<std::uint64_t> runs = runs_of(text);
  if (words >= kLongText && !runs.empty()) {
    std::size_t known = 0;
    for (const std::uint64_t run : runs) known += runs_.count(run);
    if (known * 10 >= runs.size() * 8) return true;
  }
  if (runs_.size() < kMostRuns) runs_.insert(runs.begin(), runs.end());
  return false;
}

}  // namespace pullquote

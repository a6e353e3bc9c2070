// SPDX-License-Identifier: GPL-3.0-or-later
/// Containment of shingles, after Broder, "On the resemblance and containment of documents" (1997),
/// with all shingles kept since a page is small. Words are folded to letters and digits in lower
/// case, so that another layout or other punctuation doesn't hide a copy. Shingles are compared by
/// 64-bit hashes; at 200,000 of them a collision is unlikely, and one shingle decides nothing.
#include "indexer/pages/saved_text/repeated_text.h"

#include <unicode/uchar.h>

#include "schema/analysis/string_hash.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kLongText = 60;       ///< words; a shorter text may be said twice on purpose
constexpr std::size_t kMostRuns = 200'000;  ///< shingles; as many as a long book has words
constexpr std::size_t kRun = 4;             ///< words of a shingle

/// Hashes of the shingles of a text, in order; none for fewer than four words.
std::vector<std::uint64_t> runs_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(hash_of(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    if (u_isalnum(c)) {
      append_code_point(word, u_tolower(c));
    } else {
      end_word();
    }
  }
  end_word();
  return hashes_of_shingles(words, kRun);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/string_hash.h"

// Only the header is used: nothing is linked. Inlined into callers, its branches for long inputs
// make the compiler warn of reads behind short ones, which it cannot tell apart.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace pullquote {

std::uint64_t hash_of(std::string_view text) noexcept {
  return XXH3_64bits(text.data(), text.size());
}

std::uint64_t hash_of(std::span<const std::uint64_t> numbers) noexcept {
  return XXH3_64bits(numbers.data(), numbers.size_bytes());
}

std::vector<std::uint64_t> hashes_of_shingles(std::span<const std::uint64_t> words,
                                              std::size_t size) {
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    shingles.push_back(hash_of(words.subspan(i, size)));
  }
  return shingles;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Detection of text that a page has a second time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace pullquote {

/// Remembers the shingles (four words in a row) of the lines of one page. Pages hold whole articles
/// a second time, in metadata that a program saving them took for text.
///
/// Memory: 8 bytes a shingle and the hash set's overhead, for some 200,000 shingles at most; lines
/// beyond that are compared but not remembered. One thread at a time.
class SaidBefore {
 public:
  /// True when `text` is long (60 words) and at least eight tenths of its shingles were in earlier
  /// lines, in whatever order. Otherwise remembers the shingles of `text`. `words` is the number of
  /// words as PageLine counts them. Linear.
  bool repeats(std::string_view text, std::size_t words);

 private:
  std::unordered_set<std::uint64_t> runs_;
};

}  // namespace pullquote

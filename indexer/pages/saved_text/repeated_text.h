// SPDX-License-Identifier: GPL-3.0-or-later
/// Text that a page says again in one piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace pullquote {

/// Remembers runs of four words. Pages hold whole articles a second time, in metadata that a
/// program saving them took for text. Remembers some 200,000 words at most.
class SaidBefore {
 public:
  /// True when at least `words` make a long text whose runs were nearly all there before, in
  /// whatever lines. Remembers the text otherwise.
  bool repeats(std::string_view text, std::size_t words);

 private:
  std::unordered_set<std::uint64_t> runs_;
};

}  // namespace pullquote

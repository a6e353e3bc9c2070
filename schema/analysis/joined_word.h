// SPDX-License-Identifier: GPL-3.0-or-later
/// Two words written as one, to be looked up in a list of words: without allocating, as every two
/// words in a row may be.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <string_view>

namespace pullquote {

/// @tparam Longest  bytes of both words, at most.
template <std::size_t Longest>
class JoinedWord {
 public:
  JoinedWord(std::string_view first, std::string_view second)
      : size_(first.size() + second.size()) {
    assert(size_ <= Longest);
    first.copy(bytes_.data(), first.size());
    second.copy(bytes_.data() + first.size(), second.size());
  }

  /// Lives as long as this.
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::size_t size_;
  std::array<char, Longest> bytes_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Eight bytes of a text at once: how many of them are letters and digits of ASCII, and what these
/// are in lower case. A loop over the bytes of a word ends in a branch that the processor guesses
/// wrong about once a word; this has none.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "schema/analysis/word_bytes.h"

namespace pullquote {

class EightBytes final {
 public:
  /// Of `text` from `at` on, at most its end; what would stand behind its end is NUL.
  EightBytes(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.size() >= 8) {
      bytes_ = load8(rest.data());
    } else {
      std::memcpy(&bytes_, rest.data(), rest.size());
    }
  }

  /// How many letters and digits of ASCII stand in front of the first other byte, 0 to 8.
  std::size_t word_bytes() const {
    // A sum sets the highest bit of each byte that is not below the limit: none carries.
    const std::uint64_t low = bytes_ & ~kHighest;
    const std::uint64_t lower = low | kSpaces;
    const auto from = [](std::uint64_t bytes, char limit) {
      return bytes + kEach * static_cast<unsigned>(0x80 - limit);
    };
    const std::uint64_t letters = from(lower, 'a') & ~from(lower, 'z' + 1);
    const std::uint64_t digits = from(low, '0') & ~from(low, '9' + 1);
    const std::uint64_t others = ~((letters | digits) & ~bytes_) & kHighest;
    return static_cast<std::size_t>(std::countr_zero(others)) / 8;
  }

  /// Writes all eight, of which the first word_bytes() are then in lower case.
  void copy_folded(char* to) const {
    const std::uint64_t folded = bytes_ | kSpaces;
    std::memcpy(to, &folded, 8);
  }

 private:
  static constexpr std::uint64_t kEach = 0x0101010101010101ULL;
  static constexpr std::uint64_t kHighest = kEach * 0x80;
  static constexpr std::uint64_t kSpaces = kEach * 0x20;  ///< the bit that tells "a" from "A"

  std::uint64_t bytes_ = 0;
};

}  // namespace pullquote

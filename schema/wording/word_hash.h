// SPDX-License-Identifier: GPL-3.0-or-later
/// The hash of a folded word that its key is made of (FNV-1a, 64 bits folded to 32), byte by byte,
/// so that it can be computed while the word is read.
#pragma once

#include <cstdint>
#include <string_view>

namespace pullquote {

class WordHash final {
 public:
  constexpr void add(char byte) {
    state_ = (state_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  }

  constexpr std::uint32_t value() const {
    const std::uint64_t mixed = (state_ ^ (state_ >> 32)) * 0xD6E8FEB86659FD93ULL;
    return static_cast<std::uint32_t>(mixed >> 32);
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

constexpr std::uint32_t word_hash(std::string_view folded) {
  WordHash hash;
  for (const char byte : folded) hash.add(byte);
  return hash.value();
}

}  // namespace pullquote

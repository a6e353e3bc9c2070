// SPDX-License-Identifier: GPL-3.0-or-later
/// The hash of the tables that terms are looked up in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "schema/analysis/word_bytes.h"

namespace pullquote::glass {

/// Multiplies and folds eight bytes at a time; the multiplier is the 64-bit golden ratio. Loads
/// overlap instead of being cut, since a copy of so many bytes as there are is a call.
inline std::uint64_t hash_of_term(std::string_view term) {
  constexpr std::uint64_t kMultiplier = 0x9e3779b97f4a7c15;
  const char* const bytes = term.data();
  const std::size_t size = term.size();
  std::uint64_t hash = size * kMultiplier;
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 29;
  };
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) mix(load8(bytes + at));
    mix(load8(bytes + size - 8));
  } else if (size >= 4) {
    mix(load4(bytes) | load4(bytes + size - 4) << 32);
  } else {
    for (const char byte : term) mix(static_cast<unsigned char>(byte));
  }
  return hash;
}

}  // namespace pullquote::glass

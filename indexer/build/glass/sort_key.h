// SPDX-License-Identifier: GPL-3.0-or-later
/// Terms compared by numbers first.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pullquote::glass {

/// The first eight bytes as a big-endian number: compares as the bytes do. Shorter terms are filled
/// up with zeros, so under equal keys the whole terms still need comparing.
inline std::uint64_t sort_key_of(std::string_view term) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    key = key << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
  }
  return key;
}

}  // namespace pullquote::glass

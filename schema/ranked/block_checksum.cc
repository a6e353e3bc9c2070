// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/block_checksum.h"

#include <cstring>

namespace pullquote {
namespace {

using Row [[gnu::vector_size(16)]] = std::uint32_t;

/// Rows that are summed side by side, so that no addition waits for the one before.
constexpr std::size_t kRows = 4;
constexpr std::size_t kStride = kRows * sizeof(Row);

/// Even, so that 1 + kStep * k is odd for every k.
constexpr std::uint32_t kStep = 0x9E3779B8u;
/// Odd and different; from the digits of pi.
constexpr Row kWeights[kRows] = {{0x243F6A89u, 0x85A308D3u, 0x13198A2Fu, 0x03707345u},
                                 {0xA4093823u, 0x299F31D1u, 0x082EFA99u, 0xEC4E6C89u},
                                 {0x452821E7u, 0x38D01377u, 0xBE5466CFu, 0x34E90C6Du},
                                 {0xC0AC29B7u, 0xC97C50DDu, 0x3F84D5B5u, 0xB5470917u}};

struct Sums {
  Row sum[kRows] = {};
  Row sum_of_sums[kRows] = {};  ///< the k-th stride from the end counts k times

  void add(const char* from) {
    for (std::size_t i = 0; i < kRows; ++i) {
      Row row;
      std::memcpy(&row, from + i * sizeof row, sizeof row);
      sum[i] += row;
      sum_of_sums[i] += sum[i];
    }
  }
};

}  // namespace

std::uint32_t block_checksum(std::string_view bytes) {
  Sums sums;
  std::size_t at = 0;
  for (; bytes.size() - at >= kStride; at += kStride) sums.add(bytes.data() + at);
  if (at < bytes.size()) {
    char last[kStride] = {};
    std::memcpy(last, bytes.data() + at, bytes.size() - at);
    sums.add(last);
  }
  Row total{};
  for (std::size_t i = 0; i < kRows; ++i) {
    total += (sums.sum[i] + sums.sum_of_sums[i] * kStep) * kWeights[i];
  }
  return total[0] + total[1] + total[2] + total[3] + static_cast<std::uint32_t>(bytes.size());
}

}  // namespace pullquote

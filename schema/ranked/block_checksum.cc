// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/block_checksum.h"

#include <cstring>

namespace pullquote {
namespace {

using Row [[gnu::vector_size(16)]] = std::uint32_t;

/// Even, so that kStep * k + 1 is odd for every k.
constexpr std::uint32_t kStep = 0x9E3779B8u;
/// Odd; from the digits of pi.
constexpr Row kLaneWeights{0x243F6A89u, 0x85A308D3u, 0x13198A2Fu, 0x03707345u};

}  // namespace

std::uint32_t block_checksum(std::string_view bytes) {
  Row sum{};
  Row sum_of_sums{};  // the k-th row from the end counts k times
  const auto add = [&](const char* from, std::size_t size) {
    Row row{};
    std::memcpy(&row, from, size);
    sum += row;
    sum_of_sums += sum;
  };
  std::size_t at = 0;
  for (; bytes.size() - at >= sizeof(Row); at += sizeof(Row)) add(bytes.data() + at, sizeof(Row));
  if (at < bytes.size()) add(bytes.data() + at, bytes.size() - at);
  const Row weighted = (sum + sum_of_sums * kStep) * kLaneWeights;
  return weighted[0] + weighted[1] + weighted[2] + weighted[3] +
         static_cast<std::uint32_t>(bytes.size());
}

}  // namespace pullquote

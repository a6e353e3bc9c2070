// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/block_checksum.h"

#include <cstddef>
#include <cstring>

/// Compiles a function twice; the better one is chosen when the program starts. Not with clang,
/// which before version 18 gives such a function no name that other files find; not with
/// sanitizers, which are not ready when the choice is made; not with C libraries that cannot make
/// it (musl).
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PULLQUOTE_BEST_OF_THIS_PROCESSOR [[gnu::target_clones("avx2", "default")]]
#else
#define PULLQUOTE_BEST_OF_THIS_PROCESSOR
#endif

namespace pullquote {
namespace {

/// Twice what every x86-64 has in a register: the compiler makes two of it where it must.
using Row [[gnu::vector_size(32)]] = std::uint32_t;

/// Rows that are summed side by side, so that no addition waits for the one before.
constexpr std::size_t kRows = 2;
constexpr std::size_t kStride = kRows * sizeof(Row);

/// Even, so that 1 + kStep * k is odd for every k.
constexpr std::uint32_t kStep = 0x9E3779B8u;
/// Odd and different; from the digits of pi.
constexpr Row kWeights[kRows] = {{0x243F6A89u, 0x85A308D3u, 0x13198A2Fu, 0x03707345u, 0xA4093823u,
                                  0x299F31D1u, 0x082EFA99u, 0xEC4E6C89u},
                                 {0x452821E7u, 0x38D01377u, 0xBE5466CFu, 0x34E90C6Du, 0xC0AC29B7u,
                                  0xC97C50DDu, 0x3F84D5B5u, 0xB5470917u}};

struct Sums {
  Row sum[kRows] = {};
  Row sum_of_sums[kRows] = {};  ///< the k-th stride from the end counts k times

  [[gnu::always_inline]] void add(const char* from) {
    for (std::size_t i = 0; i < kRows; ++i) {
      Row row;
      std::memcpy(&row, from + i * sizeof row, sizeof row);
      sum[i] += row;
      sum_of_sums[i] += sum[i];
    }
  }
};

}  // namespace

PULLQUOTE_BEST_OF_THIS_PROCESSOR
std::uint32_t block_checksum(std::string_view bytes) {
  Sums sums;
  std::size_t at = 0;
  for (; bytes.size() - at >= kStride; at += kStride) sums.add(bytes.data() + at);
  if (const std::size_t left = bytes.size() - at; left != 0) {
    char last[2 * kStride] = {};
    if (at == 0) {
      std::memcpy(last + kStride - left, bytes.data(), left);
    } else {
      // More than is needed, but two moves instead of a loop.
      std::memcpy(last, bytes.data() + bytes.size() - kStride, kStride);
    }
    sums.add(last + kStride - left);
  }
  Row total{};
  for (std::size_t i = 0; i < kRows; ++i) {
    total += (sums.sum[i] + sums.sum_of_sums[i] * kStep) * kWeights[i];
  }
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < sizeof total / sizeof all; ++i) all += total[i];
  return all + static_cast<std::uint32_t>(bytes.size());
}

}  // namespace pullquote

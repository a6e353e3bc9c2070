// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/patched_packing.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace pullquote {

namespace {

constexpr unsigned kMostBits = 32;
constexpr std::uint8_t kHasExceptions = 0x80;
constexpr unsigned kMostHighBits = 8;
/// An exception takes two bytes, and time to add, which counts like two more.
constexpr std::size_t kExceptionCost = 4;
constexpr std::uint32_t kMostLowest = 255;

/// The bits of the low parts that cost least.
unsigned cheapest_width(std::span<const std::uint32_t> values, std::uint32_t lowest) {
  std::array<std::size_t, kMostBits + 1> of_width{};
  for (const std::uint32_t value : values) {
    ++of_width[static_cast<unsigned>(std::bit_width(value - lowest))];
  }
  unsigned widest = kMostBits;
  while (widest > 0 && of_width[widest] == 0) --widest;
  unsigned best = widest;
  std::size_t least_cost = packed_bytes(values.size(), widest);
  std::size_t exceptions = 0;
  for (unsigned low = widest; low-- > 0 && widest - low <= kMostHighBits;) {
    exceptions += of_width[low + 1];
    const std::size_t cost = packed_bytes(values.size(), low) + 1 + kExceptionCost * exceptions;
    if (cost >= least_cost) continue;
    least_cost = cost;
    best = low;
  }
  return best;
}

}  // namespace

PatchedHead append_patched(std::span<const std::uint32_t> values, std::string& out) {
  assert(!values.empty() && values.size() <= kBlockSize);
  const std::uint32_t lowest =
      std::min(*std::min_element(values.begin(), values.end()), kMostLowest);
  const unsigned low = cheapest_width(values, lowest);
  std::array<std::uint32_t, kBlockSize> low_parts;
  std::string places;
  std::string high_parts;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::uint64_t value = values[i] - lowest;
    const std::uint64_t high = value >> low;
    low_parts[i] = static_cast<std::uint32_t>(value - (high << low));
    if (high == 0) continue;
    places.push_back(static_cast<char>(i));
    high_parts.push_back(static_cast<char>(high));
  }
  const std::size_t begin = out.size();
  out.resize(begin + packed_bytes(values.size(), low));
  auto* const to = reinterpret_cast<unsigned char*>(out.data()) + begin;
  if (values.size() == kBlockSize) {
    pack_block(low_parts.data(), low, to);
  } else {
    pack_run({low_parts.data(), values.size()}, low, to);
  }
  PatchedHead head{static_cast<std::uint8_t>(low), static_cast<std::uint8_t>(lowest)};
  if (places.empty()) return head;
  out.push_back(static_cast<char>(places.size()));
  out += places;
  out += high_parts;
  head.width |= kHasExceptions;
  return head;
}

namespace {

bool add_exceptions(std::string_view& bytes, unsigned low, std::span<std::uint32_t> values) {
  if (bytes.empty()) return false;
  const std::size_t count = static_cast<unsigned char>(bytes.front());
  if (low == kMostBits || bytes.size() < 1 + 2 * count) return false;
  const auto* const places = reinterpret_cast<const unsigned char*>(bytes.data()) + 1;
  const unsigned char* const high_parts = places + count;
  for (std::size_t i = 0; i < count; ++i) {
    if (places[i] >= values.size()) return false;
    values[places[i]] += std::uint32_t{high_parts[i]} << low;
  }
  bytes.remove_prefix(1 + 2 * count);
  return true;
}

}  // namespace

bool take_patched(std::string_view& bytes, PatchedHead head, std::span<std::uint32_t> values) {
  const unsigned low = head.width & ~unsigned{kHasExceptions};
  if (low > kMostBits || packed_bytes(values.size(), low) > bytes.size()) return false;
  const auto* const packed = reinterpret_cast<const unsigned char*>(bytes.data());
  if (values.size() == kBlockSize) {
    unpack_block(packed, low, values.data());
    for (std::size_t i = 0; i < kBlockSize; ++i) values[i] += head.lowest;
  } else {
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = packed_at(packed, low, i) + head.lowest;
    }
  }
  bytes.remove_prefix(packed_bytes(values.size(), low));
  return (head.width & kHasExceptions) == 0 || add_exceptions(bytes, low, values);
}

}  // namespace pullquote

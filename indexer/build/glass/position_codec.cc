// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/position_codec.h"

#include <bit>
#include <cassert>

#include "indexer/build/glass/encoding.h"

namespace pullquote::glass {
namespace {

class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}
  ~BitWriter() {
    if (bit_count_ > 0) out_.push_back(static_cast<char>(bits_));
  }
  BitWriter(const BitWriter&) = delete;
  BitWriter& operator=(const BitWriter&) = delete;

  /// Codes `value` in [0, range): the values in the middle take one bit less where the range is no
  /// power of two.
  void encode(std::uint32_t value, std::uint32_t range) {
    int bits = range > 1 ? 32 - std::countl_zero(range - 1) : 0;
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - range);
    if (spare != 0) {
      const std::uint32_t middle = (range - spare) / 2;
      if (value >= middle + spare) {
        value = (value - (middle + spare)) | (std::uint32_t{1} << (bits - 1));
      } else if (value >= middle) {
        --bits;
      }
    }
    put(value, bits);
  }

  /// Codes everything strictly between positions[low] and positions[high].
  void encode_between(std::span<const std::uint32_t> positions, std::size_t low, std::size_t high) {
    while (low + 1 < high) {
      const std::size_t middle = low + (high - low) / 2;
      const auto below = static_cast<std::uint32_t>(middle - low);
      const auto inside = static_cast<std::uint32_t>(high - low - 1);
      const std::uint32_t range = positions[high] - positions[low] - inside;
      encode(positions[middle] - positions[low] - below, range);
      encode_between(positions, low, middle);
      low = middle;
    }
  }

 private:
  void put(std::uint32_t value, int bits) {
    bits_ |= static_cast<std::uint64_t>(value) << bit_count_;
    bit_count_ += bits;
    while (bit_count_ >= 8) {
      out_.push_back(static_cast<char>(bits_));
      bits_ >>= 8;
      bit_count_ -= 8;
    }
  }

  std::string& out_;
  std::uint64_t bits_ = 0;
  int bit_count_ = 0;
};

/// Reads what BitWriter wrote.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::uint32_t decode(std::uint32_t range) {
    const int bits = range > 1 ? 32 - std::countl_zero(range - 1) : 0;
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - range);
    if (spare == 0) return take(bits);
    // The values in the middle have one bit less; of the others it is the top one.
    const std::uint32_t middle = (range - spare) / 2;
    const std::uint32_t value = take(bits - 1);
    if (value >= middle) return value;
    return take(1) != 0 ? value + middle + spare : value;
  }

  void decode_between(std::vector<std::uint32_t>& positions, std::size_t low, std::size_t high) {
    while (low + 1 < high) {
      const std::size_t middle = low + (high - low) / 2;
      const auto below = static_cast<std::uint32_t>(middle - low);
      const auto inside = static_cast<std::uint32_t>(high - low - 1);
      const std::uint32_t range = positions[high] - positions[low] - inside;
      positions[middle] = decode(range) + positions[low] + below;
      decode_between(positions, low, middle);
      low = middle;
    }
  }

 private:
  std::uint32_t take(int bits) {
    while (bit_count_ < bits && at_ != end_) {
      bits_ |= std::uint64_t{static_cast<unsigned char>(*at_++)} << bit_count_;
      bit_count_ += 8;
    }
    const auto value = static_cast<std::uint32_t>(bits_ & ((std::uint64_t{1} << bits) - 1));
    bits_ >>= bits;
    bit_count_ -= bits;
    return value;
  }

  const char* at_;
  const char* end_;
  std::uint64_t bits_ = 0;
  int bit_count_ = 0;
};

}  // namespace

void read_positions(std::string_view code, std::vector<std::uint32_t>& positions) {
  const char* from = code.data();
  const auto last = static_cast<std::uint32_t>(read_uint(from));
  const auto head = static_cast<std::size_t>(from - code.data());
  if (head == code.size()) {
    positions.assign(1, last);
    return;
  }
  BitReader reader(code.substr(head));
  const std::uint32_t first = reader.decode(last);
  positions.resize(reader.decode(last - first) + std::size_t{2});
  positions.front() = first;
  positions.back() = last;
  reader.decode_between(positions, 0, positions.size() - 1);
}

void append_positions(std::span<const std::uint32_t> positions, std::string& out) {
  assert(!positions.empty());
  const std::uint32_t first = positions.front();
  const std::uint32_t last = positions.back();
  append_uint(out, last);
  if (positions.size() == 1) return;
  BitWriter writer(out);
  writer.encode(first, last);
  writer.encode(static_cast<std::uint32_t>(positions.size() - 2), last - first);
  writer.encode_between(positions, 0, positions.size() - 1);
}

}  // namespace pullquote::glass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/position_packing.h"

#include <algorithm>
#include <array>

namespace pullquote {

namespace {

constexpr unsigned kMostBits = 32;
constexpr unsigned kSchemeShift = 6;

struct Scheme {
  unsigned code_bits;
  unsigned step;
};
/// Of all codes of 1 to 3 bits and steps of 1 to 4 bits these take the fewest bytes together
/// (docs/design/0013-ranked-coding.md).
constexpr std::array<Scheme, 4> kSchemes{{{0, 0}, {1, 3}, {2, 1}, {2, 2}}};

unsigned width_of_code(unsigned widest, const Scheme& scheme, unsigned code) {
  return widest > code * scheme.step ? widest - code * scheme.step : 1;
}

/// The narrowest that holds gaps of so many bits.
unsigned code_of(unsigned bits, unsigned widest, const Scheme& scheme) {
  unsigned code = (1u << scheme.code_bits) - 1;
  while (width_of_code(widest, scheme, code) < bits) --code;
  return code;
}

/// What a byte of codes takes off the widths of its articles.
template <Scheme S>
constexpr auto narrowings_by_byte() {
  std::array<std::array<std::uint8_t, 8 / S.code_bits>, 256> table{};
  for (unsigned byte = 0; byte < table.size(); ++byte) {
    for (unsigned i = 0; i < table[byte].size(); ++i) {
      const unsigned code = byte >> (i * S.code_bits) & ((1u << S.code_bits) - 1);
      table[byte][i] = static_cast<std::uint8_t>(code * S.step);
    }
  }
  return table;
}

/// Takes off the widths, which are those of the widest article, what the codes say. Written so that
/// the compiler makes vectors of the loop over the articles.
template <Scheme S>
void narrow(std::span<const unsigned char> codes, std::uint8_t* widths) {
  static constexpr auto kNarrowings = narrowings_by_byte<S>();
  std::array<std::uint8_t, kBlockSize> less{};
  std::uint8_t* at = less.data();
  for (const unsigned char byte : codes) {
    std::copy(kNarrowings[byte].begin(), kNarrowings[byte].end(), at);
    at += kNarrowings[byte].size();
  }
  for (std::size_t i = 0; i < kBlockSize; ++i) {
    widths[i] = widths[i] > less[i] ? static_cast<std::uint8_t>(widths[i] - less[i]) : 1;
  }
}

/// Appends numbers of any widths, one after the other, lowest bit first.
class BitAppender {
 public:
  explicit BitAppender(std::string& out) : out_(out) {}
  void add(std::uint32_t value, unsigned bits) {
    pending_ |= std::uint64_t{value} << pending_bits_;
    pending_bits_ += bits;
    for (; pending_bits_ >= 8; pending_bits_ -= 8, pending_ >>= 8) {
      out_.push_back(static_cast<char>(pending_));
    }
  }
  /// Fills the last byte with zeros.
  void end_byte() {
    if (pending_bits_ > 0) out_.push_back(static_cast<char>(pending_));
    pending_ = 0;
    pending_bits_ = 0;
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned pending_bits_ = 0;
};

}  // namespace

PositionWidth append_positions(std::span<const std::uint32_t> counts,
                               std::span<const std::uint32_t> gaps, std::string& out) {
  std::array<std::uint8_t, kBlockSize> bits;            // by article
  std::array<std::uint64_t, kMostBits + 1> of_width{};  // gaps by the bits of their article
  unsigned widest = 1;
  std::size_t at = 0;
  for (std::size_t i = 0; i < counts.size(); at += counts[i], ++i) {
    bits[i] = static_cast<std::uint8_t>(bits_needed(gaps.subspan(at, counts[i])));
    of_width[bits[i]] += counts[i];
    widest = std::max<unsigned>(widest, bits[i]);
  }

  unsigned best = 0;
  std::uint64_t best_bits = UINT64_MAX;
  for (unsigned i = 0; i < kSchemes.size(); ++i) {
    std::uint64_t total = kSchemes[i].code_bits * counts.size();
    for (unsigned width = 0; width <= widest; ++width) {
      total +=
          of_width[width] * width_of_code(widest, kSchemes[i], code_of(width, widest, kSchemes[i]));
    }
    if (total >= best_bits) continue;
    best_bits = total;
    best = i;
  }

  const Scheme& scheme = kSchemes[best];
  BitAppender appender(out);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    appender.add(code_of(bits[i], widest, scheme), scheme.code_bits);
  }
  appender.end_byte();
  const std::uint32_t* gap = gaps.data();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const unsigned width = width_of_code(widest, scheme, code_of(bits[i], widest, scheme));
    for (const std::uint32_t* const end = gap + counts[i]; gap != end; ++gap) {
      appender.add(*gap, width);
    }
  }
  appender.end_byte();
  return static_cast<PositionWidth>(widest | best << kSchemeShift);
}

bool PackedPositions::enter(std::string_view bytes, PositionWidth width, std::uint32_t articles) {
  const unsigned widest = width & ((1u << kSchemeShift) - 1);
  const unsigned scheme = width >> kSchemeShift;
  const std::size_t code_bytes = packed_bytes(articles, kSchemes[scheme].code_bits);
  if (widest == 0 || widest > kMostBits || code_bytes > bytes.size()) return false;
  gaps_ = bytes.substr(code_bytes);
  bit_ = 0;
  article_ = 0;
  widths_.assign(kBlockSize, static_cast<std::uint8_t>(widest));
  const auto* const codes = reinterpret_cast<const unsigned char*>(bytes.data());
  switch (scheme) {
    case 1:
      narrow<kSchemes[1]>({codes, code_bytes}, widths_.data());
      break;
    case 2:
      narrow<kSchemes[2]>({codes, code_bytes}, widths_.data());
      break;
    case 3:
      narrow<kSchemes[3]>({codes, code_bytes}, widths_.data());
      break;
    default:
      break;
  }
  return true;
}

std::uint64_t PackedPositions::bits_between(std::span<const std::uint32_t> counts,
                                            std::uint32_t begin, std::uint32_t end) const {
  std::uint64_t bits = 0;
  for (std::uint32_t i = begin; i < end; ++i) bits += std::uint64_t{counts[i]} * widths_[i];
  return bits;
}

bool PackedPositions::read(std::span<const std::uint32_t> counts, std::uint32_t article,
                           std::span<std::uint32_t> gaps) {
  bit_ += bits_between(counts, article_, article);
  article_ = article;
  const unsigned width = widths_[article];
  if (bit_ + std::uint64_t{width} * gaps.size() > gaps_.size() * 8) return false;
  const auto* const packed = reinterpret_cast<const unsigned char*>(gaps_.data());
  std::uint64_t bit = bit_;
  for (std::uint32_t& gap : gaps) {
    gap = bits_at(packed, bit, width);
    bit += width;
  }
  return true;
}

}  // namespace pullquote

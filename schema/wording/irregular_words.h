// SPDX-License-Identifier: GPL-3.0-or-later
/// Tells at once that a word is like most: it carries content, has one spelling, and is no
/// compound. Bits by hash, in front of the tables and rules that know all others.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pullquote {

/// Immutable, so thread-safe.
class IrregularWords final {
 public:
  static const IrregularWords& instance();

  /// False: neither a plain word, nor one with spelling variants, nor a known compound. True says
  /// nothing: about one regular word in ten is taken for an irregular one.
  /// @param hash  word_hash(folded).
  bool may_contain(std::string_view folded, std::uint32_t hash) const {
    return words_[hash % kWordBits] || folded.size() < kEnding || endings_[ending_of(folded)];
  }

 private:
  static constexpr std::size_t kWordBits = std::size_t{1} << 18;
  static constexpr std::size_t kEnding = 3;  ///< bytes at the end that the rule's endings have

  /// The last three bytes, five bits each: lower-case letters of ASCII collide with none but other
  /// scripts.
  static std::size_t ending_of(std::string_view folded) {
    std::size_t ending = 0;
    for (const char byte : folded.substr(folded.size() - kEnding)) {
      ending = ending << 5 | (static_cast<unsigned char>(byte) & 31U);
    }
    return ending;
  }

  IrregularWords();

  std::bitset<kWordBits> words_;
  std::bitset<std::size_t{1} << (5 * kEnding)> endings_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Tells at once of nearly every word that it has one spelling and is no compound, and whether it
/// carries content. Bits and slots by hash, in front of the tables and rules that know all others.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// Immutable, so thread-safe.
class IrregularWords final {
 public:
  static const IrregularWords& instance();

  /// False: the word has no spelling variants, is no known compound and no lone letter, and
  /// is_plain() tells whether it carries content. True says nothing: about one such word in fifty
  /// is taken for an irregular one.
  /// @param hash  word_hash(folded).
  bool may_contain(std::string_view folded, std::uint32_t hash) const {
    if (words_[hash % kWordBits] || folded.size() < 2) return true;
    return folded.size() >= kEnding && last_bytes_[ending_of(folded)] && has_varying_ending(folded);
  }

  /// Whether a word that is not irregular says nothing by itself. Neighbours in a text differ in
  /// this without a rule, so that it is better computed with than branched upon.
  bool is_plain(std::uint32_t hash) const { return plain_[hash % kPlainSlots] == hash; }

 private:
  static constexpr std::size_t kWordBits = std::size_t{1} << 18;
  static constexpr std::size_t kPlainSlots = std::size_t{1} << 13;
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

  void add_plain_words();
  void add_endings();
  bool has_varying_ending(std::string_view folded) const;

  std::bitset<kWordBits> words_;
  std::array<std::uint32_t, kPlainSlots> plain_;  ///< hashes, each in its slot or not at all
  std::bitset<std::size_t{1} << (5 * kEnding)> last_bytes_;  ///< of the endings below
  std::array<std::vector<std::string>, 32> endings_;         ///< by the last five bits
};

}  // namespace pullquote

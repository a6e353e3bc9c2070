// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/compounds.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/pullquote_schema.h"
#include "pullquote/analyzer.h"
#include "schema/analysis/designations.h"
#include "schema/analysis/inflections.h"
#include "schema/analysis/joined_word.h"
#include "schema/analysis/lexicon_rows.h"
#include "schema/analysis/text_arena.h"
#include "schema/analysis/varying_words.h"
#include "schema/analysis/word_table.h"

namespace pullquote {
namespace {

/// No compound is longer; pieces that are need not be looked up.
constexpr std::size_t kLongestCompound = 40;

/// Tells of most two words that they are no compound, by bits by hash, few enough to stay near the
/// processor: every two words in a row are asked about.
class CompoundBits {
 public:
  void add(std::string_view first, std::string_view second) {
    beginnings_.set(beginning(first));
    seams_.set(seam(first, second));
  }
  bool may_have(std::string_view first, std::string_view second) const {
    return beginnings_[beginning(first)] && seams_[seam(first, second)];
  }

 private:
  static constexpr unsigned kBits = 16;

  static std::uint32_t byte(std::string_view word, std::size_t at) {
    return at < word.size() ? std::uint32_t{static_cast<unsigned char>(word[at])} : 0;
  }
  static std::size_t bit_of(std::uint32_t bytes) { return bytes * 0x9E3779B9U >> (32 - kBits); }
  /// Of the first word's first and last bytes and its length.
  static std::size_t beginning(std::string_view first) {
    return bit_of(byte(first, 0) << 24 | byte(first, 1) << 16 | byte(first, first.size() - 1) << 8 |
                  static_cast<std::uint32_t>(first.size() & 0xFF));
  }
  /// Of the two bytes on either side of the seam.
  static std::size_t seam(std::string_view first, std::string_view second) {
    return bit_of(byte(first, first.size() - 2) << 24 | byte(first, first.size() - 1) << 16 |
                  byte(second, 0) << 8 | byte(second, 1));
  }

  std::bitset<std::size_t{1} << kBits> beginnings_;
  std::bitset<std::size_t{1} << kBits> seams_;
};

class CompoundTable {
 public:
  CompoundTable() {
    for_each_row(lexicon::compounds, [this](const std::vector<std::string_view>& row) {
      if (row.size() != 3) return;
      for (const std::string& second : inflections(row[1], row[2])) add(row[0], second);
    });
  }

  /// The joined form and the length of its first part; nullptr when there is none.
  const WordTable<std::size_t>::Entry* find(std::string_view joined) const {
    return splits_.find(joined);
  }

  /// False: the two words are no compound.
  bool may_have(std::string_view first, std::string_view second) const {
    return bits_.may_have(first, second);
  }

  void for_each(const VisitWord& visit) const {
    for (const auto& entry : splits_.entries()) visit(entry.word);
  }

 private:
  void add(std::string_view first, std::string_view second) {
    std::string joined(first);
    joined += second;
    if (splits_.find(joined) == nullptr) splits_.add(texts_.store(joined), first.size());
    bits_.add(first, second);
  }

  TextArena texts_;                ///< of joined forms
  WordTable<std::size_t> splits_;  ///< lengths of first parts
  CompoundBits bits_;
};

const CompoundTable& compounds() {
  static const CompoundTable table;
  return table;
}

}  // namespace

void for_each_compound(const VisitWord& visit) {
  compounds().for_each(visit);
}

std::string_view find_compound(std::string_view first, std::string_view second) {
  if (first.size() + second.size() > kLongestCompound) return {};
  if (!compounds().may_have(first, second)) return {};
  const auto* entry = compounds().find(JoinedWord<kLongestCompound>(first, second).view());
  if (entry == nullptr || entry->value != first.size()) return {};
  return entry->word;
}

std::vector<std::string> compound_parts(std::string_view term) {
  if (const std::size_t number = number_in_designation(term)) {
    if (!may_stand_apart(term.substr(0, number))) return {};
    return {std::string(term.substr(0, number)), std::string(term.substr(number))};
  }
  if (term.size() > kLongestCompound) return {};
  const auto* entry = compounds().find(term);
  if (entry == nullptr) return {};
  return {std::string(entry->word.substr(0, entry->value)),
          std::string(entry->word.substr(entry->value))};
}

std::string joined_compound(std::string_view first, std::string_view second) {
  if (make_designation(first, second)) {
    if (!may_stand_apart(first)) return {};
    return std::string(first).append(second);
  }
  return std::string(find_compound(first, second));
}

}  // namespace pullquote

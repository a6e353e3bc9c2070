// SPDX-License-Identifier: GPL-3.0-or-later
/// The words that very many articles of a collection have.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pullquote {

/// Numbered from 0 in byte order. Immutable and thread-safe. Movable, not copyable: the numbers
/// are found by views of the words.
class FrequentWords final {
 public:
  /// More words than this would make too many pairs to keep count of.
  static constexpr std::size_t kMost = 512;

  /// Docids of the articles that tell which words are frequent: at most 1,024, spread evenly.
  static std::vector<std::uint32_t> sample(std::uint32_t articles);

  FrequentWords() = default;
  /// @param articles_with  how many of `articles` have each word. A word is frequent that at least
  /// one in kShare has; of too many the most frequent ones are taken.
  FrequentWords(const std::map<std::string, std::uint32_t>& articles_with, std::uint32_t articles);
  FrequentWords(const FrequentWords&) = delete;
  FrequentWords& operator=(const FrequentWords&) = delete;
  FrequentWords(FrequentWords&&) = default;
  FrequentWords& operator=(FrequentWords&&) = default;

  std::optional<std::uint16_t> number_of(std::string_view word) const;
  const std::string& word(std::size_t number) const { return words_[number]; }
  std::size_t size() const { return words_.size(); }
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::vector<std::string> words_;
  std::unordered_map<std::string_view, std::uint16_t> numbers_;  ///< views into words_
};

}  // namespace pullquote

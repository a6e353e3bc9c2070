// SPDX-License-Identifier: GPL-3.0-or-later
/// How a text's vocabulary is distributed and grows: Zipf's and Heaps' laws, fitted.
///
/// Zipf: the word of rank r has a frequency in proportion to r^-s. Heaps: n words of text hold
/// K n^beta distinct ones. Both are least squares over logarithms (Baeza-Yates & Ribeiro-Neto,
/// "Modern Information Retrieval", 2011, section 6.5); Zipf between ranks 10 and 10,000, Heaps from
/// 10,000 words of text on, at points a factor of 1.25 apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pullquote::bench {

/// A word without the marks around it, in lower case (ASCII); what counts as one word here.
std::string core_of(std::string_view written);

/// Counts the words of a text in their order. One thread at a time.
class VocabularyFit {
 public:
  void add(std::string_view written);

  std::uint64_t words() const { return words_; }
  std::uint64_t distinct() const { return frequencies_.size(); }
  /// How often a core was seen.
  std::uint32_t frequency(const std::string& core) const;

  double zipf_exponent() const;
  double heaps_exponent() const;  ///< beta
  /// "1000000 words, 41234 distinct, Zipf s 1.05, Heaps K 20.1 beta 0.55"
  std::string summary() const;

 private:
  struct Line {
    double slope;
    double intercept;
  };
  static Line fit(const std::vector<std::pair<double, double>>& points);
  Line heaps() const;

  std::unordered_map<std::string, std::uint32_t> frequencies_;
  std::uint64_t words_ = 0;
  std::uint64_t next_point_ = 10'000;
  std::vector<std::pair<double, double>> growth_;  ///< logarithms of words, of distinct words
};

}  // namespace pullquote::bench

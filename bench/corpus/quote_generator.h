// SPDX-License-Identifier: GPL-3.0-or-later
/// Generated quotations whose families are known: printings of one quotation with edits, cuts,
/// spellings and insertions at stated rates, among quotations that share nothing but the language,
/// and stock phrases
/// ("no comment") that many people say and that are no family.
///
/// The same seed gives the same quotations everywhere: only std::mt19937_64 is used, none of the
/// standard library's distributions.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace pullquote::bench {

/// Of each printing but the first of its family; several may befall one.
struct PrintingRates {
  double word_replaced = 0.02;  ///< of each word
  double word_inserted = 0.01;  ///< before each word
  double word_dropped = 0.01;   ///< of each word
  double cut = 0.30;            ///< only a run of it is printed: 40 % to 90 %, 7 words at least
  double other_cut = 0.05;      ///< it begins later and goes on longer than the first one
  double ellipsis = 0.08;       ///< some words in the middle give way to "..."
  double bracket = 0.08;        ///< "[the ministry]" is inserted
  double spelling = 0.30;       ///< its words with two spellings get the other one
  double glyphs = 0.30;         ///< curly apostrophes, a capital first word, another full stop
};

struct GeneratedQuote {
  std::string text;
  std::uint64_t family = 0;  ///< the truth; stock phrases have one each
  std::string speaker;
  std::int64_t published = 0;
};

class QuoteGenerator {
 public:
  explicit QuoteGenerator(std::uint64_t seed, PrintingRates rates = {});

  /// The printings of one more quotation: 60 % have one, the rest 2 to 40, within some days. One in
  /// thirty is a stock phrase.
  std::vector<GeneratedQuote> next_family();

 private:
  double chance() { return static_cast<double>(random_() >> 11) * 0x1.0p-53; }
  std::size_t below(std::size_t bound) {
    return static_cast<std::size_t>(chance() * static_cast<double>(bound));
  }
  bool happens(double rate) { return chance() < rate; }

  const std::string& word();
  std::vector<std::string> sentence(std::size_t words);
  std::size_t printings();
  std::vector<std::string> cut(const std::vector<std::string>& whole);
  std::string printed(std::vector<std::string> words);
  void respell(std::vector<std::string>& words) const;
  std::string name();

  std::mt19937_64 random_;
  PrintingRates rates_;
  std::vector<std::string> content_;
  std::vector<double> cumulative_;  ///< of a Zipf distribution over `content_`
  std::uint64_t families_ = 0;
};

}  // namespace pullquote::bench

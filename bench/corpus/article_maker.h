// SPDX-License-Identifier: GPL-3.0-or-later
/// Synthetic articles that have a real collection's statistics and none of its sentences.
///
/// A walk over the sample's words: usually on to the next word, often first to another place where
/// the present word stands, and after a few words in a row always. So pairs of words are as
/// frequent as in the sample and longer runs are not copied. Where the sample has a word that it
/// uses once or twice, an invented one stands instead, drawn from the tail of Zipf's law beyond the
/// sample's vocabulary with the exponent that follows from Heaps' law (s = 1 / beta); so the
/// vocabulary goes on growing as the sample's does, without end. Some articles are an earlier one
/// in another outlet, lightly edited, and some quotations are taken up by several, as in real news.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "bench/corpus/sample_text.h"

namespace pullquote::bench {

struct MadeArticle {
  std::string id, source, headline, body, published;
};

/// The same sequence for the same sample, seed and mean length. One thread at a time.
class ArticleMaker {
 public:
  /// @param mean_bytes  of the bodies; 0: as long as the sample's
  ArticleMaker(const SampleText& sample, std::uint64_t seed, double mean_bytes);

  MadeArticle next();

 private:
  struct Quotation {
    std::string text, speaker;
  };

  std::size_t below(std::size_t limit);
  bool chance(double probability);
  std::string invented_word(bool capital);
  std::string person();
  void step();
  void append_word(std::string& out);
  std::string sentence();
  void append_quotation(std::string& body);
  std::string make_body();
  std::string make_headline();
  MadeArticle edited_copy(const MadeArticle& original);
  void date_and_name(MadeArticle& article);

  const SampleText& sample_;
  std::mt19937_64 random_;
  const double length_scale_;
  const double tail_exponent_;
  std::uint64_t made_ = 0;
  std::uint32_t place_ = 0;            ///< in the sample's text
  unsigned run_ = 0;                   ///< words since the last jump
  std::vector<std::string> persons_;   ///< known to all outlets
  std::vector<std::string> speakers_;  ///< of the article being made
  std::vector<Quotation> recent_quotations_;
  std::vector<MadeArticle> recent_;
};

}  // namespace pullquote::bench

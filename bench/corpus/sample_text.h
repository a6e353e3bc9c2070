// SPDX-License-Identifier: GPL-3.0-or-later
/// A real collection as one long sequence of words, to walk about in.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "bench/corpus/vocabulary_fit.h"

namespace pullquote::bench {

using WordNumber = std::uint32_t;

struct SampleWord {
  std::string written;  ///< with the marks around it, but no double quotation marks
  bool ends_sentence = false;
  bool is_rare = false;     ///< seen once or twice: where the vocabulary grows
  bool is_capital = false;  ///< begins with A to Z
};

/// Immutable once read.
class SampleText {
 public:
  /// Reads all articles of the inputs. @throws Error, std::runtime_error without enough text
  explicit SampleText(const std::vector<std::string>& inputs);

  const SampleWord& word(WordNumber number) const { return words_[number]; }
  std::span<const WordNumber> text() const { return text_; }
  /// Where in text() the word stands, rising.
  std::span<const std::uint32_t> places_of(WordNumber word) const {
    return std::span(places_).subspan(places_begin_[word],
                                      places_begin_[word + 1] - places_begin_[word]);
  }
  std::span<const std::uint32_t> sentence_starts() const { return sentence_starts_; }
  std::span<const std::uint32_t> body_words() const { return body_words_; }  ///< an article each
  double bytes_per_word() const { return bytes_per_word_; }
  double headline_words() const { return headline_words_; }  ///< mean
  double quotes_per_sentence() const { return quotes_per_sentence_; }
  const VocabularyFit& fit() const { return fit_; }

 private:
  void find_places();

  std::vector<SampleWord> words_;
  std::vector<WordNumber> text_;
  std::vector<std::uint32_t> places_begin_;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint32_t> sentence_starts_;
  std::vector<std::uint32_t> body_words_;
  double bytes_per_word_ = 0;
  double headline_words_ = 0;
  double quotes_per_sentence_ = 0;
  VocabularyFit fit_;
};

}  // namespace pullquote::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/corpus/sample_text.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

#include "pullquote/article_reader.h"
#include "pullquote/quote_extractor.h"

namespace pullquote::bench {
namespace {

constexpr std::uint32_t kShortestBody = 20;  ///< words; less is a note, not an article

std::string without_quotation_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("\u201c") || rest.starts_with("\u201d")) {
      at += 3;
    } else if (rest.starts_with('"')) {
      at += 1;
    } else if (rest.starts_with("''") || rest.starts_with("``")) {
      at += 2;
    } else {
      out += text[at++];
    }
  }
  return out;
}

/// Calls `visit` with each run of bytes between white space.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n\t\r", at), text.size());
    if (end > at) visit(text.substr(at, end - at));
    at = end + 1;
  }
}

bool ends_sentence(std::string_view word) {
  const char last = word.back();
  const bool stop = last == '.' || last == '!' || last == '?';
  // "Mr.", "U.N." and numbers are short or hold a capital or a digit before the stop.
  return stop && word.size() > 3 && word[word.size() - 2] >= 'a' && word[word.size() - 2] <= 'z';
}

/// Calls `visit` with each article that can be read, its quotes found.
template <class Visit>
void for_each_article(const std::vector<std::string>& inputs, Visit visit) {
  const ReaderOptions options;
  RecordSource source(inputs, options);
  RecordParser parser(options);
  QuoteExtractor extractor;
  while (auto record = source.next()) {
    const auto* raw = std::get_if<RawRecord>(&*record);
    if (raw == nullptr) continue;
    parser.parse(*raw, [&](ReadOutcome&& outcome) {
      auto* parsed = std::get_if<ParsedArticle>(&outcome);
      if (parsed == nullptr) return;
      Article& article = parsed->article;
      extractor.extract_into(article);
      visit(article);
    });
  }
}

}  // namespace

SampleText::SampleText(const std::vector<std::string>& inputs) {
  std::unordered_map<std::string, WordNumber> numbers;
  std::uint64_t articles = 0, headline_words = 0, quotes = 0, bytes = 0;
  for_each_article(inputs, [&](const Article& article) {
    std::uint32_t count = 0;
    bool starts = true;
    for_each_word(without_quotation_marks(article.body), [&](std::string_view written) {
      const auto [found, is_new] =
          numbers.try_emplace(std::string(written), static_cast<WordNumber>(words_.size()));
      if (is_new) {
        const bool capital = written.front() >= 'A' && written.front() <= 'Z';
        words_.push_back({std::string(written), ends_sentence(written), false, capital});
      }
      if (starts) sentence_starts_.push_back(static_cast<std::uint32_t>(text_.size()));
      starts = words_[found->second].ends_sentence;
      text_.push_back(found->second);
      fit_.add(written);
      bytes += written.size() + 1;
      ++count;
    });
    if (count >= kShortestBody) body_words_.push_back(count);
    for_each_word(article.headline, [&](std::string_view) { ++headline_words; });
    quotes += article.quotes.size();
    ++articles;
  });
  if (text_.size() < 100'000 || body_words_.empty()) {
    throw std::runtime_error("the sample has too little text to fit anything");
  }
  bytes_per_word_ = static_cast<double>(bytes) / static_cast<double>(text_.size());
  headline_words_ = static_cast<double>(headline_words) / static_cast<double>(articles);
  quotes_per_sentence_ = static_cast<double>(quotes) / static_cast<double>(sentence_starts_.size());
  for (SampleWord& word : words_) {
    const std::uint32_t frequency = fit_.frequency(core_of(word.written));
    word.is_rare = frequency == 1 || frequency == 2;
  }
  find_places();
}

/// Counting sort of the places by word.
void SampleText::find_places() {
  places_begin_.assign(words_.size() + 2, 0);
  for (const WordNumber word : text_) ++places_begin_[word + 2];
  for (std::size_t i = 2; i < places_begin_.size(); ++i) places_begin_[i] += places_begin_[i - 1];
  places_.resize(text_.size());
  for (std::uint32_t place = 0; place < text_.size(); ++place) {
    places_[places_begin_[text_[place] + 1]++] = place;
  }
  places_begin_.pop_back();
}

}  // namespace pullquote::bench

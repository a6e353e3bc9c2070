// SPDX-License-Identifier: GPL-3.0-or-later
/// Articles and queries made by a seeded generator, for tests against brute force.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "pullquote/article.h"

namespace pullquote::testing {

/// The same numbers on every machine: the distributions of the standard library may differ.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  /// 0 to `below` - 1.
  std::size_t roll(std::size_t below) { return engine_() % below; }
  bool chance(double probability) {
    return static_cast<double>(engine_()) < probability * 4294967296.0;
  }
  /// Small numbers far more often than large ones: rank r about as 1 / (r + 1).
  std::size_t zipf(std::size_t below) {
    const double u = static_cast<double>(engine_()) / 4294967296.0;
    const auto rank = std::exp(u * std::log(static_cast<double>(below) + 1)) - 1;
    return std::min(static_cast<std::size_t>(rank), below - 1);
  }

 private:
  std::mt19937 engine_;
};

/// The n-th word of a made-up language: "bab", "beb", ...; the first ones are used most.
inline std::string made_up_word(std::size_t n) {
  static constexpr std::string_view kConsonants = "bdfgklmnprtvz";
  static constexpr std::string_view kVowels = "aeiou";
  std::string word;
  for (int syllable = 0; syllable < 2 || n > 0; ++syllable) {
    word += kConsonants[n % kConsonants.size()];
    n /= kConsonants.size();
    word += kVowels[n % kVowels.size()];
    n /= kVowels.size();
  }
  return word;
}

struct CollectionShape {
  std::size_t articles = 400;
  std::size_t vocabulary = 150;
  std::size_t longest_body = 60;  ///< words
};

class ArticleGenerator {
 public:
  ArticleGenerator(std::uint32_t seed, CollectionShape shape) : dice_(seed), shape_(shape) {}

  std::vector<Article> generate() {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < shape_.articles; ++i) articles.push_back(article(i));
    return articles;
  }

  std::string word() { return made_up_word(dice_.zipf(shape_.vocabulary)); }
  Dice& dice() { return dice_; }

 private:
  Article article(std::size_t number) {
    Article article;
    article.id = "article-" + std::to_string(number);
    article.headline = words(dice_.roll(8));
    if (dice_.chance(0.3)) article.standfirst = words(1 + dice_.roll(10));
    const std::size_t length = dice_.roll(shape_.longest_body);
    while (article.body.size() < length * 5) {
      if (!article.body.empty()) article.body += dice_.chance(0.2) ? "\n\n" : " ";
      if (dice_.chance(0.3)) {
        add_quote(article);
      } else {
        article.body += words(1 + dice_.roll(12));
      }
    }
    if (dice_.chance(0.1)) article.captions.push_back(words(1 + dice_.roll(6)));
    if (dice_.chance(0.9)) {
      // Few distinct days, so that there are ties.
      article.published =
          Timestamp{1'400'000'000 + 86400 * static_cast<std::int64_t>(dice_.roll(60)),
                    TimePrecision::Second, std::nullopt};
    }
    article.source = dice_.chance(0.5) ? "first" : "second";
    article.language = "xx";
    return article;
  }

  void add_quote(Article& article) {
    Quote quote;
    quote.text = words(1 + dice_.roll(8));
    quote.speaker = quote.speaker_resolved = made_up_word(dice_.roll(5));
    article.body += '"';
    quote.span.start = static_cast<std::uint32_t>(article.body.size());
    article.body += quote.text;
    quote.span.end = static_cast<std::uint32_t>(article.body.size());
    article.body += '"';
    article.quotes.push_back(std::move(quote));
  }

  std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      text += word();
    }
    return text;
  }

  Dice dice_;
  CollectionShape shape_;
};

}  // namespace pullquote::testing

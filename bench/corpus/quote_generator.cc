// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/corpus/quote_generator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace pullquote::bench {
namespace {

constexpr std::size_t kContentWords = 20'000;

/// About every second word of a sentence.
constexpr std::array<std::string_view, 48> kFunctionWords{
    "the",  "of",   "to",   "and",  "a",  "in",  "is",    "that",  "we",   "it",     "for",  "are",
    "this", "have", "with", "be",   "on", "not", "our",   "they",  "you",  "was",    "i",    "will",
    "as",   "has",  "but",  "from", "at", "all", "there", "their", "what", "so",     "by",   "an",
    "who",  "can",  "been", "more", "if", "do",  "or",    "about", "very", "people", "them", "no"};

/// Words with two spellings, British first.
constexpr std::array<std::array<std::string_view, 2>, 12> kSpellings{
    {{"finalise", "finalize"},
     {"organise", "organize"},
     {"defence", "defense"},
     {"labour", "labor"},
     {"programme", "program"},
     {"centre", "center"},
     {"realise", "realize"},
     {"favour", "favor"},
     {"travelling", "traveling"},
     {"analyse", "analyze"},
     {"honour", "honor"},
     {"recognised", "recognized"}}};

constexpr std::array<std::string_view, 16> kStock{"no comment",
                                                  "we are ready",
                                                  "thank you very much",
                                                  "this is a very important day for us",
                                                  "we will not give up",
                                                  "it was a good game",
                                                  "yes",
                                                  "I am very happy",
                                                  "we don't know yet",
                                                  "enough is enough",
                                                  "we have to work together",
                                                  "time will tell",
                                                  "it is what it is",
                                                  "we are looking into it",
                                                  "this is not the end",
                                                  "I have nothing to say about that"};

constexpr std::int64_t kFirstDay = 1'420'070'400;  // 2015-01-01
constexpr std::int64_t kDay = 86'400;

std::string made_up_word(std::size_t number) {
  constexpr std::array<std::string_view, 14> kOnsets{"b", "d", "f", "gr", "k", "l", "m",
                                                     "n", "p", "r", "st", "t", "v", "z"};
  constexpr std::array<std::string_view, 5> kVowels{"a", "e", "i", "o", "u"};
  std::string word;
  for (std::size_t left = number + 70; left > 0; left /= 70) {
    word += kOnsets[left % 14];
    word += kVowels[left / 14 % 5];
  }
  return word + "n";
}

}  // namespace

QuoteGenerator::QuoteGenerator(std::uint64_t seed, PrintingRates rates)
    : random_(seed), rates_(rates) {
  double sum = 0;
  for (std::size_t i = 0; i < kContentWords; ++i) {
    const bool spelt = i % 60 == 11 && i / 60 < kSpellings.size();
    content_.push_back(spelt ? std::string(kSpellings[i / 60][0]) : made_up_word(i));
    cumulative_.push_back(sum += 1 / static_cast<double>(i + 20));
  }
  for (double& share : cumulative_) share /= sum;
}

const std::string& QuoteGenerator::word() {
  const auto at = std::lower_bound(cumulative_.begin(), cumulative_.end(), chance());
  return content_[std::min<std::size_t>(static_cast<std::size_t>(at - cumulative_.begin()),
                                        content_.size() - 1)];
}

std::vector<std::string> QuoteGenerator::sentence(std::size_t words) {
  std::vector<std::string> made;
  while (made.size() < words) {
    if (happens(0.5)) {
      // The first function words are the most frequent ones.
      const double square = chance();
      made.emplace_back(
          kFunctionWords[static_cast<std::size_t>(square * square * kFunctionWords.size())]);
    } else {
      made.push_back(word());
    }
  }
  return made;
}

std::size_t QuoteGenerator::printings() {
  if (happens(0.6)) return 1;
  std::size_t count = 2;
  while (count < 40 && happens(0.65)) ++count;
  return count;
}

std::vector<std::string> QuoteGenerator::cut(const std::vector<std::string>& whole) {
  constexpr std::size_t kLeast = 7;
  if (whole.size() <= kLeast) return whole;
  const auto share = static_cast<double>(whole.size()) * (0.4 + 0.5 * chance());
  const std::size_t size =
      std::clamp<std::size_t>(static_cast<std::size_t>(share), kLeast, whole.size());
  const std::size_t first = below(whole.size() - size + 1);
  return {whole.begin() + static_cast<std::ptrdiff_t>(first),
          whole.begin() + static_cast<std::ptrdiff_t>(first + size)};
}

void QuoteGenerator::respell(std::vector<std::string>& words) const {
  for (std::string& word : words) {
    for (const auto& [british, american] : kSpellings) {
      if (word == british) word = american;
    }
  }
}

/// A printing of `words`: what befalls each word, then the marks.
std::string QuoteGenerator::printed(std::vector<std::string> words) {
  std::vector<std::string> changed;
  for (const std::string& old : words) {
    if (happens(rates_.word_inserted)) changed.push_back(word());
    if (happens(rates_.word_dropped)) continue;
    changed.push_back(happens(rates_.word_replaced) ? word() : old);
  }
  if (happens(rates_.spelling)) respell(changed);
  if (changed.size() > 12 && happens(rates_.ellipsis)) {
    const auto first = static_cast<std::ptrdiff_t>(4 + below(changed.size() - 11));
    changed.erase(changed.begin() + first, changed.begin() + first + 3);
    changed.insert(changed.begin() + first, "...");
  }
  if (changed.size() > 4 && happens(rates_.bracket)) {
    changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(1 + below(changed.size() - 1)),
                   "[the ministry]");
  }
  std::string text;
  for (const std::string& word : changed) text += (text.empty() ? "" : " ") + word;
  if (!text.empty() && happens(rates_.glyphs)) {
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    text += happens(0.5) ? "," : ".";
  }
  return text;
}

std::string QuoteGenerator::name() {
  std::string first = content_[below(2000)];
  std::string last = content_[2000 + below(15000)];
  first[0] = static_cast<char>(first[0] - 32);
  last[0] = static_cast<char>(last[0] - 32);
  return first + " " + last;
}

std::vector<GeneratedQuote> QuoteGenerator::next_family() {
  const std::int64_t day = kFirstDay + static_cast<std::int64_t>(below(3650)) * kDay;
  if (happens(1.0 / 30)) {
    return {{std::string(kStock[below(kStock.size())]), families_++, name(), day}};
  }
  const auto length = 7 + below(10) + static_cast<std::size_t>(-9 * std::log(1 - chance()));
  // With a tail, for cuts that go on longer than the first printing.
  std::vector<std::string> speech = sentence(std::min<std::size_t>(length, 120) + length / 2);
  const std::vector<std::string> whole(
      speech.begin(),
      speech.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(length, 120)));
  const std::string speaker = name();
  std::vector<GeneratedQuote> quotes;
  const std::uint64_t family = families_++;
  for (std::size_t left = printings(); left > 0; --left) {
    std::vector<std::string> words = whole;
    if (!quotes.empty() && happens(rates_.cut)) {
      words = cut(whole);
    } else if (!quotes.empty() && whole.size() >= 20 && happens(rates_.other_cut)) {
      words.assign(speech.begin() + static_cast<std::ptrdiff_t>(length / 3), speech.end());
    }
    std::string text;
    if (quotes.empty()) {
      for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    } else {
      text = printed(std::move(words));
    }
    const std::int64_t time = day + static_cast<std::int64_t>(below(3)) * kDay;
    quotes.push_back({std::move(text), family, speaker, time});
  }
  return quotes;
}

}  // namespace pullquote::bench

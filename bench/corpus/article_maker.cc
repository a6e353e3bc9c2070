// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/corpus/article_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "schema/analysis/ascii.h"

namespace pullquote::bench {
namespace {

constexpr double kJump = 0.4;        ///< before each word
constexpr unsigned kLongestRun = 6;  ///< words of the sample in a row
constexpr double kRarerWord = 0.85;  ///< rare words that an invented one replaces
constexpr double kCopy = 0.03;       ///< articles that another outlet had already
constexpr double kTakenUp = 0.08;    ///< quotations that were in the news already
constexpr std::size_t kRecent = 512;
constexpr std::size_t kKnownPersons = 3000;
constexpr std::uint64_t kArticlesPerDay = 900;
constexpr std::int64_t kFirstDay = 1'420'070'400;  ///< 2015-01-01

constexpr std::array kOutlets{"Harbour Gazette",  "Northern Courier", "The Lantern",
                              "Capital Dispatch", "Eastfield Post",   "Morning Ledger",
                              "Coast Observer",   "The Meridian",     "Valley Tribune",
                              "Wire Service One", "City Examiner",    "The Outpost"};
constexpr std::array kSyllables{"ba",  "ko",  "mi",  "ra",  "ten", "vor", "shel", "dun",
                                "qua", "lis", "par", "gri", "mon", "tal", "fer",  "zu",
                                "han", "wex", "bro", "cal", "del", "eng", "fo",   "gar",
                                "hol", "iv",  "jas", "kel", "lum", "nor", "os",   "pet"};
constexpr std::array kEndings{"",    "son", "ski", "ton", "ez",  "ini", "berg", "ing",
                              "ova", "ley", "ed",  "ich", "ura", "s",   "er",   "aya"};
constexpr std::array kSaid{"said", "told reporters", "said in a statement", "added", "warned"};

/// A pronounceable word for each number, distinct for distinct numbers up to its ending.
std::string spelled(std::uint64_t number) {
  std::string word;
  const std::uint64_t ending = (number * 2654435761u >> 7) % kEndings.size();
  for (std::uint64_t rest = number + kSyllables.size(); rest > 0; rest /= kSyllables.size()) {
    word += kSyllables[rest % kSyllables.size()];
  }
  return word + kEndings[ending];
}

std::string capitalised(std::string word) {
  word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

std::string lower_with_hyphens(std::string text) {
  for (char& c : text) c = c == ' ' ? '-' : ascii_lower(c);
  return text;
}

}  // namespace

ArticleMaker::ArticleMaker(const SampleText& sample, std::uint64_t seed, double mean_bytes)
    : sample_(sample),
      random_(seed),
      length_scale_([&] {
        if (mean_bytes <= 0) return 1.0;
        double words = 0;
        for (const std::uint32_t count : sample.body_words()) words += count;
        const double mean = words / static_cast<double>(sample.body_words().size());
        return mean_bytes / (mean * sample.bytes_per_word());
      }()),
      tail_exponent_([&] {
        const double beta = std::clamp(sample.fit().heaps_exponent(), 0.3, 0.8);
        return beta / (1 - beta);
      }()) {
  while (persons_.size() < kKnownPersons) {
    persons_.push_back(capitalised(spelled(below(4000))) + " " +
                       capitalised(spelled(5000 + persons_.size())));
  }
}

std::size_t ArticleMaker::below(std::size_t limit) {
  return random_() % limit;
}

bool ArticleMaker::chance(double probability) {
  return static_cast<double>(random_() >> 11) * 0x1p-53 < probability;
}

/// A word of the tail: P(rank > r) falls as r^(1 - 1/beta) beyond the sample's vocabulary.
std::string ArticleMaker::invented_word(bool capital) {
  const double uniform = static_cast<double>((random_() >> 11) + 1) * 0x1p-53;
  const double rank =
      static_cast<double>(sample_.fit().distinct()) * std::pow(uniform, -tail_exponent_);
  std::string word = spelled(static_cast<std::uint64_t>(std::min(rank, 1e15)));
  return capital ? capitalised(std::move(word)) : word;
}

/// Mostly somebody well known, the better the likelier.
std::string ArticleMaker::person() {
  if (chance(0.3)) return capitalised(spelled(below(4000))) + " " + invented_word(true);
  const double uniform = static_cast<double>(random_() >> 11) * 0x1p-53;
  const double rank = std::pow(static_cast<double>(kKnownPersons), uniform);
  return persons_[static_cast<std::size_t>(rank) - 1];
}

/// Goes on to the next place.
void ArticleMaker::step() {
  if (++run_ >= kLongestRun || chance(kJump)) {
    const auto places = sample_.places_of(sample_.text()[place_]);
    if (places.size() > 1) {
      const std::uint32_t other = places[below(places.size())];
      place_ = other != place_ ? other : places[below(places.size())];
    } else {
      // A word with one place leads nowhere else, so the walk starts anew.
      place_ = sample_.sentence_starts()[below(sample_.sentence_starts().size())];
    }
    run_ = 0;
  }
  place_ = place_ + 1 < sample_.text().size() ? place_ + 1 : 0;
}

void ArticleMaker::append_word(std::string& out) {
  const SampleWord& word = sample_.word(sample_.text()[place_]);
  if (word.is_rare && chance(kRarerWord)) {
    out += invented_word(word.is_capital);
    const char last = word.written.back();
    if (last == '.' || last == ',' || last == ';') out += last;
    return;
  }
  for (const char c : word.written) {
    out += is_ascii_digit(c) && c != '0' ? static_cast<char>('1' + below(9)) : c;
  }
}

/// Ends with a stop.
std::string ArticleMaker::sentence() {
  constexpr std::size_t kLongestSentence = 60;
  std::string text;
  place_ = sample_.sentence_starts()[below(sample_.sentence_starts().size())];
  run_ = 0;
  for (std::size_t words = 0; words < kLongestSentence; ++words) {
    if (words > 0) {
      text += ' ';
      step();
    }
    append_word(text);
    if (words > 2 && sample_.word(sample_.text()[place_]).ends_sentence) break;
  }
  if (text.back() != '.') text += '.';
  return text;
}

void ArticleMaker::append_quotation(std::string& body) {
  Quotation quotation;
  if (!recent_quotations_.empty() && chance(kTakenUp)) {
    quotation = recent_quotations_[below(recent_quotations_.size())];
  } else {
    quotation.text = sentence();
    if (chance(0.4)) quotation.text += " " + sentence();
    quotation.text.back() = ',';
    quotation.speaker = speakers_[below(speakers_.size())];
    if (recent_quotations_.size() < kRecent) {
      recent_quotations_.push_back(quotation);
    } else {
      recent_quotations_[below(kRecent)] = quotation;
    }
  }
  body += "\u201c" + quotation.text + "\u201d " + quotation.speaker + " " +
          kSaid[below(kSaid.size())] + ".";
}

std::string ArticleMaker::make_body() {
  const auto lengths = sample_.body_words();
  const double wanted_words = length_scale_ * lengths[below(lengths.size())];
  const double wanted_bytes = std::max(wanted_words, 20.0) * sample_.bytes_per_word();
  speakers_.clear();
  for (std::size_t i = 0; i < 1 + below(4); ++i) speakers_.push_back(person());
  std::string body = sentence();
  while (static_cast<double>(body.size()) < wanted_bytes) {
    body += chance(0.45) ? "\n\n" : " ";
    if (chance(sample_.quotes_per_sentence())) {
      append_quotation(body);
    } else {
      body += sentence();
    }
  }
  return body;
}

std::string ArticleMaker::make_headline() {
  std::string headline = capitalised(spelled(below(kKnownPersons)));
  place_ = sample_.sentence_starts()[below(sample_.sentence_starts().size())];
  run_ = 0;
  for (double words = 1; words < sample_.headline_words(); ++words) {
    headline += ' ';
    append_word(headline);
    step();
  }
  while (headline.back() == '.' || headline.back() == ',') headline.pop_back();
  return headline;
}

/// Another outlet's version: a sentence added, one place cut.
MadeArticle ArticleMaker::edited_copy(const MadeArticle& original) {
  MadeArticle copy = original;
  if (chance(0.5)) copy.headline = make_headline();
  const std::size_t cut = copy.body.rfind("\n\n");
  if (cut != std::string::npos && cut > copy.body.size() / 2) copy.body.resize(cut);
  if (chance(0.5)) copy.body += "\n\n" + sentence();
  return copy;
}

void ArticleMaker::date_and_name(MadeArticle& article) {
  const std::uint64_t number = made_++;
  const auto seconds = static_cast<std::int64_t>(number * 86'400 / kArticlesPerDay);
  const std::chrono::sys_seconds time{std::chrono::seconds(kFirstDay + seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  article.published =
      fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  clock.hours().count(), clock.minutes().count(), clock.seconds().count());
  article.source = kOutlets[below(kOutlets.size())];
  article.id = fmt::format("https://{}.example/{}/{}", lower_with_hyphens(article.source),
                           article.published.substr(0, 10), number);
}

MadeArticle ArticleMaker::next() {
  MadeArticle article;
  if (!recent_.empty() && chance(kCopy)) {
    article = edited_copy(recent_[below(recent_.size())]);
  } else {
    article.headline = make_headline();
    article.body = make_body();
  }
  date_and_name(article);
  if (recent_.size() < kRecent) {
    recent_.push_back(article);
  } else {
    recent_[below(kRecent)] = article;
  }
  return article;
}

}  // namespace pullquote::bench

// SPDX-License-Identifier: GPL-3.0-or-later
// A build inverts pairs from the text of one article after the other. Here the same articles are
// put together again from the lists of those words that pairs can consist of: the lists are walked
// side by side through windows of docids, so that each is read once and few articles are in memory.
#include "indexer/build/ranked/derived_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/build/ranked/pair_inverter.h"
#include "indexer/build/ranked/words_in_a_row.h"
#include "indexer/build/worker_group.h"
#include "pullquote/analyzer.h"
#include "schema/analysis/varying_words.h"
#include "schema/ranked/list_cursor.h"
#include "schema/ranked/ranked_file.h"
#include "schema/ranked/term_kind.h"
#include "schema/store/layout.h"
#include "schema/terms/term_rules.h"

namespace pullquote {

namespace {

/// Articles put together at once.
constexpr std::uint32_t kWindow = 256;

/// So that ten million articles make some fifty runs.
constexpr std::size_t kRunBytes = 128 << 20;
constexpr std::size_t kMergeBytes = 16 << 20;

/// All words that a pair can consist of, in byte order.
std::set<std::string> words_of_pairs(const FrequentWords& frequent) {
  std::set<std::string> words;
  for (std::size_t i = 0; i < frequent.size(); ++i) words.insert(frequent.word(i));
  for_each_compound([&](std::string_view joined) {
    for (std::string& part : compound_parts(joined)) words.insert(std::move(part));
  });
  return words;
}

class PairDerivation {
 public:
  PairDerivation(const RankedFile& positions, const FrequentWords& frequent,
                 const std::filesystem::path& scratch)
      : scratch_(scratch), texts_(words_of_pairs(frequent)), pairs_(frequent), articles_(kWindow) {
    for (const std::string& text : texts_) {
      const auto list = positions.find(text);
      if (!list) continue;
      words_.push_back({text, frequent.number_of(text)});
      cursors_.emplace_back(*list);
    }
  }

  /// The articles from `begin` on, kWindow of them.
  void add_window(std::uint32_t begin) {
    for (std::uint32_t word = 0; word < cursors_.size(); ++word) read(word, begin);
    for (std::uint32_t i = 0; i < kWindow; ++i) add_article(begin + i, articles_[i]);
    if (pairs_.use_bytes() >= kRunBytes) write_run();
  }

  void write_run() {
    runs_.push_back(scratch_ / fmt::format("pairs-{}", runs_.size()));
    pairs_.write_run(runs_.back());
  }

  const std::vector<std::filesystem::path>& runs() const { return runs_; }

 private:
  struct Occurrence {
    std::uint32_t position;
    std::uint32_t word;
  };

  void read(std::uint32_t word, std::uint32_t begin) {
    ListCursor& cursor = cursors_[word];
    for (; cursor.docid() - begin < kWindow; cursor.next()) {
      cursor.read_positions(positions_);
      std::vector<Occurrence>& article = articles_[cursor.docid() - begin];
      for (const std::uint32_t position : positions_) article.push_back({position, word});
    }
  }

  void add_article(std::uint32_t docid, std::vector<Occurrence>& occurrences) {
    std::sort(occurrences.begin(), occurrences.end(),
              [](const auto& left, const auto& right) { return left.position < right.position; });
    for_each_in_a_row(occurrences, [&](std::uint32_t first, std::uint32_t second) {
      pairs_.add(docid, words_[first], words_[second]);
    });
    occurrences.clear();
  }

  const std::filesystem::path scratch_;
  const std::set<std::string> texts_;
  std::vector<PairWord> words_;      ///< views into texts_; those that occur
  std::vector<ListCursor> cursors_;  ///< of each word
  PairInverter pairs_;
  std::vector<std::filesystem::path> runs_;
  std::vector<std::vector<Occurrence>> articles_;  ///< of the window
  std::vector<std::uint32_t> positions_;
};

}  // namespace

FrequentWords read_frequent_words(const Xapian::Database& articles, const std::stop_token& stop) {
  const std::vector<std::uint32_t> sample = FrequentWords::sample(articles.get_doccount());
  std::vector<bool> is_sampled(articles.get_lastdocid() + std::size_t{1});
  for (const std::uint32_t docid : sample) is_sampled[docid] = true;

  std::map<std::string, std::uint32_t> articles_with;
  const auto end = articles.allterms_end();
  for (auto term = articles.allterms_begin(); term != end; ++term) {
    throw_if_stopped(stop);
    const std::string word = *term;
    if (!is_word(word) || is_cut(word)) continue;
    std::uint32_t count = 0;
    const auto last = articles.postlist_end(word);
    for (auto posting = articles.postlist_begin(word); posting != last; ++posting) {
      if (is_sampled.at(*posting)) ++count;
    }
    if (count > 0) articles_with.emplace_hint(articles_with.end(), word, count);
  }
  return {articles_with, static_cast<std::uint32_t>(sample.size())};
}

void derive_pairs(const std::filesystem::path& folder, const std::filesystem::path& scratch,
                  const FrequentWords& words, std::uint32_t doccount, ProgressMeter& meter,
                  const std::stop_token& stop) {
  const RankedFile positions(folder / kRankedPositionsName, ranked::Kind::Positions, doccount, 0);
  PairDerivation derivation(positions, words, scratch);
  for (std::uint32_t done = 0; done < doccount;) {
    throw_if_stopped(stop);
    derivation.add_window(done + 1);
    const std::uint32_t count = std::min(kWindow, doccount - done);
    done += count;
    meter.add(count, count);
  }
  derivation.write_run();
  write_pairs(folder / kRankedPairsName, words, derivation.runs(), doccount, kMergeBytes, stop);
}

}  // namespace pullquote

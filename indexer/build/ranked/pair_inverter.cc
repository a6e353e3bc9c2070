// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/pair_inverter.h"

#include <utility>

#include "indexer/build/glass/encoding.h"
#include "indexer/build/glass/run_file.h"
#include "indexer/build/ranked/ranked_writer.h"
#include "schema/analysis/compounds.h"
#include "schema/ranked/word_pair.h"

namespace pullquote {

namespace {

constexpr auto kMost = static_cast<PairNumber>(FrequentWords::kMost);

/// Says that the word is one of those that have pairs.
void add_marker(const std::string& word, RankedWriter& writer) {
  writer.begin(word);
  writer.add(1, 0, 0);
  writer.end();
}

}  // namespace

PairInverter::PairInverter(const FrequentWords& words)
    : words_(words), lists_(words.size() * std::size_t{kMost}) {}

void PairInverter::add(std::uint32_t docid, List& list) {
  if (list.last_docid == docid) return;
  glass::append_uint(list.gaps, docid - list.last_docid);
  list.last_docid = docid;
  ++list.count;
  ++list_bytes_;  // gaps of more bytes than one are rare
}

void PairInverter::add(std::uint32_t docid, const PairWord& first, const PairWord& second) {
  if (first.frequent && second.frequent) {
    add(docid, lists_[pair_number(*first.frequent, *second.frequent)]);
  } else if (!find_compound(first.text, second.text).empty()) {
    add(docid, by_term_[pair_term(first.text, second.text)]);
  }
}

void PairInverter::write_run(const std::filesystem::path& path) {
  for (PairNumber pair = 0; pair < lists_.size(); ++pair) {
    if (lists_[pair].count == 0) continue;
    by_term_.emplace(pair_term(words_.word(pair / kMost), words_.word(pair % kMost)),
                     std::exchange(lists_[pair], {}));
  }
  glass::RunWriter run(path);
  for (const auto& [term, list] : by_term_) run.add(term, list.count, 0, list.gaps);
  run.finish();
  by_term_.clear();
  list_bytes_ = 0;
}

void write_pairs(const std::filesystem::path& path, const FrequentWords& words,
                 const std::vector<std::filesystem::path>& runs, std::uint32_t doccount,
                 std::size_t buffer_bytes) {
  RankedWriter writer(path, ranked::Kind::Postings, doccount, 0);
  std::size_t marked = 0;
  const auto mark_up_to = [&](std::string_view term) {
    for (; marked < words.size() && words.word(marked) < term; ++marked) {
      add_marker(words.word(marked), writer);
    }
  };
  std::string bytes;
  glass::merge_runs(runs, buffer_bytes, [&](const std::vector<glass::RunReader*>& readers) {
    const std::string term = readers.front()->entry().term;
    mark_up_to(term);
    writer.begin(term);
    for (glass::RunReader* reader : readers) {
      reader->read_bytes(bytes);
      const char* from = bytes.data();
      std::uint32_t docid = 0;
      for (std::uint64_t i = 0; i < reader->entry().count; ++i) {
        docid += static_cast<std::uint32_t>(glass::read_uint(from));
        writer.add(docid, 0, 0);
      }
    }
    writer.end();
  });
  for (; marked < words.size(); ++marked) add_marker(words.word(marked), writer);
  writer.finish();
  for (const std::filesystem::path& run : runs) std::filesystem::remove(run);
}

}  // namespace pullquote

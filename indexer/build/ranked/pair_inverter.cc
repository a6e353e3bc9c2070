// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/pair_inverter.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>

#include "indexer/build/glass/encoding.h"
#include "indexer/build/glass/run_file.h"
#include "indexer/build/ranked/ranked_writer.h"
#include "indexer/work/worker_group.h"
#include "schema/analysis/compounds.h"
#include "schema/io/filesystem.h"
#include "schema/store/doc_id.h"

namespace pullquote {

namespace {

constexpr auto kMost = static_cast<PairNumber>(FrequentWords::kMost);

/// A book is longer than that, and repeats itself.
constexpr std::size_t kMostUsesOfArticle = std::size_t{4} * kMost * kMost;

/// Counting sort of uses by pair. Docids come in rising order and stay so. Counts begin two places
/// behind their pair: summed up they are its beginning, one place behind it, until that has moved
/// to its end.
class DocidsByPair {
 public:
  template <class Uses>
  DocidsByPair(const Uses& uses, std::size_t pairs) : begins_(pairs + 2), docids_(uses.size()) {
    for (const auto& use : uses) ++begins_[use.pair + 2];
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    // Each beginning moves to its list's end, which is the next one's beginning.
    for (const auto& use : uses) docids_[begins_[use.pair + 1]++] = use.docid;
  }

  PairNumber pair_count() const { return static_cast<PairNumber>(begins_.size() - 2); }
  /// Rising; the same may come again.
  std::span<const std::uint32_t> of(PairNumber pair) const {
    return std::span(docids_).subspan(begins_[pair], begins_[pair + 1] - begins_[pair]);
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<DocId> docids_;
};

/// @param docids  rising; each is written once.
void write_list(std::string_view term, std::span<const DocId> docids, glass::RunWriter& run) {
  std::string gaps;
  std::uint64_t count = 0;
  std::uint32_t last = 0;
  for (const DocId docid : docids) {
    if (docid == last) continue;
    glass::append_uint(gaps, docid - last);
    last = docid;
    ++count;
  }
  run.add(term, count, 0, gaps);
}

}  // namespace

void PairInverter::add(DocId docid, PairPlace place, const PairWord& first,
                       const PairWord& second) {
  if (first.frequent && second.frequent) {
    if (uses_.empty() || uses_.back().docid != docid) first_of_docid_ = uses_.size();
    uses_.push_back({pair_number(place, *first.frequent, *second.frequent), docid});
    if (uses_.size() - first_of_docid_ >= kMostUsesOfArticle) drop_repeats();
  } else if (!find_compound(first.text, second.text).empty()) {
    std::vector<DocId>& docids = compounds_[pair_term(place, first.text, second.text)];
    if (!docids.empty() && docids.back() == docid) return;
    docids.push_back(docid);
    ++compound_uses_;
  }
}

/// Of the last docid. It leaves three quarters of kMostUsesOfArticle at most: there are no more
/// pairs.
void PairInverter::drop_repeats() {
  const auto first = uses_.begin() + static_cast<std::ptrdiff_t>(first_of_docid_);
  std::sort(first, uses_.end(),
            [](const Use& left, const Use& right) { return left.pair < right.pair; });
  const auto last = std::unique(first, uses_.end(), [](const Use& left, const Use& right) {
    return left.pair == right.pair;
  });
  uses_.erase(last, uses_.end());
}

void PairInverter::write_run(const std::filesystem::path& path) {
  glass::RunWriter run(path);
  auto compound = compounds_.cbegin();
  const auto write_compounds_before = [&](const std::string* term) {
    for (; compound != compounds_.cend() && (!term || compound->first < *term); ++compound) {
      write_list(compound->first, compound->second, run);
    }
  };
  const DocidsByPair docids(uses_, kPairPlaces * kMost * kMost);
  for (PairNumber pair = 0; pair < docids.pair_count(); ++pair) {
    if (docids.of(pair).empty()) continue;
    const std::string term =
        pair_term(static_cast<PairPlace>(pair / kMost / kMost), words_.word(pair / kMost % kMost),
                  words_.word(pair % kMost));
    write_compounds_before(&term);
    write_list(term, docids.of(pair), run);
  }
  write_compounds_before(nullptr);
  run.finish();
  uses_.clear();
  compounds_.clear();
  compound_uses_ = 0;
}

void write_pairs(const std::filesystem::path& path, const FrequentWords& words,
                 const std::vector<std::filesystem::path>& runs, std::uint32_t doccount,
                 std::size_t buffer_bytes, const std::stop_token& stop) {
  RankedWriter writer(path, ranked::Kind::Pairs, doccount, 0);
  std::string large;
  glass::merge_runs(runs, buffer_bytes, [&](const std::vector<glass::RunReader*>& readers) {
    throw_if_stopped(stop);
    const std::string term = readers.front()->entry().term;
    writer.begin(term);
    for (glass::RunReader* reader : readers) {
      const char* from = reader->read_bytes(large).data();
      DocId docid = 0;
      for (std::uint64_t i = 0; i < reader->entry().count; ++i) {
        docid += static_cast<std::uint32_t>(glass::read_uint(from));
        writer.add(docid, 0, 0);
      }
    }
    writer.end();
  });
  writer.finish(words.words());
  for (const std::filesystem::path& run : runs) real_filesystem().remove_tree(run);
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/posting_lists.h"

#include <algorithm>
#include <optional>

#include "indexer/build/glass/run_file.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {
namespace {

/// Rows are fetched twice so many steps before they are looked at, what they lead to once.
constexpr std::size_t kAhead = 8;

}  // namespace

/// Each list is a piece of memory that has not been touched for a while, so the next ones are
/// fetched while this one is written.
void PostingLists::add(std::span<const DocumentTerm> terms, DocId docid) {
  dictionary_.find_or_add(terms, numbers_);
  postings_.resize(dictionary_.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i + 2 * kAhead < terms.size()) __builtin_prefetch(&postings_[numbers_[i + 2 * kAhead]], 1);
    if (i + kAhead < terms.size()) {
      const Postings& soon = postings_[numbers_[i + kAhead]];
      __builtin_prefetch(soon.postings.end(), 1);
      __builtin_prefetch(soon.positions.end(), 1);
    }
    add_posting(postings_[numbers_[i]], terms[i], docid);
  }
}

void PostingLists::add_posting(Postings& list, const DocumentTerm& term, DocId docid) {
  if (term.use == TermUse::Database) {
    list.postings.append_gap(docid, arena_);
    list.postings.append_uint(term.wdf, arena_);
    ++list.termfreq;
    list.collection_freq += term.wdf;
    wdf_upper_bound_ = std::max(wdf_upper_bound_, term.wdf);
  }
  if (term.positions.empty()) return;
  list.positions.append_gap(docid, arena_);
  list.positions.append_uint(term.positions.size(), arena_);
  std::uint32_t last = 0;
  for (const std::uint32_t position : term.positions) {
    list.positions.append_uint(position - last, arena_);
    last = position;
  }
  ++list.position_lists;
}

void PostingLists::write_runs(const std::filesystem::path& postings,
                              const std::filesystem::path& positions) const {
  RunWriter posting_run(postings);
  std::optional<RunWriter> position_run;
  if (!positions.empty()) position_run.emplace(positions);
  const std::vector<std::uint32_t> order = dictionary_.in_byte_order();
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i + 2 * kAhead < order.size()) __builtin_prefetch(&postings_[order[i + 2 * kAhead]]);
    if (i + kAhead < order.size()) {
      const Postings& soon = postings_[order[i + kAhead]];
      __builtin_prefetch(soon.postings.begin());
      __builtin_prefetch(soon.positions.begin());
    }
    const Postings& list = postings_[order[i]];
    const std::string_view term = dictionary_.name(order[i]);
    if (list.termfreq > 0) {
      posting_run.add(term, list.termfreq, list.collection_freq, list.postings);
    }
    if (list.position_lists > 0) {
      position_run->add(term, list.position_lists, 0, list.positions);
    }
  }
  posting_run.finish();
  if (position_run) position_run->finish();
}

void PostingLists::clear() {
  dictionary_.clear();
  arena_.clear();
  postings_.clear();
  wdf_upper_bound_ = 0;
}

}  // namespace pullquote::glass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/segment.h"

#include <algorithm>
#include <utility>

#include "indexer/build/glass/encoding.h"
#include "indexer/build/glass/position_codec.h"
#include "indexer/build/glass/run_file.h"
#include "indexer/build/glass/termlist_codec.h"

namespace pullquote::glass {
namespace {

/// Below this, deflate cannot pay for its own bytes (Xapian's own limit for these tables).
constexpr std::uint32_t kCompressAbove = 18;

std::filesystem::path with_suffix(const std::filesystem::path& scratch, const char* suffix) {
  return scratch.string() + suffix;
}

}  // namespace

TableOptions document_table(const DatabaseOptions& options) {
  return {options.data_compression, kCompressAbove};
}

TableOptions termlist_table(const DatabaseOptions& options) {
  return {options.termlist_compression, kCompressAbove};
}

SegmentInverter::SegmentInverter(std::filesystem::path scratch, std::uint32_t first_docid,
                                 const DatabaseOptions& options)
    : scratch_(std::move(scratch)),
      documents_(with_suffix(scratch_, ".documents"), document_table(options),
                 TableWriter::Start::LaterRun) {
  segment_.first_docid = first_docid;
  if (!options.termlists) return;
  termlists_.emplace(with_suffix(scratch_, ".termlists"), termlist_table(options),
                     TableWriter::Start::LaterRun);
}

void SegmentInverter::add(const InvertedDocument& document) {
  const auto docid =
      segment_.first_docid + static_cast<std::uint32_t>(segment_.document_lengths.size());
  add_postings(document.terms, docid);
  for (const auto& [slot, value] : document.values) segment_.values.add(slot, docid, value);

  key_.clear();
  append_sortable_uint(key_, docid);
  if (!document.data.empty()) documents_.add(key_, document.data);
  segment_.document_lengths.push_back(document_length(document.terms));
  if (termlists_) add_termlist(document, docid);
}

void SegmentInverter::add_termlist(const InvertedDocument& document, std::uint32_t docid) {
  key_.clear();
  append_sortable_uint(key_, docid);
  encode_termlist(document.terms, tag_);
  termlists_->add(key_, tag_);
  if (document.values.empty()) return;
  key_.push_back('\0');
  encode_used_slots(document.values, tag_);
  termlists_->add(key_, tag_);
}

/// Each list is a piece of memory that has not been touched for a while, so the next ones are
/// fetched while this one is written.
void SegmentInverter::add_postings(std::span<const DocumentTerm> terms, std::uint32_t docid) {
  constexpr std::size_t kAhead = 8;
  dictionary_.find_or_add(terms, numbers_);
  postings_.resize(dictionary_.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i + 2 * kAhead < terms.size()) __builtin_prefetch(&postings_[numbers_[i + 2 * kAhead]]);
    if (i + kAhead < terms.size()) {
      const Postings& soon = postings_[numbers_[i + kAhead]];
      __builtin_prefetch(soon.postings.data() + soon.postings.size(), 1);
      __builtin_prefetch(soon.positions.data() + soon.positions.size(), 1);
    }
    add_posting(postings_[numbers_[i]], terms[i], docid);
  }
}

void SegmentInverter::add_posting(Postings& list, const DocumentTerm& term, std::uint32_t docid) {
  append_uint(list.postings, docid - list.last_docid);
  append_uint(list.postings, term.wdf);
  list.last_docid = docid;
  ++list.termfreq;
  list.collection_freq += term.wdf;
  segment_.wdf_upper_bound = std::max(segment_.wdf_upper_bound, term.wdf);
  if (term.positions.empty()) return;
  tag_.clear();
  append_positions(term.positions, tag_);
  append_uint(list.positions, docid - list.last_positioned);
  append_string(list.positions, tag_);
  list.last_positioned = docid;
  ++list.position_lists;
}

void SegmentInverter::write_runs() {
  segment_.postings = with_suffix(scratch_, ".postings");
  segment_.positions = with_suffix(scratch_, ".positions");
  RunWriter postings(segment_.postings);
  RunWriter positions(segment_.positions);
  for (const std::uint32_t number : dictionary_.in_byte_order()) {
    const Postings& list = postings_[number];
    const std::string_view term = dictionary_.name(number);
    postings.add(term, list.termfreq, list.collection_freq, list.postings);
    if (list.position_lists > 0) positions.add(term, list.position_lists, 0, list.positions);
  }
  postings.finish();
  positions.finish();
}

Segment SegmentInverter::finish() {
  segment_.values.finish();
  segment_.documents = documents_.finish_run();
  if (termlists_) segment_.termlists = termlists_->finish_run();
  write_runs();
  return std::move(segment_);
}

}  // namespace pullquote::glass

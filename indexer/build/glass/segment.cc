// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/segment.h"

#include <algorithm>
#include <utility>

#include "indexer/build/glass/encoding.h"
#include "indexer/build/glass/termlist_codec.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {
namespace {

/// Below this, deflate cannot pay for its own bytes (Xapian's own limit for these tables).
constexpr std::uint32_t kCompressAbove = 18;

std::filesystem::path with_suffix(const std::filesystem::path& scratch, const char* suffix) {
  return scratch.string() + suffix;
}

}  // namespace

TableOptions document_table() {
  return {0, kCompressAbove, true};
}

TableOptions termlist_table(const DatabaseOptions& options) {
  return {options.termlist_compression, kCompressAbove, false};
}

SegmentInverter::SegmentInverter(std::filesystem::path scratch, DocId first_docid,
                                 const DatabaseOptions& options, PostingLists& lists)
    : scratch_(std::move(scratch)),
      documents_(with_suffix(scratch_, ".documents"), document_table(),
                 TableWriter::Start::LaterRun),
      lists_(lists) {
  lists_.clear();
  segment_.first_docid = first_docid;
  if (!options.termlists) return;
  termlists_.emplace(with_suffix(scratch_, ".termlists"), termlist_table(options),
                     TableWriter::Start::LaterRun);
}

void SegmentInverter::add(const InvertedDocument& document) {
  const auto docid =
      segment_.first_docid + static_cast<std::uint32_t>(segment_.document_lengths.size());
  lists_.add(document.terms, docid);
  for (const auto& [slot, value] : document.values) segment_.values.add(slot, docid, value);

  key_.clear();
  append_sortable_uint(key_, docid);
  if (!document.data.empty()) documents_.add(key_, document.data);
  segment_.document_lengths.push_back(document_length(document.terms));
  if (termlists_) add_termlist(document, docid);
}

void SegmentInverter::add_termlist(const InvertedDocument& document, DocId docid) {
  key_.clear();
  append_sortable_uint(key_, docid);
  encode_termlist(document.terms, tag_);
  termlists_->add(key_, tag_);
  if (document.values.empty()) return;
  key_.push_back('\0');
  encode_used_slots(document.values, tag_);
  termlists_->add(key_, tag_);
}

Segment SegmentInverter::finish() {
  segment_.values.finish();
  segment_.documents = documents_.finish_run();
  if (termlists_) segment_.termlists = termlists_->finish_run();
  segment_.wdf_upper_bound = lists_.wdf_upper_bound();
  segment_.postings = with_suffix(scratch_, ".postings");
  segment_.positions = with_suffix(scratch_, ".positions");
  lists_.write_runs(segment_.postings, segment_.positions);
  return std::move(segment_);
}

}  // namespace pullquote::glass

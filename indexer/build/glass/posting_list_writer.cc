// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/posting_list_writer.h"

#include <cassert>

#include "indexer/build/glass/encoding.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {
namespace {

/// Xapian closes a chunk at about this size; much larger ones make skipping slow.
constexpr std::size_t kChunkBytes = 2000;

constexpr std::string_view kDocumentLengthsKey{"\0\xe0", 2};

}  // namespace

void PostingListWriter::begin(std::string_view first_key, std::string_view later_key) {
  first_key_ = first_key;
  later_key_ = later_key;
  first_docid_ = 0;
  in_first_chunk_ = true;
  postings_.clear();
}

void PostingListWriter::begin(std::string_view term, std::uint64_t termfreq,
                              std::uint64_t collection_freq) {
  termfreq_ = termfreq;
  collection_freq_ = collection_freq;
  key_.assign(term);
  key_.push_back('\0');
  begin(term, key_);
}

void PostingListWriter::begin_document_lengths() {
  termfreq_ = 0;
  collection_freq_ = 0;
  begin(kDocumentLengthsKey, kDocumentLengthsKey);
}

void PostingListWriter::add(DocId docid, std::uint32_t wdf) {
  assert(docid > last_docid_ || first_docid_ == 0);
  if (first_docid_ != 0 && postings_.size() >= kChunkBytes) {
    write_chunk(false);
    first_docid_ = 0;
  }
  if (first_docid_ == 0) {
    first_docid_ = docid;
  } else {
    append_uint(postings_, docid - last_docid_ - 1);
  }
  append_uint(postings_, wdf);
  last_docid_ = docid;
}

void PostingListWriter::end() {
  assert(first_docid_ != 0);
  write_chunk(true);
  last_docid_ = 0;
}

void PostingListWriter::write_chunk(bool last) {
  tag_.clear();
  if (in_first_chunk_) {
    append_uint(tag_, termfreq_);
    append_uint(tag_, collection_freq_);
    append_uint(tag_, first_docid_ - 1);
    key_ = first_key_;
  } else {
    key_ = later_key_;
    append_sortable_uint(key_, first_docid_);
  }
  tag_.push_back(last ? '1' : '0');
  append_uint(tag_, last_docid_ - first_docid_);
  tag_ += postings_;
  table_.add(key_, tag_);
  postings_.clear();
  in_first_chunk_ = false;
}

}  // namespace pullquote::glass

// SPDX-License-Identifier: GPL-3.0-or-later
/// Posting lists as chunks of the postlist table.
///
/// The first chunk's key is the term, its tag starts with termfreq, collection frequency and the
/// first docid less 1; a later chunk's key is the term, a zero byte and its first docid. Then, in
/// both: '1' for the last chunk or '0', last docid less first, the first wdf, and for each more
/// posting the docid's gap less 1 and the wdf.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/build/glass/table_writer.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {

/// Writes one list at a time: begin, add in docid order, end. One thread at a time.
class PostingListWriter {
 public:
  explicit PostingListWriter(TableWriter& table) : table_(table) {}

  /// @param term             the key; analysed text holds no zero bytes
  /// @param termfreq         postings that will be added, at least one
  /// @param collection_freq  sum of their wdfs
  void begin(std::string_view term, std::uint64_t termfreq, std::uint64_t collection_freq);

  /// The list of document lengths, which counts neither. Same calls, with the length as wdf.
  void begin_document_lengths();

  void add(DocId docid, std::uint32_t wdf);
  void end();

 private:
  void begin(std::string_view first_key, std::string_view later_key);
  void write_chunk(bool last);

  TableWriter& table_;
  std::string first_key_;
  std::string later_key_;  ///< before the docid
  std::uint64_t termfreq_ = 0;
  std::uint64_t collection_freq_ = 0;
  DocId first_docid_ = 0;  ///< of the chunk; 0: the chunk is empty
  DocId last_docid_ = 0;
  bool in_first_chunk_ = true;
  std::string postings_;
  std::string key_;
  std::string tag_;
};

}  // namespace pullquote::glass

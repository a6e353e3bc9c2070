// SPDX-License-Identifier: GPL-3.0-or-later
/// Inverts a run of documents in memory and leaves it as sorted scratch files.
///
/// A segment covers consecutive docids. Its boundaries are chosen by the caller from the documents
/// alone, never by timing, so that the joined database does not depend on the number of workers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/build/glass/inverted_document.h"
#include "indexer/build/glass/posting_lists.h"
#include "indexer/build/glass/table_writer.h"
#include "indexer/build/glass/value_chunks.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {

/// What becomes of the databases' bytes, and what writing them may take.
struct DatabaseOptions {
  int termlist_compression = 1;  ///< deflate level of termlists; 0: none
  bool termlists = true;         ///< whether the database can list the terms of a document
  bool positions = true;         ///< whether it says where in a document a term stands
  std::size_t merge_buffer_bytes = std::size_t{16} << 20;  ///< for reading all runs of one database
};

/// Documents' data is stored as it comes: whoever makes it has packed it.
TableOptions document_table();
TableOptions termlist_table(const DatabaseOptions& options);

/// A finished segment. Its files are removed when it is joined.
struct Segment {
  std::filesystem::path postings;   ///< RunFile
  std::filesystem::path positions;  ///< RunFile
  LeafRun documents;
  LeafRun termlists;  ///< no file without termlists
  ValueChunks values;
  DocId first_docid = 1;
  std::vector<std::uint32_t> document_lengths;  ///< by docid from first_docid on
  std::uint32_t wdf_upper_bound = 0;
};

/// One thread at a time. Throws WriteFailed.
class SegmentInverter {
 public:
  /// @param scratch  paths of the segment's files start with it
  /// @param lists    for this segment alone until it is finished; must outlive it
  SegmentInverter(std::filesystem::path scratch, DocId first_docid, const DatabaseOptions& options,
                  PostingLists& lists);

  /// Adds the document with the next docid.
  void add(const InvertedDocument& document);

  Segment finish();

 private:
  void add_termlist(const InvertedDocument& document, DocId docid);

  std::filesystem::path scratch_;
  Segment segment_;
  TableWriter documents_;
  std::optional<TableWriter> termlists_;  ///< where they are wanted
  PostingLists& lists_;
  std::string key_;
  std::string tag_;
};

}  // namespace pullquote::glass

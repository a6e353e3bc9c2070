// SPDX-License-Identifier: GPL-3.0-or-later
/// The posting and position lists of one segment, in memory, in the encoding of its runs.
///
/// Kept by a worker from segment to segment: cleared, its memory is ready for the next.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "indexer/build/glass/arena.h"
#include "indexer/build/glass/byte_list.h"
#include "indexer/build/glass/inverted_document.h"
#include "indexer/build/glass/term_dictionary.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {

/// One thread at a time.
class PostingLists {
 public:
  /// Adds what a document has. Docids rise.
  void add(std::span<const DocumentTerm> terms, DocId docid);

  /// Writes both runs (run_file.h). Throws WriteFailed.
  /// @param positions  empty: no term has any, and there is no such run.
  void write_runs(const std::filesystem::path& postings,
                  const std::filesystem::path& positions) const;

  std::uint32_t wdf_upper_bound() const { return wdf_upper_bound_; }

  /// Forgets all, but keeps the memory.
  void clear();

 private:
  /// One line of the cache.
  struct alignas(64) Postings {
    ByteList postings;
    ByteList positions;
    std::uint64_t collection_freq = 0;
    std::uint32_t termfreq = 0;
    std::uint32_t position_lists = 0;
  };
  static_assert(sizeof(Postings) == 64);
  void add_posting(Postings& list, const DocumentTerm& term, DocId docid);

  TermDictionary dictionary_;
  Arena arena_;
  std::vector<Postings> postings_;      ///< by term number
  std::vector<std::uint32_t> numbers_;  ///< of the terms of the document being added
  std::uint32_t wdf_upper_bound_ = 0;
};

}  // namespace pullquote::glass

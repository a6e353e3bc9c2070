// SPDX-License-Identifier: GPL-3.0-or-later
/// A cache of the lists of one file, kept by one searcher.
///
/// A query asks for each of its lists several times, while it is planned and while its iterators
/// are made, and words come again in other queries. Finding a list bisects a dictionary, which
/// waits for memory in some dozen places; checking the directory of a long list takes longer still.
/// So lists are remembered as they were found and checked.
#pragma once

#include <optional>
#include <string_view>

#include "schema/analysis/string_hash.h"
#include "schema/ranked/ranked_file.h"

namespace pullquote {

/// One thread at a time.
class ListCache final {
 public:
  /// @param file  must outlive this.
  explicit ListCache(const RankedFile& file) : file_(&file) {}

  /// The list of a term; empty when the file lacks the term. Throws IndexCorrupt.
  std::optional<RankedList> find(std::string_view term);

 private:
  const RankedFile* file_;
  StringMap<std::optional<RankedList>> known_;  ///< empty: looked up before and not found
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The lists of one file as one searcher finds them.
///
/// A query asks for each of its lists several times, while it is planned and while it is opened,
/// and words come again in other queries. Finding a list bisects a dictionary, some dozen places of
/// which each has to wait for memory, and checking the directory of a long one takes longer still.
/// So lists are remembered as they were found and checked.
#pragma once

#include <optional>
#include <string_view>

#include "schema/analysis/string_hash.h"
#include "schema/ranked/ranked_file.h"

namespace pullquote {

/// One thread at a time.
class RememberedLists final {
 public:
  /// @param file  must outlive this.
  explicit RememberedLists(const RankedFile& file) : file_(&file) {}

  /// The list of a term; empty when there is none. @throws IndexCorrupt
  std::optional<RankedList> find(std::string_view term);

 private:
  const RankedFile* file_;
  StringMap<std::optional<RankedList>> known_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Statistics of a whole generation (N and df of the idf), summed over its parts, so that an
/// article weighs the same in whatever part it lies.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/lists/part_reader.h"

namespace pullquote {

/// Remembers the document frequencies that it was asked for. One thread at a time.
class CollectionStatistics {
 public:
  /// @param parts  must outlive this.
  explicit CollectionStatistics(const std::vector<std::unique_ptr<PartReader>>& parts);

  /// Documents of all parts: articles, or quotes where the parts are read as quotes.
  std::uint64_t doccount() const { return doccount_; }

  /// The document frequency of a stored term; 0 when no part has it. The frequency of an unstemmed
  /// word counts articles even where documents are quotes (see PartReader). Throws IndexCorrupt.
  std::uint64_t termfreq(const std::string& term);

 private:
  const std::vector<std::unique_ptr<PartReader>>* parts_;
  std::uint64_t doccount_ = 0;
  std::unordered_map<std::string, std::uint64_t> termfreqs_;
};

}  // namespace pullquote

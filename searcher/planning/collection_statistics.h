// SPDX-License-Identifier: GPL-3.0-or-later
/// Statistics of a whole generation: what one database of all its articles would say.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/lists/part_reader.h"

namespace pullquote {

/// One thread at a time; remembers what it was asked.
class CollectionStatistics {
 public:
  /// @param parts  must outlive this.
  explicit CollectionStatistics(const std::vector<std::unique_ptr<PartReader>>& parts);

  std::uint64_t doccount() const { return doccount_; }

  /// Articles (or quotes) with a stored term; 0 for one that is in no part. Words are counted by
  /// article (see PartReader).
  std::uint64_t termfreq(const std::string& term);

 private:
  const std::vector<std::unique_ptr<PartReader>>* parts_;
  std::uint64_t doccount_ = 0;
  std::unordered_map<std::string, std::uint64_t> termfreqs_;
};

}  // namespace pullquote

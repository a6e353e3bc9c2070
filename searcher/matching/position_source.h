// SPDX-License-Identifier: GPL-3.0-or-later
/// Where one term stands in article after article.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "searcher/matching/part_reader.h"

namespace pullquote {

/// One thread at a time.
class PositionSource {
 public:
  virtual ~PositionSource() = default;
  /// Rising, into `positions`; none where the article lacks the term. Docids must not fall.
  virtual void read(DocId docid, std::vector<std::uint32_t>& positions) = 0;
};

/// From the ranked index where there is one, else from the database.
/// @param part  must outlive the result.
std::unique_ptr<PositionSource> open_positions(const PartReader& part, const std::string& term);

}  // namespace pullquote

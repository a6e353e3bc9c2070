// SPDX-License-Identifier: GPL-3.0-or-later
/// Pass 2: spooled articles in docid order to the files of one part. The docids are cut into
/// contiguous ranges of about equal size; each worker takes the next range and inverts it into a
/// segment, and the segments are joined in order. The cut depends on the articles alone, so the
/// result does not depend on the number of workers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

#include "indexer/work/spool.h"
#include "pullquote/generation.h"
#include "pullquote/index_builder.h"
#include "pullquote/reporter.h"

namespace pullquote {

struct PartOptions {
  std::filesystem::path folder;  ///< of the part in the making; must exist
  GenerationId generation;
  RankingParameters ranking;  ///< reference lengths that are 0 are computed of these articles
  std::string default_language = "en";     ///< for articles whose language is unknown
  unsigned threads = 1;                    ///< workers, at most
  std::uint64_t memory_bytes = 256 << 20;  ///< for all workers together (MemoryBudget)
  int compression = kDefaultCompression;   ///< as BuildOptions has these two
  XapianContent xapian = XapianContent::Stems;
  std::uint64_t segment_bytes = 0;  ///< of records; 0: by the size of the collection
};

struct PartSummary {
  std::uint64_t quotes = 0;
  std::uint64_t text_bytes = 0;
  RankingParameters ranking;  ///< with reference lengths
  double indexing_seconds = 0;
  double merging_seconds = 0;
};

/// Writes all files of a part (docs/index-format.md) below the folder. `articles[i]` becomes
/// docid i + 1; there is at least one.
/// @throws WriteFailed, Interrupted
PartSummary write_part(const Spool& spool, std::span<const SpooledArticle> articles,
                       const PartOptions& options, Reporter& reporter, const std::stop_token& stop);

}  // namespace pullquote

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

#include "indexer/build/spool.h"
#include "pullquote/generation.h"
#include "pullquote/reporter.h"

namespace pullquote {

/// Keys of the databases' user metadata: the schema fingerprint and the generation's id.
inline constexpr const char* kSchemaKey = "pullquote.schema";
inline constexpr const char* kGenerationKey = "pullquote.generation";

struct PartOptions {
  std::filesystem::path folder;  ///< of the generation in the making; must exist
  GenerationId generation;
  RankingParameters ranking;               ///< without reference lengths: those are computed
  std::string default_language = "en";     ///< for articles whose language is unknown
  unsigned threads = 1;                    ///< workers, at most
  std::uint64_t memory_bytes = 256 << 20;  ///< for all workers together (MemoryBudget)
  int compression = 3;                     ///< as BuildOptions has these four
  bool termlists = false;
  bool stored_text = true;
  bool lean = false;
  std::uint64_t segment_bytes = 0;  ///< of records; 0: by the size of the collection
};

struct PartSummary {
  GenerationPart part;
  std::uint64_t text_bytes = 0;
  RankingParameters ranking;  ///< with reference lengths
  double indexing_seconds = 0;
  double merging_seconds = 0;
};

/// Writes articles/, quotes/ (if there is any quote) and columns below the folder. `articles[i]`
/// becomes docid i + 1; there is at least one.
/// @throws WriteFailed, Interrupted
PartSummary write_part(const Spool& spool, std::span<const SpooledArticle> articles,
                       const PartOptions& options, Reporter& reporter, const std::stop_token& stop);

}  // namespace pullquote

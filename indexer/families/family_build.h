// SPDX-License-Identifier: GPL-3.0-or-later
/// Quote families of a whole generation, from the spool to the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>

#include "indexer/families/quote_collection.h"
#include "indexer/work/spool.h"
#include "pullquote/reporter.h"
#include "schema/store/families.h"

namespace pullquote {

struct FamilyBuildOptions {
  std::filesystem::path folder;  ///< of the generation in the making
  unsigned threads = 1;
  std::uint64_t memory_bytes =
      1 << 30;  ///< rough bound; the quotes themselves, some 700 bytes each, need theirs
};

/// Reads the articles twice, their quotes and then, for passages that repeat a quotation without
/// marks, their bodies; writes `families` into the folder. Nothing when there is no quote. The file
/// depends on the articles and their order alone.
/// @param articles  in docid order.
/// @throws WriteFailed, Interrupted
void build_families(const Spool& spool, std::span<const SpooledArticle> articles,
                    const FamilyBuildOptions& options, Reporter& reporter,
                    const std::stop_token& stop);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Pass 2: everything of a generation that is derived from its articles, and its publication.
///
/// The stored articles are the truth; all other files are a function of them and of the options
/// here. A build comes here with the articles that it has read, reindexing with those of the
/// published generation, and both leave the same files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>

#include "indexer/build/staged_generation.h"
#include "indexer/work/spool.h"
#include "indexer/work/stage_clock.h"
#include "pullquote/generation.h"
#include "pullquote/index_builder.h"
#include "pullquote/reporter.h"

namespace pullquote {

struct DerivationOptions {
  RankingParameters ranking;  ///< without reference lengths: those are computed
  unsigned threads = 0;       ///< as BuildOptions has all these
  std::uint64_t memory_bytes = 0;
  int compression = kDefaultCompression;
  XapianContent xapian = XapianContent::Stems;
  unsigned keep = 2;
};

/// Workers for `threads` as BuildOptions has it.
unsigned worker_count(unsigned threads);
/// Bytes of memory for `memory_bytes` as BuildOptions has it.
std::uint64_t memory_bound(std::uint64_t memory_bytes);

/// The options in the form in which manifests record them, for people and for reindexing.
void record_options(const DerivationOptions& options, Manifest& manifest);

/// Where the spool of a generation in the making lies.
std::filesystem::path spool_folder(const StagedGeneration& staged);

/// What a generation is derived with: who makes it, and where it says so.
struct Derivation {
  StagedGeneration& staged;
  Filesystem& filesystem;
  StageClock& clock;
  Reporter& reporter;
  const std::stop_token& stop;
};

/// Writes all files of the generation, has them verified and publishes it. Removes the spool.
/// @param articles  in docid order; at least one.
/// @param manifest  says what the articles don't: inputs, rejections, options, stages so far. The
///                  rest is filled in.
/// @throws BuildRefused, WriteFailed, Interrupted
void derive_and_publish(const Spool& spool, std::span<const SpooledArticle> articles,
                        const DerivationOptions& options, const Derivation& with,
                        Manifest& manifest);

}  // namespace pullquote

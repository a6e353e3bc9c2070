// SPDX-License-Identifier: GPL-3.0-or-later
/// A published generation, derived anew from the articles that it stores.
///
///     const ReindexReport report = reindex({.index = "/srv/news", .k1 = 1.2});
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "pullquote/field.h"
#include "pullquote/generation.h"
#include "pullquote/index_builder.h"
#include "pullquote/reporter.h"

namespace pullquote {

/// What is not given stays as the generation was built whose articles are taken.
struct ReindexOptions {
  std::filesystem::path index = {};             ///< root of the index
  std::optional<GenerationId> generation = {};  ///< whose articles; absent: the published one
  unsigned threads = 0;                         ///< as in BuildOptions, as the next three
  std::uint64_t memory_bytes = 0;               ///< as in BuildOptions
  unsigned keep = 2;
  bool check_space = true;
  std::optional<FieldWeights> weights = {};
  std::optional<double> k1 = {};
  std::optional<double> b = {};
  std::optional<int> compression = {};
  std::optional<XapianContent> xapian = {};
};

/// What was done; printed as one JSON object by the program.
struct ReindexReport {
  GenerationId generation;  ///< the new one
  GenerationId base;        ///< the one whose articles it holds
  std::uint64_t articles = 0;
  std::uint64_t quotes = 0;
  std::uint64_t text_bytes = 0;
  std::uint64_t index_bytes = 0;
  std::vector<std::pair<std::string, double>> stages;  ///< name, wall seconds; in order
  double seconds = 0;
};

/// Publishes a new generation with the articles of the published one, or of another that is kept,
/// as they are stored, and everything else made anew from them: after damage to what is derived,
/// after a new version of the format (that of the format before is read, too) or of the analysis,
/// or with other weights. The files are those that a build from the sources makes. Blocking; uses
/// its own threads.
///
/// @throws LockHeld        another writer is at work on this index.
/// @throws IndexCorrupt    the stored articles are damaged. @throws IndexUnavailable
/// @throws SchemaMismatch  the format is too old, or too new, to be read.
/// @throws BuildRefused    the generation doesn't store its texts, or verification failed.
/// @throws WriteFailed, Interrupted
/// Whatever is thrown, the published generation is untouched and the staging folder is removed.
ReindexReport reindex(const ReindexOptions& options, Reporter& reporter = silent_reporter(),
                      std::stop_token stop = {});

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The ranked index of a published generation, derived anew from its databases.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "pullquote/generation.h"
#include "pullquote/reporter.h"

namespace pullquote {

struct RankOptions {
  std::filesystem::path index;  ///< root of the index
  unsigned keep = 2;            ///< generations left after publishing, as in BuildOptions
  bool check_space = true;      ///< refuse to begin when the disk is likely to fill up
};

/// What was done; printed as one JSON object by the program.
struct RankReport {
  GenerationId generation;  ///< the new one
  GenerationId base;        ///< the one whose other files it shares
  std::uint64_t articles = 0;
  std::uint64_t ranked_bytes = 0;                      ///< of the files derived
  std::uint64_t index_bytes = 0;                       ///< of all files
  std::vector<std::pair<std::string, double>> stages;  ///< name, wall seconds; in order
  double seconds = 0;
};

/// Publishes a new generation: the published one with its ranked files derived anew, whatever state
/// they are in, missing ones included. All other files are shared with the old generation by hard
/// links, or copied where the disk has none, once their checksums are found right. Blocking; uses
/// its own threads. What it holds in memory does not grow with the collection but for some 40 bytes
/// an article.
///
/// The databases of a lean index (BuildOptions::lean) have no positions, so its ranked.positions is
/// kept, and must be sound.
///
/// @throws LockHeld        a build is running on this index.
/// @throws BuildRefused    positions can't be derived, or verification failed.
/// @throws IndexCorrupt    another file is damaged. @throws SchemaMismatch
/// @throws IndexUnavailable when nothing is published. @throws WriteFailed, Interrupted
/// Whatever is thrown, the published generation is untouched and the staging folder is removed,
/// unless nothing but the last flush to the disk failed: then the new generation is published.
RankReport rank_index(const RankOptions& options, Reporter& reporter, std::stop_token stop = {});

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The ranked index of one part, made from its finished article database alone. The files are those
/// that a build writes beside such a database, byte for byte.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>

#include "pullquote/generation.h"
#include "pullquote/reporter.h"

namespace pullquote {

struct DerivedPart {
  std::filesystem::path articles;  ///< the database; it is only read
  std::filesystem::path folder;    ///< where the ranked files go; may hold `articles`
  std::uint64_t article_count = 0;
  RankingParameters ranking;  ///< with reference lengths
  /// Whether the database has positions. Without, ranked.positions must be in the folder.
  bool positions = true;
};

/// Streams: in memory are the lengths, 20 bytes an article, and what derive_pairs() says. Uses
/// three threads. @throws WriteFailed, IndexUnavailable, IndexCorrupt, Interrupted
void derive_ranked(const DerivedPart& part, Reporter& reporter, const std::stop_token& stop);

}  // namespace pullquote

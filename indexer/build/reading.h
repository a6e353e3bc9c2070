// SPDX-License-Identifier: GPL-3.0-or-later
/// Pass 1: inputs to spooled articles. The calling thread reads records in their fixed order and
/// numbers them; workers parse them and find quotes. Whatever worker gets a record, the outcome is
/// the same, because order is decided by the numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "indexer/build/rejection_log.h"
#include "indexer/work/spool.h"
#include "pullquote/article_reader.h"
#include "pullquote/index_builder.h"
#include "pullquote/reporter.h"

namespace pullquote {

struct ReadingOptions {
  std::vector<std::string> inputs;
  ReaderOptions reader;
  std::filesystem::path spool;  ///< folder for the spool files; must exist
  unsigned threads = 1;         ///< workers, and so spool files
  std::size_t queue_bytes = 64 << 20;
  ArticleSource articles = {};  ///< read after the inputs; empty: none
  /// What inverting one article may take (inversion_memory.h); more is a rejection.
  std::uint64_t most_inversion_bytes = UINT64_MAX;
};

struct ReadingSummary {
  std::vector<SpooledArticle> articles;  ///< and withdrawals, in no particular order
  std::uint64_t withdrawals = 0;         ///< among them; counted as rejections, too
  RejectionLog rejections;
  std::uint64_t input_bytes = 0;  ///< decompressed
  double seconds = 0;
};

/// @throws Error for an input that does not exist, WriteFailed, Interrupted, and what
/// ReadingOptions::articles throws
ReadingSummary read_inputs(const ReadingOptions& options, Reporter& reporter,
                           const std::stop_token& stop);

}  // namespace pullquote

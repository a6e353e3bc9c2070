// SPDX-License-Identifier: GPL-3.0-or-later
/// Articles to a published generation.
///
///     BuildOptions options;
///     options.index = "/srv/news";
///     options.inputs = {"/srv/feeds", "archive.jsonl.gz"};
///     const BuildReport report = build_index(options);
///     std::cout << report.indexed << " articles\n";
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/article_reader.h"
#include "pullquote/field.h"
#include "pullquote/generation.h"
#include "pullquote/reporter.h"

namespace pullquote {

/// zstd level of stored articles, 1 to 19; 0: none.
inline constexpr int kDefaultCompression = 5;
inline constexpr int kMostCompression = 19;

/// What the Xapian database of a part holds, for stock programs; searching doesn't read it.
enum class XapianContent : std::uint8_t {
  Stems,  ///< weighted stems and filters: ranking and filtering, no phrases
  Full,   ///< also unstemmed words, positions and lists of terms by document: twice the index
};

/// Articles that a program makes itself: each call gives the next one, and nothing after the last.
/// Called by the thread that called build_index(). An exception ends the build and reaches its
/// caller.
///
/// Each article needs an id or a URL. Text is cleaned and a missing language detected as for any
/// input. Where Article::quotes is empty, quotes are extracted; else the given ones are kept: their
/// spans must lie in a body that has the form which Article promises.
using ArticleSource = std::function<std::optional<Article>()>;

struct BuildOptions {
  std::filesystem::path index;      ///< root of the index; made when absent
  std::vector<std::string> inputs;  ///< files, folders, patterns, "-"
  ArticleSource articles;           ///< read after the inputs; empty: none
  ReaderOptions reader;
  unsigned threads = 0;  ///< workers; 0: all cores. The result does not depend on it.
  /// Bound for what the build holds in memory; 0: a quarter of the machine's. Beyond it come about
  /// 60 MB for the program itself; 160 bytes an article, 150 a quote and one segment's inversion
  /// (50 MB, of a large collection six two-hundredths of its text) are held even if they pass it.
  std::uint64_t memory_bytes = 0;
  double max_rejected = 1;    ///< refuse to publish when a larger share was rejected, 0 to 1
  unsigned keep = 2;          ///< generations left after publishing, the new one included;
                              ///< what is being read stays until a later build
  RankingParameters ranking;  ///< weights and constants; the average length is computed
  int compression = kDefaultCompression;
  XapianContent xapian = XapianContent::Stems;
  bool check_space = true;  ///< refuse to begin when the disk is likely to fill up
};

/// What a build did; printed as one JSON object by the program.
struct BuildReport {
  GenerationId generation;
  std::uint64_t read = 0;  ///< records understood, rejected ones included
  std::uint64_t indexed = 0;
  std::uint64_t duplicates = 0;  ///< articles replaced by a later one with the same id
  std::uint64_t quotes = 0;
  std::uint64_t input_bytes = 0;  ///< decompressed
  std::uint64_t text_bytes = 0;
  std::uint64_t index_bytes = 0;
  std::map<std::string, std::uint64_t> rejected;       ///< by reason
  std::vector<Rejection> rejections;                   ///< the first 1,000, in input order
  std::vector<std::pair<std::string, double>> stages;  ///< name, wall seconds; in order
  double seconds = 0;
};

/// Reads, analyses, writes and publishes one generation. Blocking; uses its own threads.
///
/// Duplicate ids: the article modified (else published) last wins, else the one read last.
/// Articles are numbered by publication time, newest first, ties by id, unknown dates last.
///
/// @throws LockHeld      another build is running on this index.
/// @throws BuildRefused  too many rejections, nothing to index, or verification failed.
/// @throws WriteFailed, IndexUnavailable, Interrupted
/// Whatever is thrown, the published generation is untouched and the staging folder is removed.
BuildReport build_index(const BuildOptions& options, Reporter& reporter = silent_reporter(),
                        std::stop_token stop = {});

}  // namespace pullquote

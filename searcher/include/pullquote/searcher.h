// SPDX-License-Identifier: GPL-3.0-or-later
/// Searching one published generation.
///
///     Searcher searcher(Generation::open("/srv/news"));
///     const auto query = std::get<Query>(parse_query("truce aleppo", {}));
///     for (const Hit& hit : searcher.search(query).hits) std::cout << hit.headline << '\n';
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/error.h"
#include "pullquote/generation.h"
#include "pullquote/query.h"
#include "pullquote/result.h"
#include "pullquote/search_options.h"

namespace pullquote {

class GenerationFiles;

/// One immutable generation, opened: its manifest, and its files, mapped. Immutable and
/// thread-safe; share it between threads, each with a Searcher of its own. It keeps seeing what it
/// opened after a newer generation is published: while it lives, no build removes the files, so
/// that searchers can be made from it at any time (see docs/index-format.md for file systems
/// without locks).
class Generation final {
 public:
  /// Opens what CURRENT names under `index`.
  /// @throws IndexUnavailable nothing is published there, or it cannot be read.
  /// @throws SchemaMismatch   it was built with another field table, analyser or format.
  /// @throws IndexCorrupt
  static std::shared_ptr<const Generation> open(const std::filesystem::path& index);
  /// Opens one generation by its id, published or not. Throws what the other one does.
  static std::shared_ptr<const Generation> open(const std::filesystem::path& index,
                                                const GenerationId& id);
  ~Generation();
  Generation(const Generation&) = delete;
  Generation& operator=(const Generation&) = delete;

  const Manifest& manifest() const;

  /// What searchers read; of no use outside the library.
  const GenerationFiles& files() const { return *files_; }

 private:
  /// Only open() has one, so that nobody else makes a Generation.
  struct Key {};

 public:
  Generation(Key, std::unique_ptr<const GenerationFiles> files);

 private:
  std::unique_ptr<const GenerationFiles> files_;
};

/// Answers queries. One thread at a time; light, and movable.
///
/// Every member that reads the index throws IndexUnavailable when a file cannot be read and
/// IndexCorrupt when what was read contradicts itself. A failed call changes nothing: the searcher
/// can be asked again.
class Searcher {
 public:
  /// @param generation  not null.
  /// @throws IndexUnavailable, IndexCorrupt
  explicit Searcher(std::shared_ptr<const Generation> generation);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// Ranked by BM25F over headline, body and quotes (or by time, as the options say). Hits come in
  /// falling score, ties newest first. Clauses with + or under AND must match; plain words may.
  /// @throws IndexUnavailable, IndexCorrupt
  ResultPage search(const Query& query, const SearchOptions& options = {});

  /// Ids and scores only: for evaluation and for piping. Nothing is counted, and no stored article
  /// is read.
  /// @throws IndexUnavailable, IndexCorrupt
  std::vector<std::pair<std::string, double>> search_ids(const Query& query,
                                                         const SearchOptions& options = {});

  /// Every factor of one article's score; empty when the article is unknown.
  /// @throws IndexUnavailable, IndexCorrupt
  std::optional<Explanation> explain(const Query& query, std::string_view article_id,
                                     const SearchOptions& options = {});

  /// The stored article; empty when the id is unknown.
  /// @throws IndexUnavailable, IndexCorrupt
  std::optional<Article> article(std::string_view id);

  /// Calls `visit` with each term of the index that starts with `prefix` (as stored) and its
  /// termfreq, in byte order, until it returns false.
  /// @throws IndexUnavailable, IndexCorrupt, and what `visit` throws
  void visit_terms(std::string_view prefix,
                   const std::function<bool(std::string_view term, std::uint64_t termfreq)>& visit);

  const Generation& generation() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote

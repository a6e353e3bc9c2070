// SPDX-License-Identifier: GPL-3.0-or-later
/// Searching one published generation.
///
///     Searcher searcher(Generation::open("/srv/news"));
///     const auto query = std::get<Query>(parse_query("truce aleppo", {}));
///     for (const Hit& hit : searcher.search(query).hits) std::cout << hit.headline << '\n';
///
/// Threads: share one Generation, and give each thread a Searcher of its own.
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

/// One immutable generation, opened: its manifest, and its files, which are mapped. Immutable and
/// thread-safe; share it between threads, each with a Searcher of its own.
///
/// A Generation keeps seeing the files it opened after a newer generation is published. While it
/// lives no build removes these files, so that searchers can be made from it at any time (see
/// docs/index-format.md for file systems without locks).
class Generation final {
 public:
  /// Opens the published generation, which the file CURRENT in the folder `index` names.
  /// @throws IndexUnavailable nothing is published there, or a file cannot be read.
  /// @throws SchemaMismatch   the index was built with another field table, analyser or format.
  /// @throws IndexCorrupt     a file contradicts itself or the manifest.
  static std::shared_ptr<const Generation> open(const std::filesystem::path& index);
  /// Opens one generation by its id, published or not. Throws the same errors.
  static std::shared_ptr<const Generation> open(const std::filesystem::path& index,
                                                const GenerationId& id);
  ~Generation();
  Generation(const Generation&) = delete;
  Generation& operator=(const Generation&) = delete;

  /// What the build recorded; lives as long as the Generation.
  const Manifest& manifest() const;

  /// The opened files, for searchers. Of no use outside the library.
  const GenerationFiles& files() const { return *files_; }

 private:
  /// Keeps the constructor, which std::make_shared needs, to open().
  struct Key {};

 public:
  Generation(Key, std::unique_ptr<const GenerationFiles> files);

 private:
  std::unique_ptr<const GenerationFiles> files_;
};

/// Answers queries over one generation. Light and movable. One thread at a time.
///
/// Every member that reads the index throws IndexUnavailable when a file cannot be read and
/// IndexCorrupt when the files contradict themselves. A failed call changes nothing: the searcher
/// can be asked again.
class Searcher {
 public:
  /// @param generation  not null; kept alive by the searcher.
  /// @throws IndexUnavailable, IndexCorrupt
  explicit Searcher(std::shared_ptr<const Generation> generation);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// Searches by BM25F over headline, body and quotes. Hits come by falling score, ties newest
  /// first; or by time of publication, if the options say so. Clauses with + or under AND must
  /// match. Plain words raise the score; where no clause is required, at least one of them must
  /// match.
  /// @throws IndexUnavailable, IndexCorrupt
  ResultPage search(const Query& query, const SearchOptions& options = {});

  /// The ids and scores of search(), for evaluation and for piping. Counts no matches and reads no
  /// stored article.
  /// @throws IndexUnavailable, IndexCorrupt
  IdPage search_ids(const Query& query, const SearchOptions& options = {});

  /// The factors of one article's score. Empty when the article is unknown; an article that does
  /// not match gets an explanation that says so.
  /// @throws IndexUnavailable, IndexCorrupt
  std::optional<Explanation> explain(const Query& query, std::string_view article_id,
                                     const SearchOptions& options = {});

  /// The stored article with this id; empty when the id is unknown.
  /// @throws IndexUnavailable, IndexCorrupt
  std::optional<Article> article(std::string_view id);

  /// Calls `visit` with each stored term that starts with `prefix` and its document frequency, in
  /// byte order, until `visit` returns false. All terms are gathered before the first call.
  /// @throws IndexUnavailable, IndexCorrupt, and whatever `visit` throws
  void visit_terms(std::string_view prefix,
                   const std::function<bool(std::string_view term, std::uint64_t termfreq)>& visit);

  /// The generation that the searcher reads.
  const Generation& generation() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// An index that one process writes and reads.
///
///     Index index = Index::temporary();
///     Article article;
///     article.id = "1";
///     article.headline = "Truce holds";
///     article.body = "\"It will last,\" said Ann Lee.";
///     index.build({article});
///     for (const Hit& hit : index.searcher().search(query).hits) std::cout << hit.id << '\n';
///     for (const QuoteFamily& said : index.quotes().search({}).families) std::cout << said.text;
///
/// A program that only reads links the searcher alone and uses Searcher; one that only writes links
/// the indexer and calls build_index().
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/index_builder.h"
#include "pullquote/quotes.h"
#include "pullquote/reindexer.h"
#include "pullquote/reporter.h"
#include "pullquote/searcher.h"

namespace pullquote {

/// A folder with generations, and searchers over the one that is published. Movable. One thread at
/// a time; other threads make Searchers of their own over generation().
class Index {
 public:
  /// The index in this folder, which the first build makes if it is absent. Opens nothing.
  explicit Index(std::filesystem::path folder);
  /// A new index in a folder of its own below the system's folder for temporary files. The folder
  /// is removed with the Index.
  /// @throws WriteFailed
  static Index temporary();
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  /// The root of the index, as the program's --index takes it.
  const std::filesystem::path& folder() const;

  /// Publishes a generation that holds these articles, in place of all before. Searchers see it
  /// from now on.
  /// @param options  BuildOptions::index is ignored; `articles` are read after the inputs and the
  ///                 ArticleSource that the options may have.
  /// @throws what build_index() throws; the generation before stays published then.
  BuildReport build(std::vector<Article> articles, BuildOptions options = {},
                    Reporter& reporter = silent_reporter(), std::stop_token stop = {});

  /// Publishes the stored articles again, everything else derived anew (see reindex()).
  /// @param options  ReindexOptions::index is ignored.
  /// @throws what reindex() throws; the generation before stays published then.
  ReindexReport reindex(ReindexOptions options = {}, Reporter& reporter = silent_reporter(),
                        std::stop_token stop = {});

  /// Opens the published generation if another process has published a new one.
  /// @return whether there was a new one. @throws what Generation::open() throws; what is open
  /// stays open then.
  bool refresh();

  /// The generation that searcher() and quotes() read; opened by the first call. Not null.
  /// @throws IndexUnavailable when nothing is published; IndexCorrupt, SchemaMismatch
  std::shared_ptr<const Generation> generation();
  /// Valid until the next build(), reindex(), or refresh() that returns true. Throws like
  /// generation().
  Searcher& searcher();
  QuoteSearcher& quotes();

 private:
  struct Impl;
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The stored articles of a published generation, for reindexing: of this format, and of the format
/// before, of which nothing else is read any more.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "pullquote/article.h"
#include "pullquote/generation.h"
#include "schema/store/doc_id.h"

namespace pullquote {

/// Checks what can be checked before the articles are read one by one. In this format each block is
/// checked when it is read; where articles.blocks is lost or damaged, and in the format before, the
/// whole files are compared with their checksums in the manifest.
/// @param folder  of the generation. @param manifest  of it; is_reindexable()
/// @throws IndexCorrupt, IndexUnavailable; BuildRefused when it was built without its texts
void check_stored_articles(const std::filesystem::path& folder, const Manifest& manifest);

/// Reads the articles of one part. One thread at a time.
class StoredArticles final {
 public:
  /// @throws IndexUnavailable, IndexCorrupt
  StoredArticles(const std::filesystem::path& folder, const Manifest& manifest,
                 const GenerationPart& part);
  ~StoredArticles();
  StoredArticles(const StoredArticles&) = delete;
  StoredArticles& operator=(const StoredArticles&) = delete;

  /// @param docid  from 1 to the number of articles of the part.
  /// @throws IndexCorrupt
  Article read(DocId docid) const;

 private:
  class Source;
  class Blocks;
  class Database;
  std::filesystem::path part_folder_;
  std::unique_ptr<const Source> source_;
};

}  // namespace pullquote

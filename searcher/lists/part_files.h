// SPDX-License-Identifier: GPL-3.0-or-later
/// The opened files of one part, shared by all searchers of a generation.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "pullquote/generation.h"
#include "schema/ranked/id_file.h"
#include "schema/ranked/ranked_file.h"
#include "schema/store/article_store.h"
#include "schema/store/columns.h"
#include "schema/store/quote_columns.h"

namespace pullquote {

/// Immutable to its callers and thread-safe. A file's header is checked when the file is opened,
/// its blocks when they are read.
struct PartFiles final {
  /// The files that make quotes searchable as documents.
  struct Quotes {
    QuoteColumns columns;  ///< the article and the words of each quote
    RankedFile postings;   ///< lists of stems and filters by quote
  };

  /// @param generation  the generation's folder.
  /// @param part        the part's entry in the manifest.
  /// @param ranking     the parameters that impacts must have been computed with.
  /// @throws IndexUnavailable, IndexCorrupt
  PartFiles(const std::filesystem::path& generation, const GenerationPart& part,
            const RankingParameters& ranking);

  /// The files of quotes; null when the part has no quote. Opened on the first call, because few
  /// searches need them.
  /// @throws IndexUnavailable, IndexCorrupt
  const Quotes* quotes() const;

  const std::filesystem::path folder;
  const std::uint32_t article_count;
  const std::uint32_t quote_count;
  const MappedColumns columns;
  const RankedFile postings;    ///< stems and filters, by article
  const RankedFile positions;   ///< unstemmed words with their positions
  const RankedFile pairs;       ///< two frequent words in a row (schema/ranked/word_pair.h)
  const IdFile ids;             ///< article ids, both ways
  const ArticleStore articles;  ///< the stored articles

 private:
  mutable std::mutex opening_;  ///< guards quotes_
  mutable std::unique_ptr<const Quotes> quotes_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The files of one part, opened once for all searchers of a generation.
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

/// Immutable to its callers and thread-safe. Headers are checked when a file is opened, everything
/// else when it is read.
struct PartFiles final {
  /// What is searched for quotes, and where they stand.
  struct Quotes {
    QuoteColumns columns;
    RankedFile postings;
  };

  /// @param generation  folder of the generation. @param part  as its manifest describes it.
  /// @throws IndexUnavailable, IndexCorrupt
  PartFiles(const std::filesystem::path& generation, const GenerationPart& part,
            const RankingParameters& ranking);

  /// Null: the part has no quote. Opened when first asked for: few searches do.
  /// @throws IndexUnavailable, IndexCorrupt
  const Quotes* quotes() const;

  const std::filesystem::path folder;
  const std::uint32_t article_count;
  const std::uint32_t quote_count;
  const MappedColumns columns;
  const RankedFile postings;
  const RankedFile positions;
  const RankedFile pairs;
  const IdFile ids;
  const ArticleStore articles;

 private:
  mutable std::mutex opening_;  ///< guards quotes_
  mutable std::unique_ptr<const Quotes> quotes_;
};

}  // namespace pullquote

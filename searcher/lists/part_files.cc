// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/lists/part_files.h"

#include "schema/io/index_damage.h"
#include "schema/store/layout.h"
#include "searcher/lists/posting_source.h"

namespace pullquote {

namespace {

/// The count of the manifest as a docid; throws IndexCorrupt when it does not fit one.
std::uint32_t checked_count(std::uint64_t count, const std::filesystem::path& folder) {
  if (count < kNoMoreDocs) return static_cast<std::uint32_t>(count);
  throw_index_corrupt(folder.string() + ": the manifest claims too many documents for one part");
}

}  // namespace

PartFiles::PartFiles(const std::filesystem::path& generation, const GenerationPart& part,
                     const RankingParameters& ranking)
    : folder(generation / part.folder),
      article_count(checked_count(part.article_count, folder)),
      quote_count(checked_count(part.quote_count, folder)),
      columns(folder / kColumnsName),
      postings(folder / kRankedPostingsName, ranked::Kind::Postings, article_count,
               ranking_fingerprint(ranking)),
      positions(folder / kRankedPositionsName, ranked::Kind::Positions, article_count, 0),
      pairs(folder / kRankedPairsName, ranked::Kind::Pairs, article_count, 0),
      ids(folder / kRankedIdsName, article_count),
      articles(folder, article_count) {
  if (columns.size() == article_count) return;
  throw_derived_damaged(folder / kColumnsName,
                        "it has another number of rows than the manifest says");
}

const PartFiles::Quotes* PartFiles::quotes() const {
  if (quote_count == 0) return nullptr;
  const std::lock_guard lock(opening_);
  if (!quotes_) {
    quotes_.reset(
        new Quotes{QuoteColumns(folder / kQuoteColumnsName, article_count, quote_count),
                   RankedFile(folder / kQuotePostingsName, ranked::Kind::Quotes, quote_count, 0)});
  }
  return quotes_.get();
}

}  // namespace pullquote

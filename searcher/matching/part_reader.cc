// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/part_reader.h"

#include "pullquote/error.h"
#include "schema/ranked/term_kind.h"
#include "schema/store/index_damage.h"
#include "searcher/matching/ranked_postings.h"
#include "searcher/matching/xapian_postings.h"

namespace pullquote {

PartReader::PartReader(const std::filesystem::path& database, const PartColumns& columns,
                       DocumentKind kind, const RankedLists* ranked)
    : path_(database),
      database_(database.string()),
      records_(database_, database),
      columns_(&columns),
      ranked_(ranked != nullptr ? std::make_unique<RankedReader>(*ranked) : nullptr) {
  if (kind == DocumentKind::Quote) quote_positions_ = std::make_unique<QuotePositions>(records_);
  if (database_.get_lastdocid() <= columns.size()) return;
  throw_index_corrupt(path_.string() + " has more documents than the manifest says");
}

std::uint64_t PartReader::termfreq(const std::string& term) const {
  if (ranked_ == nullptr) return database_.get_termfreq(term);
  const auto list = ranked_->find(term);
  return list ? list->termfreq : 0;
}

std::unique_ptr<PostingSource> PartReader::postings(const std::string& term) const {
  // Lists of positions count places, of which a word and its part in a compound share one.
  if (ranked_ != nullptr && !has_positions(term)) {
    if (const auto list = ranked_->find(term)) return std::make_unique<RankedPostingSource>(*list);
  }
  return std::make_unique<XapianPostings>(database_, term);
}

void PartReader::read_positions(DocId docid, const std::string& term,
                                std::vector<std::uint32_t>& positions) const {
  if (quote_positions_) return quote_positions_->read(docid, term, positions);
  positions.clear();
  const Xapian::PositionIterator end = database_.positionlist_end(docid, term);
  for (auto at = database_.positionlist_begin(docid, term); at != end; ++at) {
    positions.push_back(*at);
  }
  if (!positions.empty() || database_.has_positions()) return;
  throw IndexUnavailable(path_.string() +
                         " has no positions of words (it was built with --lean), and its ranked "
                         "index, which has them, "
                         "is missing or damaged: neither phrases nor distances can be searched "
                         "for; rebuild the index");
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/list_writers.h"

#include "schema/ranked/term_kind.h"
#include "schema/store/doc_id.h"
#include "schema/store/layout.h"

namespace pullquote {

namespace {

std::uint32_t doccount_of(const Columns& columns) {
  return static_cast<std::uint32_t>(columns.lengths.size());
}

}  // namespace

RankedPostingsWriter::RankedPostingsWriter(const std::filesystem::path& path,
                                           const RankingParameters& ranking, const Columns& columns)
    : writer_(path, ranked::Kind::Postings, doccount_of(columns), ranking_fingerprint(ranking)),
      columns_(columns),
      scales_(ranking) {}

bool RankedPostingsWriter::begin(std::string_view term) {
  if (has_positions(term) || is_id(term)) return false;
  scale_ = scales_.of(term);
  writer_.begin(term);
  return true;
}

void RankedPostingsWriter::add(DocId docid, std::uint32_t wdf) {
  const Impact impact = scale_ == nullptr ? Impact{0} : (*scale_)(wdf, columns_.lengths[docid - 1]);
  writer_.add(docid, wdf, impact);
}

bool RankedPositionsWriter::begin(std::string_view term) {
  if (const auto word = word_in_place(term); word && !words_.number_of(*word)) return false;
  writer_.begin(term);
  return true;
}

RankedListWriters::RankedListWriters(const std::filesystem::path& folder,
                                     const RankingParameters& ranking, const Columns& columns,
                                     const FrequentWords& words)
    : postings_(folder / kRankedPostingsName, ranking, columns),
      positions_(folder / kRankedPositionsName, doccount_of(columns), words) {}

void RankedListWriters::finish() {
  postings_.finish();
  positions_.finish();
}

}  // namespace pullquote

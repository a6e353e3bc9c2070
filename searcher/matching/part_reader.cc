// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/part_reader.h"

#include "pullquote/error.h"
#include "searcher/matching/xapian_postings.h"

namespace pullquote {

PartReader::PartReader(const std::filesystem::path& articles, const PartColumns& columns)
    : database_(articles.string()), columns_(&columns) {
  if (database_.get_lastdocid() <= columns.size()) return;
  throw IndexCorrupt(articles.string() + " has more articles than the manifest says; " +
                     "rebuild the index or roll back to an older generation");
}

std::unique_ptr<PostingSource> PartReader::postings(const std::string& term) const {
  return std::make_unique<XapianPostings>(database_, term);
}

void PartReader::read_positions(DocId docid, const std::string& term,
                                std::vector<std::uint32_t>& positions) const {
  positions.clear();
  const Xapian::PositionIterator end = database_.positionlist_end(docid, term);
  for (auto at = database_.positionlist_begin(docid, term); at != end; ++at) {
    positions.push_back(*at);
  }
}

}  // namespace pullquote

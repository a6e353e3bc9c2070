// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/xapian_postings.h"

namespace pullquote {

XapianPostings::XapianPostings(const Xapian::Database& database, const std::string& term)
    : at_(database.postlist_begin(term)) {
  if (at_ == Xapian::PostingIterator()) return;
  termfreq_ = database.get_termfreq(term);
  max_wdf_ = database.get_wdf_upper_bound(term);
}

std::size_t XapianPostings::read(std::span<Posting> out) {
  std::size_t count = 0;
  for (; count < out.size() && at_ != Xapian::PostingIterator(); ++at_) {
    out[count++] = {*at_, at_.get_wdf()};
  }
  return count;
}

void XapianPostings::skip_to(DocId target) {
  if (at_ != Xapian::PostingIterator()) at_.skip_to(target);
}

}  // namespace pullquote

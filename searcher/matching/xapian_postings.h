// SPDX-License-Identifier: GPL-3.0-or-later
/// A posting list of a Xapian database.
#pragma once

#include <xapian.h>
#include <string>

#include "searcher/matching/posting_source.h"

namespace pullquote {

class XapianPostings final : public PostingSource {
 public:
  /// An empty list when the database has no such term. @param database one database, not several
  /// joined ones; it must outlive this.
  XapianPostings(const Xapian::Database& database, const std::string& term);

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override;
  std::uint64_t termfreq() const override { return termfreq_; }
  std::uint32_t max_wdf() const override { return max_wdf_; }

 private:
  Xapian::PostingIterator at_;
  std::uint64_t termfreq_ = 0;
  std::uint32_t max_wdf_ = 0;
};

}  // namespace pullquote

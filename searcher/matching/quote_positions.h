// SPDX-License-Identifier: GPL-3.0-or-later
/// Where words stand in quotes, found in their stored text: the quotes database has no positions.
///
/// A quote has some thirty words, so that cutting its text into words takes about as long as
/// reading a few position lists, and the lists would be a twentieth of an index.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pullquote/analyzer.h"
#include "schema/store/stored_records.h"
#include "searcher/matching/posting_source.h"

namespace pullquote {

/// One thread at a time.
class QuotePositions {
 public:
  /// @param records  of the quotes database; must outlive this.
  explicit QuotePositions(const StoredRecords& records) : records_(records) {}

  /// Where a stored term stands in a quote, rising from 1, into `positions` (cleared first).
  /// @throws IndexCorrupt when the quote cannot be read.
  void read(DocId docid, const std::string& term, std::vector<std::uint32_t>& positions);

 private:
  void enter(DocId docid);

  const StoredRecords& records_;
  Analyzer analyzer_;  ///< never stems: words are cut alike in every language
  DocId docid_ = 0;    ///< of the quote that text and tokens are of; 0: none yet
  std::string text_;
  std::span<const Token> tokens_;
};

}  // namespace pullquote

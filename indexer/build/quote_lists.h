// SPDX-License-Identifier: GPL-3.0-or-later
/// The lists by quote of one part: from inverted quotes to sorted runs, one a segment, and from
/// these to quotes.postings. Where the words of a quote stand goes to quotes.columns.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <vector>

#include "indexer/build/glass/inverted_document.h"
#include "indexer/build/glass/posting_lists.h"
#include "schema/store/quote_columns.h"

namespace pullquote {

/// What a segment knows of its quotes.
struct QuoteRun {
  std::filesystem::path postings;           ///< glass/run_file.h
  std::vector<std::uint32_t> quote_counts;  ///< by article
  std::vector<QuoteWords> words;            ///< by quote
};

/// Inverts the quotes of one segment. One thread at a time. Throws WriteFailed.
class QuoteRunInverter final {
 public:
  /// @param first_quote  the number of its first quote. @param lists  for this segment alone until
  /// it is finished; must outlive it
  QuoteRunInverter(std::filesystem::path run, std::uint32_t first_quote,
                   glass::PostingLists& lists);

  /// The articles in docid order, each followed by its quotes.
  void begin_article() { run_.quote_counts.push_back(0); }
  void add(std::span<const glass::DocumentTerm> terms, const QuoteWords& words);

  QuoteRun finish();

 private:
  QuoteRun run_;
  std::uint32_t next_quote_;
  glass::PostingLists& lists_;
};

/// Merges the runs, which are in docid order, into quotes.postings and quotes.columns in the folder
/// of a part, and removes them. There is a quote.
/// @param buffer_bytes  for reading all runs together, roughly.
/// @throws WriteFailed, Interrupted
void write_quote_lists(const std::filesystem::path& part, const std::vector<QuoteRun>& runs,
                       std::size_t buffer_bytes, const std::stop_token& stop);

}  // namespace pullquote

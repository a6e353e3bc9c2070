// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/quote_lists.h"

#include <string>
#include <utility>

#include "indexer/build/glass/encoding.h"
#include "indexer/build/glass/run_file.h"
#include "indexer/build/ranked/ranked_writer.h"
#include "indexer/work/worker_group.h"
#include "schema/io/filesystem.h"
#include "schema/store/layout.h"

namespace pullquote {
namespace {

void write_postings(const std::filesystem::path& file, const std::vector<QuoteRun>& runs,
                    std::uint32_t quotes, std::size_t buffer_bytes, const std::stop_token& stop) {
  RankedWriter writer(file, ranked::Kind::Quotes, quotes, 0);
  std::vector<std::filesystem::path> paths;
  for (const QuoteRun& run : runs) paths.push_back(run.postings);
  std::string large;
  glass::merge_runs(paths, buffer_bytes, [&](const std::vector<glass::RunReader*>& readers) {
    throw_if_stopped(stop);
    const std::string term = readers.front()->entry().term;
    writer.begin(term);
    for (glass::RunReader* const reader : readers) {
      glass::for_each_posting(*reader, large, [&](std::uint32_t quote, std::uint32_t wdf) {
        writer.add(quote, wdf, 0);
      });
    }
    writer.end();
  });
  writer.finish();
  for (const std::filesystem::path& path : paths) real_filesystem().remove_tree(path);
}

}  // namespace

QuoteRunInverter::QuoteRunInverter(std::filesystem::path run, std::uint32_t first_quote,
                                   glass::PostingLists& lists)
    : run_{std::move(run), {}, {}}, next_quote_(first_quote), lists_(lists) {
  lists_.clear();
}

void QuoteRunInverter::add(std::span<const glass::DocumentTerm> terms, const QuoteWords& words) {
  lists_.add(terms, next_quote_++);
  ++run_.quote_counts.back();
  run_.words.push_back(words);
}

QuoteRun QuoteRunInverter::finish() {
  lists_.write_runs(run_.postings, {});
  return std::move(run_);
}

void write_quote_lists(const std::filesystem::path& part, const std::vector<QuoteRun>& runs,
                       std::size_t buffer_bytes, const std::stop_token& stop) {
  QuoteTable table;
  for (const QuoteRun& run : runs) {
    table.quote_counts.insert(table.quote_counts.end(), run.quote_counts.begin(),
                              run.quote_counts.end());
    table.words.insert(table.words.end(), run.words.begin(), run.words.end());
  }
  write_postings(part / kQuotePostingsName, runs, static_cast<std::uint32_t>(table.words.size()),
                 buffer_bytes, stop);
  real_filesystem().write_synced(part / kQuoteColumnsName, encode_quote_columns(table));
}

}  // namespace pullquote

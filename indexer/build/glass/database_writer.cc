// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/database_writer.h"

#include <algorithm>
#include <cassert>
#include <future>
#include <optional>
#include <span>
#include <utility>

#include "indexer/build/glass/encoding.h"
#include "indexer/build/glass/position_codec.h"
#include "indexer/build/glass/posting_list_writer.h"
#include "indexer/build/glass/run_file.h"
#include "indexer/build/glass/version_file.h"
#include "pullquote/error.h"
#include "schema/io/filesystem.h"
#include "schema/io/output_file.h"
#include "schema/io/write_failure.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {
namespace {

/// These tables never compress: their tags are dense already.
constexpr TableOptions kUncompressed{};
/// Unused here, but the version file states their options.
constexpr TableOptions kSmallTable{0, 18};

void stop_here(const std::stop_token& stop) {
  if (stop.stop_requested()) throw Interrupted("interrupted while writing the database");
}

void write_metadata(const std::map<std::string, std::string>& metadata, TableWriter& table) {
  for (const auto& [key, value] : metadata) table.add(std::string("\0\xc0", 2) + key, value);
}

void write_values(const std::vector<Segment>& segments, TableWriter& table) {
  std::vector<const ValueChunks*> runs;
  for (const Segment& segment : segments) runs.push_back(&segment.values);
  ValueChunks::write(runs, table);
}

void write_document_lengths(const std::vector<Segment>& segments, PostingListWriter& lists) {
  lists.begin_document_lengths();
  DocId docid = 0;
  for (const Segment& segment : segments) {
    for (const std::uint32_t length : segment.document_lengths) lists.add(++docid, length);
  }
  lists.end();
}

/// Adds one segment's postings to the list that has been begun.
/// @param observer  null: nobody looks at this list
void add_postings(RunReader& run, std::string& large, PostingListWriter& lists,
                  PostingObserver* observer) {
  for_each_posting(run, large, [&](DocId docid, std::uint32_t wdf) {
    lists.add(docid, wdf);
    if (observer != nullptr) observer->add(docid, wdf);
  });
}

void write_term(const std::vector<RunReader*>& runs, std::string& large, PostingListWriter& lists,
                PostingObserver* observer) {
  const std::string_view term = runs.front()->entry().term;
  std::uint64_t termfreq = 0;
  std::uint64_t collection_freq = 0;
  for (const RunReader* run : runs) {
    termfreq += run->entry().count;
    collection_freq += run->entry().sum;
  }
  lists.begin(term, termfreq, collection_freq);
  if (observer != nullptr && !observer->begin(term)) observer = nullptr;
  for (RunReader* run : runs) add_postings(*run, large, lists, observer);
  lists.end();
  if (observer != nullptr) observer->end();
}

std::vector<std::filesystem::path> paths_of(const std::vector<Segment>& segments,
                                            std::filesystem::path Segment::*run) {
  std::vector<std::filesystem::path> paths;
  for (const Segment& segment : segments) paths.push_back(segment.*run);
  return paths;
}

std::string write_postlist(const std::filesystem::path& directory,
                           const std::vector<Segment>& segments,
                           const std::map<std::string, std::string>& metadata,
                           std::size_t buffer_bytes, PostingObserver* observer,
                           const std::stop_token& stop) {
  TableWriter table(directory / "postlist.glass", kUncompressed);
  write_metadata(metadata, table);
  write_values(segments, table);
  PostingListWriter lists(table);
  write_document_lengths(segments, lists);
  std::string large;
  merge_runs(paths_of(segments, &Segment::postings), buffer_bytes, [&](const auto& runs) {
    stop_here(stop);
    write_term(runs, large, lists, observer);
  });
  return table.finish().serialised_root;
}

/// The position table, one list of a term after another.
class PositionTable {
 public:
  explicit PositionTable(std::filesystem::path file)
      : file_(std::move(file)), table_(file_, kUncompressed) {}

  void begin(std::string_view term) {
    key_ = term;
    key_.push_back('\0');
    term_bytes_ = key_.size();
  }

  void add(DocId docid, std::span<const std::uint32_t> positions) {
    append_sortable_uint(key_, docid);
    code_.clear();
    append_positions(positions, code_);
    table_.add(key_, code_);
    key_.resize(term_bytes_);
  }

  std::string finish() {
    if (table_.entry_count() > 0) return table_.finish().serialised_root;
    real_filesystem().remove_tree(file_);
    return empty_table(kUncompressed).serialised_root;
  }

 private:
  std::filesystem::path file_;
  TableWriter table_;
  std::string key_;  ///< the term and its zero byte, and a docid while a list is added
  std::size_t term_bytes_ = 0;
  std::string code_;
};

/// Calls visit(docid, positions) for the lists of one segment.
/// @param positions, large  buffers
template <class Visit>
void for_each_list(RunReader& run, std::vector<std::uint32_t>& positions, std::string& large,
                   Visit visit) {
  const char* from = run.read_bytes(large).data();
  DocId docid = 0;
  for (std::uint64_t i = 0; i < run.entry().count; ++i) {
    docid += static_cast<std::uint32_t>(read_uint(from));
    positions.resize(read_uint(from));
    std::uint32_t last = 0;
    for (std::uint32_t& position : positions) {
      position = last += static_cast<std::uint32_t>(read_uint(from));
    }
    visit(docid, std::span<const std::uint32_t>(positions));
  }
}

std::string write_positions(const std::filesystem::path& directory,
                            const std::vector<Segment>& segments, const DatabaseOptions& options,
                            PositionObserver* observer, const std::stop_token& stop) {
  std::optional<PositionTable> table;
  if (options.positions) table.emplace(directory / "position.glass");
  std::vector<std::uint32_t> positions;
  std::string large;  // bytes that no reader's buffer holds
  const std::size_t buffer_bytes = options.merge_buffer_bytes / 2;
  merge_runs(paths_of(segments, &Segment::positions), buffer_bytes, [&](const auto& runs) {
    stop_here(stop);
    const std::string_view term = runs.front()->entry().term;
    if (table) table->begin(term);
    const bool observed = observer != nullptr && observer->begin(term);
    for (RunReader* run : runs) {
      for_each_list(*run, positions, large, [&](DocId docid, auto list) {
        if (table) table->add(docid, list);
        if (observed) observer->add(docid, list);
      });
    }
    if (observed) observer->end();
  });
  return table ? table->finish() : empty_table(kUncompressed).serialised_root;
}

/// Joins what the segments wrote of a table in docid order.
TableTree join_runs(const std::filesystem::path& file, std::vector<Segment>& segments,
                    LeafRun Segment::*run, const TableOptions& options) {
  TableWriter table(file, options);
  std::uint64_t entries = 0;
  for (Segment& segment : segments) {
    entries += (segment.*run).entry_count;
    table.append(std::move(segment.*run));
  }
  if (entries > 0) return table.finish();
  real_filesystem().remove_tree(file);
  return empty_table(options);
}

DatabaseStatistics statistics_of(const std::vector<Segment>& segments) {
  DatabaseStatistics statistics;
  for (const Segment& segment : segments) {
    statistics.document_count += segment.document_lengths.size();
    statistics.wdf_upper_bound = std::max(statistics.wdf_upper_bound, segment.wdf_upper_bound);
    for (const std::uint32_t length : segment.document_lengths) {
      statistics.total_length += length;
      statistics.longest = std::max(statistics.longest, length);
      if (length > 0 && (statistics.shortest == 0 || length < statistics.shortest)) {
        statistics.shortest = length;
      }
    }
  }
  return statistics;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  OutputFile out(path);
  out.write(bytes);
  out.close();
}

}  // namespace

TableTree write_database(const std::filesystem::path& directory, std::vector<Segment> segments,
                         const std::map<std::string, std::string>& metadata,
                         const std::array<unsigned char, 16>& uuid, const DatabaseOptions& options,
                         std::stop_token stop, ListObservers observers) {
  assert(!segments.empty() && segments.front().first_docid == 1);
  real_filesystem().create_directories(directory);
  TableRoots roots;
  // The two largest tables come from runs of their own, so that they are written side by side.
  auto positions = std::async(std::launch::async, [&] {
    return write_positions(directory, segments, options, observers.positions, stop);
  });
  roots.postlist = write_postlist(directory, segments, metadata, options.merge_buffer_bytes / 2,
                                  observers.postings, stop);
  roots.position = positions.get();
  TableTree documents =
      join_runs(directory / "docdata.glass", segments, &Segment::documents, document_table());
  const TableTree termlists = options.termlists
                                  ? join_runs(directory / "termlist.glass", segments,
                                              &Segment::termlists, termlist_table(options))
                                  : empty_table(termlist_table(options));
  roots.docdata = documents.serialised_root;
  roots.termlist = termlists.serialised_root;
  roots.spelling = roots.synonym = empty_table(kSmallTable).serialised_root;
  for (const Segment& segment : segments) {
    real_filesystem().remove_tree(segment.postings);
    real_filesystem().remove_tree(segment.positions);
  }
  write_file(directory / "flintlock", {});
  write_file(directory / "iamglass", encode_version_file(uuid, roots, statistics_of(segments)));
  return documents;
}

}  // namespace pullquote::glass

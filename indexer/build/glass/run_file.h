// SPDX-License-Identifier: GPL-3.0-or-later
/// Sorted runs between inversion and merging: what one segment knows of each term, in term order.
///
/// Entry: term length, term, two numbers, byte count (all LEB128), bytes. A posting run holds
/// termfreq, collection frequency and (docid gap, wdf) pairs; a position run holds the number of
/// lists, 0, and of each list the docid gap, the number of positions and their gaps. The first gap
/// of an entry, and of a list, counts from 0. Runs are scratch: they live inside one build and are
/// never read by another version.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/glass/byte_list.h"
#include "indexer/build/glass/encoding.h"
#include "schema/io/build_file.h"
#include "schema/ranked/word_pair.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {

/// The head of an entry. Its bytes stay in the file until they are asked for, so that a merge holds
/// the bytes of one run at a time, however many runs know a frequent term.
struct RunEntry {
  std::string term;
  std::uint64_t count = 0;  ///< postings or position lists
  std::uint64_t sum = 0;    ///< of wdfs
  std::uint64_t byte_count = 0;
};

/// One thread at a time. Throws WriteFailed.
class RunWriter {
 public:
  /// Of a term in a run: those of two words in a row are the longest.
  static constexpr std::size_t kMostTermBytes = kMostPairTermBytes;

  explicit RunWriter(std::filesystem::path path);
  void add(std::string_view term, std::uint64_t count, std::uint64_t sum, std::string_view bytes);
  /// The same for bytes in pieces.
  void add(std::string_view term, std::uint64_t count, std::uint64_t sum, const ByteList& bytes);
  void finish() { file_.close(); }

 private:
  void add_head(std::string_view term, std::uint64_t count, std::uint64_t sum,
                std::uint64_t byte_count);

  BuildFile file_;
  std::string head_;
};

/// One thread at a time. Throws WriteFailed when the run cannot be read back.
class RunReader {
 public:
  RunReader(std::filesystem::path path, std::size_t buffer_bytes);

  /// Moves to the next entry; false at the end. The bytes of the last one must have been read.
  bool next();
  const RunEntry& entry() const { return entry_; }

  /// The entry's bytes, once; a view that lives until the next call of either function.
  /// @param large  takes those that are more than the reader's buffer holds
  std::string_view read_bytes(std::string& large);

 private:
  std::size_t available() const { return end_ - begin_; }
  void fill();

  BuildFile file_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  ///< of what was not taken yet
  std::size_t end_ = 0;
  RunEntry entry_;
};

/// Calls visit(docid, wdf) for the entry of a posting run.
/// @param large  as read_bytes() takes it
template <class Visit>
void for_each_posting(RunReader& run, std::string& large, Visit visit) {
  const char* from = run.read_bytes(large).data();
  DocId docid = 0;
  for (std::uint64_t i = 0; i < run.entry().count; ++i) {
    docid += static_cast<std::uint32_t>(read_uint(from));
    visit(docid, static_cast<std::uint32_t>(read_uint(from)));
  }
}

/// Merges runs: calls `visit` once a term in byte order with the readers that stand at it, in the
/// order of the paths. It must read the bytes of each.
/// @param buffer_bytes  for all runs together, roughly
void merge_runs(const std::vector<std::filesystem::path>& paths, std::size_t buffer_bytes,
                const std::function<void(const std::vector<RunReader*>&)>& visit);

}  // namespace pullquote::glass

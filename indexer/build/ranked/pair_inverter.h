// SPDX-License-Identifier: GPL-3.0-or-later
/// Which articles of a run have which two frequent words in a row.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/ranked/frequent_words.h"

namespace pullquote {

/// A pair by the numbers of its words: first * FrequentWords::kMost + second.
using PairNumber = std::uint32_t;

constexpr PairNumber pair_number(std::uint16_t first, std::uint16_t second) {
  return first * static_cast<PairNumber>(FrequentWords::kMost) + second;
}

/// One thread at a time. Some 10 MB while it works: a list for every pair that there could be.
class PairInverter final {
 public:
  /// @param words  must outlive this.
  explicit PairInverter(const FrequentWords& words);

  /// @param docid  rising; the same pair may come again.
  void add(std::uint32_t docid, PairNumber pair) { add(docid, lists_[pair]); }

  /// The parts of a known compound in a row.
  void add_compound(std::uint32_t docid, std::string_view first, std::string_view second);

  /// Writes what was added as a sorted run (indexer/build/glass/run_file.h), with docid gaps alone,
  /// and begins anew. @throws WriteFailed
  void write_run(const std::filesystem::path& path);

 private:
  struct List {
    std::string gaps;
    std::uint32_t last_docid = 0;
    std::uint32_t count = 0;
  };

  static void add(std::uint32_t docid, List& list);

  const FrequentWords& words_;
  std::vector<List> lists_;              ///< by pair number
  std::map<std::string, List> by_term_;  ///< compounds; when a run is written, all pairs
};

/// Merges runs into ranked.pairs and removes them. @throws WriteFailed
/// @param buffer_bytes  for reading all runs together, roughly.
void write_pairs(const std::filesystem::path& path, const FrequentWords& words,
                 const std::vector<std::filesystem::path>& runs, std::uint32_t doccount,
                 std::size_t buffer_bytes);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Which articles of a run have which two frequent words in a row.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
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

/// A word as one side of a pair.
struct PairWord {
  std::string_view text;
  std::optional<std::uint16_t> frequent;  ///< FrequentWords::number_of(text)
};

/// One thread at a time. Some 10 MB while it works: a list for every pair that there could be.
class PairInverter final {
 public:
  /// @param words  must outlive this.
  explicit PairInverter(const FrequentWords& words);

  /// Two words in a row; kept if both are frequent or they are the parts of a known compound.
  /// @param docid  rising; the same words may come again.
  void add(std::uint32_t docid, const PairWord& first, const PairWord& second);

  /// Bytes that the lists take since the last run, roughly.
  std::size_t list_bytes() const { return list_bytes_; }

  /// Writes what was added as a sorted run (indexer/build/glass/run_file.h), with docid gaps alone,
  /// and begins anew. @throws WriteFailed
  void write_run(const std::filesystem::path& path);

 private:
  struct List {
    std::string gaps;
    std::uint32_t last_docid = 0;
    std::uint32_t count = 0;
  };

  void add(std::uint32_t docid, List& list);

  const FrequentWords& words_;
  std::vector<List> lists_;              ///< by pair number
  std::map<std::string, List> by_term_;  ///< compounds; when a run is written, all pairs
  std::size_t list_bytes_ = 0;
};

/// Merges runs into ranked.pairs and removes them. @throws WriteFailed
/// @param buffer_bytes  for reading all runs together, roughly.
void write_pairs(const std::filesystem::path& path, const FrequentWords& words,
                 const std::vector<std::filesystem::path>& runs, std::uint32_t doccount,
                 std::size_t buffer_bytes);

}  // namespace pullquote

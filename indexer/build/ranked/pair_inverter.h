// SPDX-License-Identifier: GPL-3.0-or-later
/// Which articles of a run have which two frequent words in a row.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/ranked/frequent_words.h"
#include "schema/ranked/word_pair.h"
#include "schema/store/doc_id.h"

namespace pullquote {

/// A pair by its place and the numbers of its words; in the order of the terms of pairs.
using PairNumber = std::uint32_t;

constexpr PairNumber pair_number(PairPlace place, std::uint16_t first, std::uint16_t second) {
  constexpr auto kMost = static_cast<PairNumber>(FrequentWords::kMost);
  return (static_cast<PairNumber>(place) * kMost + first) * kMost + second;
}

/// A word as one side of a pair.
struct PairWord {
  std::string_view text;
  std::optional<std::uint16_t> frequent;  ///< FrequentWords::number_of(text)
};

/// One thread at a time. Notes uses of pairs as they come and groups them when a run is written:
/// a list for each pair would be a place in memory that has long left the processor, for each use.
class PairInverter final {
 public:
  /// @param words  must outlive this.
  explicit PairInverter(const FrequentWords& words) : words_(words) {}

  /// Two words in a row; kept if both are frequent or they are the parts of a known compound.
  /// @param docid  rising; the same words may come again.
  void add(DocId docid, PairPlace place, const PairWord& first, const PairWord& second);

  /// Bytes that the uses take since the last run; writing it takes half as many more, and a
  /// megabyte.
  std::size_t use_bytes() const {
    return uses_.size() * sizeof(Use) + compound_uses_ * sizeof(std::uint32_t);
  }

  /// Writes what was added as a sorted run (indexer/build/glass/run_file.h), with docid gaps alone,
  /// and begins anew. @throws WriteFailed
  void write_run(const std::filesystem::path& path);

 private:
  struct Use {
    PairNumber pair;
    DocId docid;
  };

  void drop_repeats();

  const FrequentWords& words_;
  std::vector<Use> uses_;           ///< of two frequent words
  std::size_t first_of_docid_ = 0;  ///< of uses_, of the last docid
  std::size_t compound_uses_ = 0;
  std::map<std::string, std::vector<std::uint32_t>> compounds_;  ///< docids by the pair's term
};

/// Merges runs into ranked.pairs and removes them. @throws WriteFailed
/// @throws Interrupted when `stop` is triggered
/// @param buffer_bytes  for reading all runs together, roughly.
void write_pairs(const std::filesystem::path& path, const FrequentWords& words,
                 const std::vector<std::filesystem::path>& runs, std::uint32_t doccount,
                 std::size_t buffer_bytes, const std::stop_token& stop);

}  // namespace pullquote

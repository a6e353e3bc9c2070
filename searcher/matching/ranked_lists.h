// SPDX-License-Identifier: GPL-3.0-or-later
/// The ranked index of one part, mapped.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "pullquote/generation.h"
#include "schema/ranked/id_file.h"
#include "schema/ranked/ranked_file.h"
#include "schema/ranked/word_pair.h"
#include "searcher/matching/posting_source.h"

namespace pullquote {

/// Immutable and thread-safe; shared by all searchers of a generation.
class RankedLists final {
 public:
  /// Null when the part has no ranked index.
  /// @param articles  folder of the part's article database; the files lie beside it.
  /// @throws IndexUnavailable, RankedIndexDamaged
  static std::unique_ptr<const RankedLists> open(const std::filesystem::path& articles,
                                                 DocId doccount, const RankingParameters& ranking);

  /// The list of a stored term; empty when there is none.
  std::optional<RankedList> find(std::string_view term) const;

  /// The list of a pair or of a frequent word, as word_pair.h says; empty when there is none.
  std::optional<RankedList> find_in_pairs(std::string_view term) const { return pairs_.find(term); }

  const IdFile& ids() const { return ids_; }

 private:
  RankedLists(const std::filesystem::path& folder, DocId doccount,
              const RankingParameters& ranking);

  RankedFile postings_;
  RankedFile positions_;
  RankedFile pairs_;
  IdFile ids_;
};

}  // namespace pullquote

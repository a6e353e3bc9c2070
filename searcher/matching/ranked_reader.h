// SPDX-License-Identifier: GPL-3.0-or-later
/// The ranked index of one part as one searcher reads it.
///
/// A query asks for each of its lists several times, while it is planned and while it is opened,
/// and words come again in other queries. Finding a list bisects a dictionary, some dozen places of
/// which each has to wait for memory, and checking the directory of a long one takes longer still.
/// So lists are remembered as they were found and checked.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/analysis/string_hash.h"
#include "searcher/matching/ranked_lists.h"

namespace pullquote {

/// One thread at a time. Members throw RankedIndexDamaged.
class RankedReader final {
 public:
  /// @param lists  must outlive this.
  explicit RankedReader(const RankedLists& lists) : lists_(lists) {}

  /// The list of a stored term; empty when there is none.
  std::optional<RankedList> find(std::string_view term);

  /// Whether there is a list of the articles with these words in a row, unless no article has.
  bool has_pair(std::string_view first, std::string_view second);
  /// Those articles; of the combined text.
  std::optional<RankedList> find_pair(std::string_view first, std::string_view second);

  const IdFile& ids() const { return lists_.ids(); }

 private:
  using KnownLists = StringMap<std::optional<RankedList>>;

  template <class Find>
  static std::optional<RankedList> remembered(KnownLists& known, std::string_view term, Find find);
  std::optional<RankedList> find_in_pairs(std::string_view term);

  const RankedLists& lists_;
  KnownLists terms_;
  KnownLists pairs_;  ///< and words of which all pairs have lists
};

}  // namespace pullquote

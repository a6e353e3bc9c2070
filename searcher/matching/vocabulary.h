// SPDX-License-Identifier: GPL-3.0-or-later
/// The words of the index, for clauses that name many of them: cease*, aleppo~.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/matching/part_reader.h"

namespace pullquote {

/// One thread at a time.
class Vocabulary {
 public:
  /// @param parts  must outlive this.
  explicit Vocabulary(const std::vector<std::unique_ptr<PartReader>>& parts) : parts_(parts) {}

  /// Calls `visit` with the stored terms that start with `prefix`, in byte order, and the sum of
  /// their termfreqs, until it returns false.
  void visit(std::string_view prefix,
             const std::function<bool(std::string_view term, std::uint64_t termfreq)>& visit) const;

  /// Words that start with `word`, the most frequent first.
  std::vector<std::string> starting_with(std::string_view word) const;

  /// Words with the same first letter whose edit distance from `word`, in characters, is at most
  /// `distance`; the nearer ones first.
  std::vector<std::string> similar_to(std::string_view word, unsigned distance) const;

 private:
  const std::vector<std::unique_ptr<PartReader>>& parts_;
};

}  // namespace pullquote

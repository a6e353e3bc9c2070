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

  /// Visits the stored terms that start with `prefix`, in byte order, with the sum of their
  /// termfreqs, until `visit` returns false.
  void visit(const std::string& prefix,
             const std::function<bool(const std::string& term, std::uint64_t termfreq)>& visit);

  /// Words that start with `word`, without field prefix, the most frequent first. @param
  /// field_prefix "", "S" or "XQ".
  std::vector<std::string> starting_with(const std::string& word, const std::string& field_prefix);

  /// Words with the same first letter whose edit distance from `word`, in characters, is at most
  /// `distance`; the nearer ones first.
  std::vector<std::string> similar_to(const std::string& word, unsigned distance,
                                      const std::string& field_prefix);

 private:
  const std::vector<std::unique_ptr<PartReader>>& parts_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// One index, to be searched through its ranked files and through Xapian alone.
#pragma once

#include <filesystem>
#include <string>

#include "pullquote/searcher.h"
#include "schema/store/layout.h"
#include "tests/support/test_index.h"

namespace pullquote::testing {

class TwoPaths {
 public:
  explicit TwoPaths(std::string_view jsonl, BuildOptions options = {}) {
    options.threads = 1;
    const BuildReport report = index_.build(jsonl, options);
    generation_ = index_.generation(report);
    std::filesystem::copy(index_.path(), plain_path(), std::filesystem::copy_options::recursive);
    const std::filesystem::path plain = StoreLayout{plain_path()}.generation(report.generation);
    for (const char* name : kFiles) std::filesystem::remove(plain / name);
  }

  static constexpr const char* kFiles[] = {kRankedPostingsName, kRankedPositionsName,
                                           kRankedPairsName, kRankedIdsName};

  /// Of the index with the ranked files.
  const std::filesystem::path& generation() const { return generation_; }
  const std::filesystem::path path() const { return index_.path(); }

  Searcher ranked() const { return Searcher(Generation::open(index_.path())); }
  Searcher plain() const { return Searcher(Generation::open(plain_path())); }

 private:
  std::filesystem::path plain_path() const { return index_.folder() / "plain"; }

  TestIndex index_;
  std::filesystem::path generation_;
};

}  // namespace pullquote::testing

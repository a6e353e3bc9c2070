// SPDX-License-Identifier: GPL-3.0-or-later
/// The posting lists of one part's ranked index, written while its article database is.
#pragma once

#include <filesystem>

#include "indexer/build/glass/list_observer.h"
#include "indexer/build/ranked/ranked_writer.h"
#include "pullquote/generation.h"
#include "schema/ranked/impact_scales.h"
#include "schema/store/columns.h"

namespace pullquote {

/// Stems with impacts, and filters.
class RankedPostings final : public glass::PostingObserver {
 public:
  /// @param columns  of the part; must outlive this.
  RankedPostings(const std::filesystem::path& path, const RankingParameters& ranking,
                 const Columns& columns);

  bool begin(std::string_view term) override;
  void add(std::uint32_t docid, std::uint32_t wdf) override;
  void end() override { writer_.end(); }
  void finish() { writer_.finish(); }

 private:
  RankedWriter writer_;
  const Columns& columns_;
  const ImpactScales scales_;
  const ImpactScale* scale_ = nullptr;  ///< of the list at hand; null: a filter
};

/// Words with their positions.
class RankedPositions final : public glass::PositionObserver {
 public:
  RankedPositions(const std::filesystem::path& path, std::uint32_t doccount)
      : writer_(path, ranked::Kind::Positions, doccount, 0) {}

  bool begin(std::string_view term) override;
  void add(std::uint32_t docid, std::span<const std::uint32_t> positions) override {
    writer_.add(docid, positions);
  }
  void end() override { writer_.end(); }
  void finish() { writer_.finish(); }

 private:
  RankedWriter writer_;
};

/// Both files of lists. Those of pairs (pair_inverter.h) and ids (id_runs.h) come from the
/// articles.
class RankedListWriters {
 public:
  RankedListWriters(const std::filesystem::path& folder, const RankingParameters& ranking,
                    const Columns& columns);

  glass::ListObservers observers() { return {&postings_, &positions_}; }
  /// After the last list.
  void finish();

 private:
  RankedPostings postings_;
  RankedPositions positions_;
};

}  // namespace pullquote

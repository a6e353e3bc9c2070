// SPDX-License-Identifier: GPL-3.0-or-later
/// The posting lists of one part's ranked index, written while its article database is.
#pragma once

#include <filesystem>

#include "indexer/build/glass/list_observer.h"
#include "indexer/build/ranked/frequent_words.h"
#include "indexer/build/ranked/ranked_writer.h"
#include "pullquote/generation.h"
#include "schema/ranked/impact_scales.h"
#include "schema/store/columns.h"
#include "schema/store/doc_id.h"

namespace pullquote {

/// Stems with impacts, and filters.
class RankedPostingsWriter final : public glass::PostingObserver {
 public:
  /// @param columns  of the part; must outlive this.
  RankedPostingsWriter(const std::filesystem::path& path, const RankingParameters& ranking,
                       const Columns& columns);

  bool begin(std::string_view term) override;
  void add(DocId docid, std::uint32_t wdf) override;
  void end() override { writer_.end(); }
  void finish() { writer_.finish(); }

 private:
  RankedWriter writer_;
  const Columns& columns_;
  const ImpactScales scales_;
  const ImpactScale* scale_ = nullptr;  ///< of the list at hand; null: a filter
};

/// Words with their positions, and the starts of paragraphs. Where words stand in headlines and
/// quotes follows from their positions in the text. Frequent words have lists of that as well:
/// looking for a few places among many costs more than the bytes, two in a hundred of an index.
class RankedPositionsWriter final : public glass::PositionObserver {
 public:
  /// @param words  must outlive this.
  RankedPositionsWriter(const std::filesystem::path& path, std::uint32_t doccount,
                        const FrequentWords& words)
      : writer_(path, ranked::Kind::Positions, doccount, 0), words_(words) {}

  bool begin(std::string_view term) override;
  void add(DocId docid, std::span<const std::uint32_t> positions) override {
    writer_.add(docid, positions);
  }
  void end() override { writer_.end(); }
  void finish() { writer_.finish(); }

 private:
  RankedWriter writer_;
  const FrequentWords& words_;
};

/// Both files of lists. Those of pairs (pair_inverter.h) and ids (id_runs.h) come from the
/// articles.
class RankedListWriters {
 public:
  RankedListWriters(const std::filesystem::path& folder, const RankingParameters& ranking,
                    const Columns& columns, const FrequentWords& words);

  glass::ListObservers observers() { return {&postings_, &positions_}; }
  /// After the last list.
  void finish();

 private:
  RankedPostingsWriter postings_;
  RankedPositionsWriter positions_;
};

}  // namespace pullquote

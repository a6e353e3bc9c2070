// SPDX-License-Identifier: GPL-3.0-or-later
/// Every path of an index, made and parsed in one place (DESIGN: what lies on disk).
#pragma once

#include <filesystem>

#include "pullquote/generation.h"

namespace pullquote {

struct StoreLayout {
  std::filesystem::path root;

  std::filesystem::path current() const { return root / "CURRENT"; }
  std::filesystem::path next_current() const { return root / "CURRENT.next"; }
  std::filesystem::path lock() const { return root / "LOCK"; }
  std::filesystem::path generations() const { return root / "generations"; }
  std::filesystem::path generation(const GenerationId& id) const {
    return generations() / id.value;
  }
  std::filesystem::path staging() const { return root / "staging"; }
  std::filesystem::path staging(const GenerationId& id) const { return staging() / id.value; }
};

inline constexpr const char* kManifestName = "manifest.json";
inline constexpr const char* kArticlesName = "articles";
inline constexpr const char* kQuotesName = "quotes";
/// Flat columns beside the article database of a part (see columns.h).
inline constexpr const char* kColumnsName = "columns";
/// The ranked index beside the article database of a part (see schema/ranked/ranked_format.h).
inline constexpr const char* kRankedPostingsName = "ranked.postings";
inline constexpr const char* kRankedPositionsName = "ranked.positions";
inline constexpr const char* kRankedPairsName = "ranked.pairs";  ///< see schema/ranked/word_pair.h
inline constexpr const char* kRankedIdsName = "ranked.ids";      ///< see schema/ranked/id_file.h
/// Quote families of the whole generation (see families.h), and columns by quote in the order of
/// its numbers. Absent when there is no quote.
inline constexpr const char* kFamiliesName = "families";
inline constexpr const char* kQuoteColumnsName = "quote-columns";

}  // namespace pullquote

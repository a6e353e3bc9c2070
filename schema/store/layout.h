// SPDX-License-Identifier: GPL-3.0-or-later
/// Every path of an index, made and parsed in one place (DESIGN: what lies on disk).
#pragma once

#include <filesystem>

#include "pullquote/generation.h"

namespace pullquote {

struct StoreLayout {
  std::filesystem::path root;

  /// Says that the folder is an index (indexer/publish/index_mark.h).
  std::filesystem::path mark() const { return root / "pullquote-index"; }
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
/// Quote families of the whole generation (families.h). Absent when there is no quote.
inline constexpr const char* kFamiliesName = "families";

/// The folder of the first part of a generation. The manifest names the folders of all parts.
inline constexpr const char* kFirstPartName = "part-1";

// Files of a part, below its folder.

inline constexpr const char* kArticlesName = "articles";      ///< the folder of a Xapian database
inline constexpr const char* kDocdataName = "docdata.glass";  ///< in there: what is stored
inline constexpr const char* kArticleBlocksName = "articles.blocks";          ///< article_store.h
inline constexpr const char* kArticleDictionaryName = "articles.dictionary";  ///< article_store.h
inline constexpr const char* kColumnsName = "columns";                        ///< columns.h
inline constexpr const char* kRankedPostingsName = "ranked.postings";    ///< ranked/ranked_format.h
inline constexpr const char* kRankedPositionsName = "ranked.positions";  ///< ranked/ranked_format.h
inline constexpr const char* kRankedPairsName = "ranked.pairs";          ///< ranked/word_pair.h
inline constexpr const char* kRankedIdsName = "ranked.ids";              ///< ranked/id_file.h
inline constexpr const char* kQuotePostingsName = "quotes.postings";     ///< absent without a quote
inline constexpr const char* kQuoteColumnsName = "quotes.columns";       ///< absent without a quote

/// Keys of the database's user metadata: the schema fingerprint and the generation's id.
inline constexpr const char* kSchemaKey = "pullquote.schema";
inline constexpr const char* kGenerationKey = "pullquote.generation";

}  // namespace pullquote

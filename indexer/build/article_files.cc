// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/article_files.h"

#include <string>

#include "schema/io/filesystem.h"
#include "schema/store/article_blocks.h"
#include "schema/store/block_checksum.h"
#include "schema/store/layout.h"
#include "schema/store/object_bytes.h"

namespace pullquote {

void write_article_files(const std::filesystem::path& part, const glass::TableTree& documents,
                         std::uint32_t article_count, std::string_view dictionary) {
  if (!dictionary.empty()) {
    real_filesystem().write_synced(part / kArticleDictionaryName, dictionary);
  }
  ArticleBlocksHeader header;
  header.root = documents.root;
  header.level = documents.level;
  header.block_count = static_cast<std::uint32_t>(documents.checksums.size());
  header.article_count = article_count;
  header.dictionary_bytes = static_cast<std::uint32_t>(dictionary.size());
  header.dictionary_checksum = block_checksum(dictionary);
  header.checksum = block_checksum(bytes_of(header).substr(ArticleBlocksHeader::kUnsummed));
  real_filesystem().write_synced(
      part / kArticleBlocksName,
      std::string(bytes_of(header)) + std::string(bytes_of(documents.checksums)));
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// What stored articles are read with beside their database (schema/store/article_store.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "indexer/build/glass/table_writer.h"

namespace pullquote {

/// Writes articles.blocks and, unless the dictionary is empty, articles.dictionary.
/// @param documents  the table of documents' data, with checksums.
/// @throws WriteFailed
void write_article_files(const std::filesystem::path& part, const glass::TableTree& documents,
                         std::uint32_t article_count, std::string_view dictionary);

}  // namespace pullquote

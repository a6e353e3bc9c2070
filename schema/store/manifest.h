// SPDX-License-Identifier: GPL-3.0-or-later
/// manifest.json: written once by the build, read by every opening.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "pullquote/generation.h"

namespace pullquote {

/// JSON text, one key a line, newline at the end. The last key is the checksum of all before it.
std::string to_json(const Manifest& manifest);

/// Nothing but id, format and schema is set where is_reindexable() is false.
/// @throws IndexCorrupt when `text` is no manifest; `where` names the file in the message.
Manifest parse_manifest(std::string_view text, const std::filesystem::path& where);

/// Reads GENERATION/manifest.json.
/// @throws IndexUnavailable, IndexCorrupt
Manifest read_manifest(const std::filesystem::path& generation);

/// @throws SchemaMismatch naming both fingerprints, and what helps, when the manifest's is not
/// ours.
void check_schema(const Manifest& manifest, const std::filesystem::path& where);

/// The format before kFormatVersion. Its stored articles can be read, nothing else
/// (stored_articles.h).
inline constexpr std::uint32_t kFormatBefore = 2;

/// Whether the generation's stored articles can be read, whatever its fields and analyser were.
bool is_reindexable(const Manifest& manifest);

/// Names of build options in Manifest::options that reindexing goes by.
inline constexpr const char* kCompressionOption = "compression";
inline constexpr const char* kXapianOption = "xapian";  ///< "stems" or kXapianFull
inline constexpr const char* kXapianFull = "full";

/// The language that articles of unknown language are stemmed in, by the writer and by every
/// reader: the most frequent known one, ties by code; "en" when none is known.
/// @param languages  articles by code, as in Manifest.
std::string main_language(const std::map<std::string, std::uint64_t>& languages);

/// The published id from CURRENT. @throws IndexUnavailable when nothing is published there.
GenerationId read_current(const std::filesystem::path& root);

}  // namespace pullquote

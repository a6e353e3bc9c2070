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

/// JSON text, one key a line, newline at the end.
std::string to_json(const Manifest& manifest);

/// @throws IndexCorrupt when `text` is no manifest; `where` names the file in the message.
Manifest parse_manifest(std::string_view text, const std::filesystem::path& where);

/// Reads GENERATION/manifest.json.
/// @throws IndexUnavailable, IndexCorrupt
Manifest read_manifest(const std::filesystem::path& generation);

/// @throws SchemaMismatch naming both fingerprints when the manifest's is not ours.
void check_schema(const Manifest& manifest, const std::filesystem::path& where);

/// The build option under which the article databases have no positions; "yes" or "no".
inline constexpr const char* kLeanOption = "lean";
bool is_lean(const Manifest& manifest);

/// The language that articles of unknown language are stemmed in, by the writer and by every
/// reader: the most frequent known one, ties by code; "en" when none is known.
/// @param languages  articles by code, as in Manifest.
std::string main_language(const std::map<std::string, std::uint64_t>& languages);

/// The published id from CURRENT. @throws IndexUnavailable when nothing is published there.
GenerationId read_current(const std::filesystem::path& root);

}  // namespace pullquote

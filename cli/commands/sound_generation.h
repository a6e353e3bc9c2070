// SPDX-License-Identifier: GPL-3.0-or-later
/// Answering in spite of damage: from the newest generation that is kept and can answer.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "cli/options/command.h"
#include "pullquote/searcher.h"

namespace pullquote::cli {

using Answer = std::function<void(std::shared_ptr<const Generation> generation)>;

/// Calls `answer` with the published generation. When that one or a file of it turns out to be
/// damaged or missing, calls it again with the next older one, until one answers; a warning on
/// standard error then names the damaged file, the remedy and the generation that answered.
/// @param answer  may be called several times, so it must compute and leave printing to its caller.
/// @throws IndexCorrupt, IndexUnavailable what the published generation threw, when no older one
/// answers; SchemaMismatch, and whatever else `answer` throws.
void with_sound_generation(const std::filesystem::path& index, std::string_view command,
                           Context& context, const Answer& answer);

}  // namespace pullquote::cli

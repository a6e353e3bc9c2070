// SPDX-License-Identifier: GPL-3.0-or-later
/// Answers from an index in spite of damage: from the published generation, or else from the newest
/// older generation that is sound enough to answer.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "cli/options/command.h"
#include "pullquote/searcher.h"

namespace pullquote::cli {

/// Computes an answer from a generation and keeps it in variables of the caller.
using Answer = std::function<void(std::shared_ptr<const Generation> generation)>;

/// Calls `answer` with the published generation. If that generation or one of its files is damaged
/// or missing, calls `answer` with the next older generation, and so on until one call succeeds. A
/// warning on standard error then names the damaged file, the remedy, and the generation that
/// answered.
/// @param answer   may be called several times and must start afresh each time; printing is left to
/// the caller.
/// @param command  the subcommand's name, for the warning.
/// @throws IndexCorrupt, IndexUnavailable  from the published generation, if no older one answers.
/// @throws SchemaMismatch, and any other exception of `answer`.
void with_sound_generation(const std::filesystem::path& index, std::string_view command,
                           Context& context, const Answer& answer);

}  // namespace pullquote::cli

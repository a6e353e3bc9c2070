// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether a generation holds what its manifest claims.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "pullquote/generation.h"
#include "pullquote/reporter.h"

namespace pullquote {

enum class Depth : std::uint8_t {
  Sample,  ///< counts, fingerprints, and some articles found by id and by phrase: fractions of a
           ///< second
  Full,    ///< also every checksum, the engine's own check, and every list of the ranked index
           ///< against the database: reads every byte
};

/// Who hears of the progress, and who may end the work. Views; must outlive it.
struct Supervision {
  Reporter& reporter;
  const std::stop_token& stop;
};

/// What is wrong with the generation in `folder`, one line each; empty: nothing. Whatever is in the
/// folder, it is reported, not thrown. @throws Interrupted
std::vector<std::string> verify(const std::filesystem::path& folder, const Manifest& manifest,
                                Depth depth, const Supervision& supervision);

}  // namespace pullquote

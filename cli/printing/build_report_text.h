// SPDX-License-Identifier: GPL-3.0-or-later
/// What a build or a reindexing did, for people.
#pragma once

#include <cstddef>
#include <string>

#include "pullquote/index_builder.h"
#include "pullquote/reindexer.h"

namespace pullquote::cli {

/// Half a dozen lines: articles and quotes, what was left out by reason, sizes, seconds per stage.
std::string build_report_text(const BuildReport& report);

/// Four lines: articles and quotes, sizes, seconds per stage, generations.
std::string reindex_report_text(const ReindexReport& report);

/// "pages/a.gz, byte 512: truncated gzip data (the stream ends early)".
std::string rejection_text(const Rejection& rejection);

/// One line for each of the first `most` rejections and one that says how many more there are.
std::string rejections_text(const BuildReport& report, std::size_t most);

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
/// Reports of `build` and `reindex` as text for people.
#pragma once

#include <cstddef>
#include <string>

#include "pullquote/index_builder.h"
#include "pullquote/reindexer.h"

namespace pullquote::cli {

/// About half a dozen lines: articles and quotes indexed, records read, rejections by reason,
/// sizes, seconds per stage, and the published generation.
std::string build_report_text(const BuildReport& report);

/// Four lines: articles and quotes, sizes, seconds per stage, and the published and the old
/// generation.
std::string reindex_report_text(const ReindexReport& report);

/// One rejection without a newline: "pages/a.gz, byte 512: truncated gzip data (the stream ends
/// early)".
std::string rejection_text(const Rejection& rejection);

/// One line for each of the first `most` rejections, and one with the number of the others.
std::string rejections_text(const BuildReport& report, std::size_t most);

}  // namespace pullquote::cli

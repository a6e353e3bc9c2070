// SPDX-License-Identifier: GPL-3.0-or-later
/// Dates and bylines that no element's name gives away: found by their form and their place.
#pragma once

#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_cleaning.h"
#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

/// Changes the verdicts of blocks that were taken for text. Everywhere: lines that are set as a
/// time or labelled as one ("Published: 4 May 2016"). From the top to the second sentence of the
/// text: "By Jo Smith, correspondent", and a date by itself if it is the only one in the text.
/// Linear; thread-safe.
void mark_header(const Document& document, const std::vector<TextBlock>& blocks,
                 std::vector<Verdict>& verdicts);

}  // namespace pullquote::html

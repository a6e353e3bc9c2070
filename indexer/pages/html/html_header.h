// SPDX-License-Identifier: GPL-3.0-or-later
/// Dates and bylines that no element's name gives away: by their form and by where they stand.
#pragma once

#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_cleaning.h"
#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

/// Takes out of the text: what is set as a time or says that it is one ("Published: 4 May 2016"),
/// anywhere; between headline and text also "By Jo Smith, correspondent" and a date by itself,
/// where it is the only one.
void mark_header(const Document& document, const std::vector<TextBlock>& blocks,
                 std::vector<Verdict>& verdicts);

}  // namespace pullquote::html

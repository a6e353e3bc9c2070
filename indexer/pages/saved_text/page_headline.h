// SPDX-License-Identifier: GPL-3.0-or-later
/// The headline among the lines of a saved page.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/pages/saved_text/page_line.h"
#include "indexer/pages/saved_text/page_region.h"

namespace pullquote {

/// The index of the line that is the headline, or empty when no line looks like one.
///
/// It stands above the text region or, where the region begins with teasers, within its first two
/// thirds. `lines` have the roles that their words give them; only lines without a role are
/// candidates.
std::optional<std::size_t> find_headline(const std::vector<PageLine>& lines,
                                         const PageRegion& region);

}  // namespace pullquote

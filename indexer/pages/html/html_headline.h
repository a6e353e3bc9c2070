// SPDX-License-Identifier: GPL-3.0-or-later
/// The headline of a page: the heading that readers see, confirmed by what the metadata says, and
/// without the name of the site that titles carry.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_metadata.h"
#include "indexer/pages/html/html_regions.h"

namespace pullquote::html {

struct HeadlineChoice {
  std::string text;          ///< empty: none found
  NodeIndex node = kNoNode;  ///< the heading it was read from, if any
  std::string reason;        ///< "h1 that agrees with og:title", ...
  /// The block that begins with it and may go on with byline and date, if it was found so.
  std::optional<std::size_t> first_line_of = std::nullopt;
};

/// `stated` are headlines that metadata gives without the site's name (JSON-LD), best first.
HeadlineChoice choose_headline(const Document& document, const std::vector<TextBlock>& blocks,
                               const Regions& regions, const PageMetadata& metadata,
                               const std::vector<std::string>& stated);

/// `title` without a leading or trailing site name set off by "|", " - " and the like. The site's
/// name is `site`, or what the other headlines in `known` show to be no part of it.
std::string without_site_name(std::string_view title, std::string_view site,
                              const std::vector<std::string>& known);

/// Letters and digits in lower case only: equal for texts that differ in punctuation and spaces.
std::string skeleton(std::string_view text);

}  // namespace pullquote::html

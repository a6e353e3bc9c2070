// SPDX-License-Identifier: GPL-3.0-or-later
/// The headline of a page: the heading that readers see, confirmed by titles in the metadata, and
/// without the name of the site that such titles carry.
///
/// All functions are pure and thread-safe.
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

/// The headline and where it comes from.
struct HeadlineChoice {
  std::string text;          ///< empty: none found
  NodeIndex node = kNoNode;  ///< the element that shows it; kNoNode: none does
  std::string reason;        ///< "heading", "og:title", "line that begins the title", ...
  /// The block whose first line the headline is, if it was found so; byline and date may follow in
  /// that block. Unset: the headline is a block of its own, or on no block.
  std::optional<std::size_t> first_line_of = std::nullopt;
};

/// Chooses among headings, blocks and titles. `stated` are headlines that metadata gives without
/// the site's name (JSON-LD), best first. An empty text means that the page has none.
HeadlineChoice choose_headline(const Document& document, const std::vector<TextBlock>& blocks,
                               const Regions& regions, const PageMetadata& metadata,
                               const std::vector<std::string>& stated);

/// `title` without a site's name in front or behind, set off by "|", " - " and the like: "Truce
/// holds" of "Truce holds - The Daily X". A piece is the site's name if it agrees with `site`, or
/// stands behind a bar and has at most four words. A title that equals one of `known` headlines
/// stays whole.
std::string without_site_name(std::string_view title, std::string_view site,
                              const std::vector<std::string>& known);

/// A key for comparing: letters and digits only, ASCII letters in lower case, so that texts that
/// differ in punctuation, quotation marks and spaces are equal. Bytes beyond ASCII stay.
std::string skeleton(std::string_view text);

}  // namespace pullquote::html

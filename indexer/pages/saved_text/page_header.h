// SPDX-License-Identifier: GPL-3.0-or-later
/// The header of a saved page: the lines between headline and text, such as standfirst, byline,
/// dates and captions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/saved_text/page_line.h"
#include "indexer/pages/saved_text/page_region.h"
#include "pullquote/timestamp.h"

namespace pullquote {

/// The times that a line states behind labels; unset: not stated.
struct StatedTimes {
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  bool empty() const { return !published && !modified; }
};
/// Reads "Published: 4 May 2016 | Updated: 5 May 2016". Of several times with one label the first
/// counts. Empty for lines above 30 words.
StatedTimes parse_stated_times(const PageLine& line);

/// The names behind "By" and the like, as written: "Ana Lima and Jo Smith" of "By Ana Lima and Jo
/// Smith | 4 May 2016". Empty when the line is no byline or has no names.
std::string parse_byline(const PageLine& line);

/// Whether the line has the role of a byline or date.
bool is_header_line(const PageLine& line);

/// "Outlet August 08, 2018", "August 8, 2018 Ana Lima": at most ten words that begin or end with a
/// date. Excluded is the signature of a quoted post, "Name (@name) August 8, 2018".
bool is_dated(const PageLine& line);

/// Sets the roles of the lines from `after_headline` to the first line of the text, and returns the
/// index of the latter (region.last: there is no text). Lines that have a role keep it.
std::size_t read_header(std::vector<PageLine>& lines, std::size_t after_headline,
                        const PageRegion& region);

}  // namespace pullquote

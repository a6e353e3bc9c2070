// SPDX-License-Identifier: GPL-3.0-or-later
/// What stands between headline and text: standfirst, byline, dates, captions.
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

/// The times that a line states behind labels ("Published: 4 May 2016 | Updated: 5 May 2016").
struct StatedTimes {
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  bool empty() const { return !published && !modified; }
};
StatedTimes parse_stated_times(const PageLine& line);

/// The names behind "By" and the like, where they look like names; else empty.
std::string parse_byline(const PageLine& line);

/// A line that gives byline or time, whatever else the page has.
bool is_header_line(const PageLine& line);

/// "Outlet August 08, 2018", "August 8, 2018 Ana Lima": a date beside a few words, if not those of
/// a post quoted from elsewhere ("Name (@name) August 8, 2018").
bool is_dated(const PageLine& line);

/// Gives the lines from behind the headline to the text their roles, and returns the first line of
/// the text.
std::size_t read_header(std::vector<PageLine>& lines, std::size_t after_headline,
                        const PageRegion& region);

}  // namespace pullquote

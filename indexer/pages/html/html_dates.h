// SPDX-License-Identifier: GPL-3.0-or-later
/// Publication times where metadata states none: <time> elements and short lines around the
/// headline ("Published 11:11 PM EST Nov 19, 2019"), last the path of the address.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_cleaning.h"
#include "indexer/pages/html/html_dom.h"
#include "indexer/pages/html/html_regions.h"
#include "pullquote/timestamp.h"

namespace pullquote::html {

/// parse_date, without times that only software states (year 1, far future).
std::optional<Timestamp> plausible_date(std::string_view text);

/// The longest part of a short line that is a date of at least day precision.
std::optional<Timestamp> date_within(std::string_view line);

/// `text` without its first date; as it is when it has none.
std::string_view before_date(std::string_view text);

struct VisibleDates {
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
};

/// `headline`: the element that shows it, or kNoNode.
VisibleDates find_visible_dates(const Document& document, const std::vector<TextBlock>& blocks,
                                const Regions& regions, const std::vector<Verdict>& verdicts,
                                NodeIndex headline);

/// The times, with clock, that lines between headline and text show.
std::vector<Timestamp> find_shown_times(const Document& document,
                                        const std::vector<TextBlock>& blocks,
                                        const Regions& regions,
                                        const std::vector<Verdict>& verdicts, NodeIndex headline);

/// Minutes east of UTC at which the outlet keeps its clocks, where `shown` is `stated` (in UTC, as
/// metadata often is) as its readers see it: the zone named there, or the difference between the
/// two where that is a zone's. Empty when they may be different times.
std::optional<std::int16_t> outlet_zone(const Timestamp& stated, const Timestamp& shown);

/// The day in "/2019/11/19/", "/2019-11-19/" or "/20191119/".
std::optional<Timestamp> date_in_url(std::string_view url);

}  // namespace pullquote::html

// SPDX-License-Identifier: GPL-3.0-or-later
/// Publication times where metadata states none: <time> elements and short lines around the
/// headline ("Published 11:11 PM EST Nov 19, 2019"), last the path of the address.
///
/// All functions are pure and thread-safe. An empty result means that nothing is stated; no time is
/// ever guessed from "now".
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

/// parse_date() of the whole text, without times before 1600 or from 2100 on, which only software
/// states.
std::optional<Timestamp> plausible_date(std::string_view text);

/// The longest part of a short line (50 tokens at most) that is a date of at least day precision
/// and names its year.
std::optional<Timestamp> date_within(std::string_view line);

/// The part of `text` before its first date; all of it when it has none.
std::string_view before_date(std::string_view text);

/// The times that readers of the page see.
struct VisibleDates {
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
};

/// Searches the blocks nearest to headline and text first. `headline`: the element that shows the
/// headline, or kNoNode.
VisibleDates find_visible_dates(const Document& document, const std::vector<TextBlock>& blocks,
                                const Regions& regions, const std::vector<Verdict>& verdicts,
                                NodeIndex headline);

/// The times with a clock that lines from shortly above the headline to the first lines of the text
/// show, in order; those of changes are left out.
std::vector<Timestamp> find_shown_times(const Document& document,
                                        const std::vector<TextBlock>& blocks,
                                        const Regions& regions,
                                        const std::vector<Verdict>& verdicts, NodeIndex headline);

/// The outlet's zone, in minutes east of UTC. `stated` is a time in UTC, as metadata often has it;
/// `shown` is what readers see. The zone is the one that `shown` names, or else the difference
/// between the two clocks, where that is the offset of a zone: 14:30 UTC shown as 10:30 gives -240.
/// Empty when the two may be different times.
std::optional<std::int16_t> outlet_zone(const Timestamp& stated, const Timestamp& shown);

/// The day in the path of an address: "/2019/11/19/", "/2019-11-19/" or "/20191119/".
std::optional<Timestamp> date_in_url(std::string_view url);

}  // namespace pullquote::html

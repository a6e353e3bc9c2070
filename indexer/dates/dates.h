// SPDX-License-Identifier: GPL-3.0-or-later
/// Publication times as articles write them.
///
/// Reads ISO 8601 and its neighbours, RFC 2822, epoch seconds and milliseconds, numeric dates and
/// dates with month names in the languages of data/lexicon/date-words.tsv. What is not stated stays
/// unknown: the precision is that of the text, a zone is only set when one is named (without one
/// the time is taken as UTC), and a date that two conventions read differently (03/04/2016) is no
/// date.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pullquote/timestamp.h"

namespace pullquote {

/// The time that the whole of `text` states ("Sept. 12, 2016, 3:04 p.m. EDT", "12.09.2016",
/// "4 mai 2016 à 10h30", "1462356000"); empty when any part of it is something else.
std::optional<Timestamp> parse_date(std::string_view text);

/// The same by a strptime format with %Y %m %d %H %M %S %y %b %B %j %e %z %%, which must cover
/// all of `text`. A format whose finest field is the month gives precision Month, and so on.
std::optional<Timestamp> parse_date(std::string_view text, std::string_view format);

/// What keeps `format` from ever reading a date: a letter that means nothing, or no year; empty
/// when nothing does.
std::string fault_of_date_format(std::string_view format);

}  // namespace pullquote

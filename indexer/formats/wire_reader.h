// SPDX-License-Identifier: GPL-3.0-or-later
/// Wire messages as IPTC 7901 lays them out:
///
///   SOH  source and number, priority, category, words, optional remarks
///        keyword line (slug)
///   STX  header block (status, headline, byline), text
///   ETX  day, time, zone, month, year
///   EOT
///
/// Agencies end the header block with "=" or a blank line.
#pragma once

#include "indexer/formats/record_reader.h"

namespace pullquote {

/// One message to one outcome.
void read_wire_message(const RawRecord& record, const RecordSink& sink);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The lists of a finished article database, through Xapian's own interface, for those who
/// otherwise see them while it is written.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <stop_token>

#include "indexer/build/glass/list_observer.h"
#include "indexer/build/progress_meter.h"
#include "schema/store/columns.h"

namespace pullquote {

/// All functions throw Xapian::Error, and Interrupted when `stop` is triggered. Use a database in
/// one thread.

/// Postings of all terms together.
std::uint64_t count_postings(const Xapian::Database& database, const std::stop_token& stop);

/// Shows all posting lists in byte order of their terms. The meter counts the postings that the
/// observer wants. @throws IndexCorrupt for an article that is not there.
void visit_postings(const Xapian::Database& database, glass::PostingObserver& observer,
                    ProgressMeter& meter, const std::stop_token& stop);

/// Shows all lists of words with their positions in byte order of their terms. The meter counts
/// postings. @throws IndexCorrupt for an article that is not there, or a word without positions.
void visit_positions(const Xapian::Database& database, glass::PositionObserver& observer,
                     ProgressMeter& meter, const std::stop_token& stop);

/// Lengths of all articles; times stay unknown.
/// @throws IndexCorrupt unless the docids are those from 1 to `article_count`.
Columns read_lengths(const Xapian::Database& database, std::uint64_t article_count);

}  // namespace pullquote

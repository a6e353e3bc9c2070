// SPDX-License-Identifier: GPL-3.0-or-later
/// Counts quotes by speaker and group (period or outlet).
///
/// One pass over the quotes counts the pairs of group and speaker; then the pairs are ranked, and
/// only the rows of the answer get articles, outlets and times. Everything comes from columns; no
/// stored article is decoded. Memory: 12 bytes for each quote that passes.
#pragma once

#include <vector>

#include "pullquote/quotes.h"
#include "searcher/quotes/family_filter.h"
#include "searcher/quotes/quote_store.h"

namespace pullquote {

/// The answer of QuoteSearcher::speakers(). Throws IndexCorrupt.
std::vector<SpeakerCount> count_speakers(const QuoteStore& store, const QuoteFilter& filter,
                                         const SpeakerOptions& options);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Counts quotes by speaker, period and outlet, from the flat columns alone.
#pragma once

#include <vector>

#include "pullquote/quotes.h"
#include "searcher/quotes/family_filter.h"
#include "searcher/quotes/quote_store.h"

namespace pullquote {

/// See QuoteSearcher::speakers().
std::vector<SpeakerCount> count_speakers(const QuoteStore& store, const QuoteFilter& filter,
                                         const SpeakerOptions& options);

}  // namespace pullquote

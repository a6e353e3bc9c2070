// SPDX-License-Identifier: GPL-3.0-or-later
/// Decides what marks enclose: speech, a fragment of speech, a title, or words under discussion.
#pragma once

#include "indexer/quotes/attribution.h"
#include "indexer/quotes/tokens.h"
#include "pullquote/quote.h"

namespace pullquote::quotes {

QuoteKind classify(const Document& document, std::uint32_t span, const Attribution& attribution);

}  // namespace pullquote::quotes

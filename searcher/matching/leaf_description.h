// SPDX-License-Identifier: GPL-3.0-or-later
/// What an explanation says of a ranked term. Made when an explanation is asked for: a search would
/// spend a tenth of what it takes on a small index on wording that nobody reads.
#pragma once

#include <string>

#include "searcher/matching/plan.h"

namespace pullquote {

/// "BM25F of truce (Ztruce) in the combined field, termfreq 12, boost 1".
std::string describe(const LeafPlan& leaf);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// field:value filters as stored terms.
#pragma once

#include <string_view>

#include "searcher/planning/collection_statistics.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// The articles that `field` (of FieldKind::Name or Exact, but not the id) filters by `value`:
///  - a name by any one of its words or as a whole; a name that no article has as a whole, by all
///    of its words;
///  - a source by the outlet's name or the host of the URL;
///  - everything else by the whole value, folded.
FilterPlan plan_filter(std::string_view field, std::string_view value,
                       CollectionStatistics& statistics);

}  // namespace pullquote

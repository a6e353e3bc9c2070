// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns filters (field:value) into stored terms.
#pragma once

#include <string_view>

#include "searcher/planning/collection_statistics.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// The documents that `field` filters by `value`:
///  - a name (author, speaker): by the whole name or any one of its words, since both are stored; a
///    name of several words that no document has as a whole: by all of its words;
///  - a source: by the outlet's name or by the host of its URL;
///  - every other field: by the whole value, case-folded.
/// @param field  of FieldKind::Name or Exact, but not "id". Of an unknown field the plan matches
/// nothing.
FilterPlan plan_filter(std::string_view field, std::string_view value,
                       CollectionStatistics& statistics);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Groups of quotes and their echoes to the table that is written.
#pragma once

#include <span>

#include "indexer/families/echo_finder.h"
#include "indexer/families/family_grouping.h"
#include "schema/store/families.h"

namespace pullquote {

/// @param collection  gives its columns away.
/// @param echoes      in any order.
FamilyTable tabulate(QuoteCollection&& collection, QuoteGroups&& groups,
                     std::span<const FamilyEcho> echoes);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// What news formats say about whether an item may be published.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/formats/record_reader.h"

namespace pullquote {

/// "canceled" and "withheld", in the spellings and code lists of NewsML 1, NewsML-G2, NITF, ninjs.
bool is_withdrawn(std::string_view status);

/// A record that takes the article `id` back.
Withdrawal withdrawal(const RawRecord& record, std::string id, std::uint64_t version,
                      std::optional<Timestamp> time, std::string_view status);

}  // namespace pullquote

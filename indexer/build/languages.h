// SPDX-License-Identifier: GPL-3.0-or-later
/// The languages of a collection.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "indexer/work/spool.h"

namespace pullquote {

/// Articles by language code; "" is unknown.
std::map<std::string, std::uint64_t> count_languages(std::span<const SpooledArticle> articles);

}  // namespace pullquote

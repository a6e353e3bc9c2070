// SPDX-License-Identifier: GPL-3.0-or-later
/// The languages of a collection, and the one that articles of unknown language are analysed in.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "indexer/build/spool.h"

namespace pullquote {

/// Articles by language code; "" is unknown.
std::map<std::string, std::uint64_t> count_languages(std::span<const SpooledArticle> articles);

/// The most frequent known language, ties by code; "en" when none is known.
std::string main_language(const std::map<std::string, std::uint64_t>& languages);

}  // namespace pullquote

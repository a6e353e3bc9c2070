// SPDX-License-Identifier: GPL-3.0-or-later
/// Words in a row of finished articles, found by where they stand instead of in their text.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string_view>

#include "indexer/build/progress_meter.h"
#include "indexer/build/ranked/frequent_words.h"

namespace pullquote {

/// The words that the build found frequent, from the same articles.
/// @throws Xapian::Error, Interrupted
FrequentWords read_frequent_words(const Xapian::Database& articles, const std::stop_token& stop);

/// Writes ranked.pairs beside ranked.positions, which must be there. In memory are some 10 MB for
/// counting pairs, as much for a place in each list, runs of 32 MB that wait below `scratch`, and
/// the words of 256 articles. The meter counts articles.
/// @throws WriteFailed, RankedIndexDamaged, IndexUnavailable, Interrupted
void derive_pairs(const std::filesystem::path& folder, const std::filesystem::path& scratch,
                  const FrequentWords& words, std::uint32_t doccount, ProgressMeter& meter,
                  const std::stop_token& stop);

}  // namespace pullquote

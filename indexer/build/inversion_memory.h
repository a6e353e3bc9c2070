// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether an article can be inverted within the memory that a build may hold. An article is
/// inverted as a whole, so that one of many megabytes is the one thing that `--memory` cannot cut
/// into pieces.
///
/// Peak memory measured for single articles, less that of an empty build: 17.7 bytes for each byte
/// of text (60 MB of text, 50,000 distinct words) and 490 for each distinct word (26 MB, 3 million
/// distinct words).
#pragma once

#include <cstdint>

#include "pullquote/analyzer.h"
#include "pullquote/article.h"

namespace pullquote {

/// Bytes that inverting the article takes at its peak, roughly. Articles that are sure to stay
/// below `limit` cost a look at their lengths; of others the distinct words are counted, until the
/// limit is passed.
/// @return an estimate; above `limit` it is a lower bound of that.
std::uint64_t inversion_bytes(const Article& article, std::uint64_t limit, Analyzer& analyzer);

}  // namespace pullquote

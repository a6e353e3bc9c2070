// SPDX-License-Identifier: GPL-3.0-or-later
/// The number of an article inside one part.
#pragma once

#include <cstdint>
#include <limits>

namespace pullquote {

/// From 1 without holes, the newest article first; it means nothing in another part. The record of
/// the article, its values in the columns and its postings all have this number, and no caller of
/// the library ever sees it.
using DocId = std::uint32_t;

/// Past the last docid of any list.
inline constexpr DocId kNoMoreDocs = std::numeric_limits<DocId>::max();

}  // namespace pullquote

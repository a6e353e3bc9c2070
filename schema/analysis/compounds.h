// SPDX-License-Identifier: GPL-3.0-or-later
/// Known compounds: words that newspapers write joined, hyphenated or apart
/// (data/lexicon/compounds.tsv). The public questions are compound_parts() and joined_compound() of
/// pullquote/analyzer.h; this one serves the tokenizer.
#pragma once

#include <string_view>

namespace pullquote {

/// The joined form of two folded words when it is a known compound, else empty. The view is into
/// static storage.
std::string_view find_compound(std::string_view first, std::string_view second);

}  // namespace pullquote

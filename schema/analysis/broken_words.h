// SPDX-License-Identifier: GPL-3.0-or-later
/// Words with a hyphen that a typesetter left behind when the line's end went: "gov-ernment".
#pragma once

#include <string_view>

namespace pullquote {

/// The common word (data/lexicon/common-words.tsv) that the two folded pieces of a hyphenated word
/// make, else empty. After a prefix a hyphen is meant: "re-form" is not "reform". The view is into
/// static storage.
std::string_view find_broken_word(std::string_view first, std::string_view second);

}  // namespace pullquote

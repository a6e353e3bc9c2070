// SPDX-License-Identifier: GPL-3.0-or-later
/// What one letter folds to, from Unicode's data and the exceptions named in folding.h. Slow;
/// char_info() remembers the answers.
#pragma once

#include <string>

namespace pullquote {

/// Appends the folded form of `c`; nothing for some that mean nothing by themselves.
void append_folded_letter(char32_t c, std::string& out);

/// Whether combining marks over a letter like `c` go: those of Latin, Greek, Cyrillic, Arabic and
/// Hebrew letters do.
bool loses_marks(char32_t c);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Regular English inflection, for the word lists of data/lexicon.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// `word` and the forms that `kinds` asks for: 'n' the plural; 'v' -s, -ed and -ing. A final
/// consonant is doubled where spelling demands it in one syllable ("stop", "stopping"). Irregular
/// forms are rows of their own in the lists.
std::vector<std::string> inflections(std::string_view word, std::string_view kinds);

}  // namespace pullquote

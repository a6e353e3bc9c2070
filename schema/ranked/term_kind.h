// SPDX-License-Identifier: GPL-3.0-or-later
/// Which kind of posting list a stored term has, read from its prefix.
#pragma once

#include <optional>
#include <string_view>

#include "schema/ranked/impact.h"

namespace pullquote {

/// Whether the list has positions: words of the text, the headline and the quotes, and the starts
/// of paragraphs. All others are stems and filters.
bool has_positions(std::string_view term);

/// Whether it is a word of the combined text as it stands there, folded or not.
bool is_word(std::string_view term);

/// Whether it is the id of an article. Ids have no lists: ranked.ids finds them (id_file.h).
bool is_id(std::string_view term);

/// The word of a term that says where in a headline or in quotes it stands; empty for others.
std::optional<std::string_view> word_in_place(std::string_view term);

/// The field whose impacts a stem's list holds; empty for words and filters.
std::optional<RankedField> ranked_field_of(std::string_view term);

}  // namespace pullquote

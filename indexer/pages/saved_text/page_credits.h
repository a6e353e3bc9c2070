// SPDX-License-Identifier: GPL-3.0-or-later
/// Credits of a story: the agencies and outlets that supplied it, as lines and paragraphs state
/// them.
///
/// All functions are pure and thread-safe; text is clean UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// The names that a credit line gives: "(OUTLET with AFP, AP)", "Source: X", "Reuters", "© AFP
/// 2016". "Reporting by Y; editing by Z" is a credit line without names: reporters are no credits.
/// Empty optional when the line is something else; lines above 200 bytes always are.
std::optional<std::vector<std::string>> parse_credit_line(std::string_view line);

/// The agency of a dateline that opens a text: "LONDON (Reuters) - ", "(AFP) - "; empty: none. It
/// must be of the lexicon or an acronym.
std::string dateline_agency(std::string_view paragraph);

/// The acronym and colon that open a text: "XYZ" in "XYZ: The ministers ..."; empty: none.
std::string opening_acronym(std::string_view paragraph);

/// The agency in the brackets that end a text: "... he said. (AFP)"; empty: none.
std::string closing_agency(std::string_view paragraph);

/// The outlet that a line about itself names: "The Daily X is an independent newspaper ...", "X
/// delivers news and analysis of ..."; empty: none.
std::string self_described_outlet(std::string_view line);

}  // namespace pullquote

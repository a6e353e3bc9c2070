// SPDX-License-Identifier: GPL-3.0-or-later
/// Credits of a story: who supplied it, and how lines and paragraphs say so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// Whom a line credits: "(OUTLET with AFP, AP)", "Source: X", "Reuters", "© AFP 2016", "Reporting
/// by X; editing by Y" (reporters are no credits: the list is empty then). Empty optional when the
/// line is something else.
std::optional<std::vector<std::string>> parse_credit_line(std::string_view line);

/// The agency of a dateline that opens a text: "LONDON (Reuters) - ", "(AFP) - "; empty: none.
std::string dateline_agency(std::string_view paragraph);

/// An acronym and colon that open a text ("XYZ: The ministers ..."); empty: none.
std::string opening_acronym(std::string_view paragraph);

/// The agency that ends a text in brackets ("... he said. (AFP)"); empty: none.
std::string closing_agency(std::string_view paragraph);

/// The outlet that a line about itself names: "The Daily X is an independent newspaper ...",
/// "X delivers news and analysis of ..."; empty: none.
std::string self_described_outlet(std::string_view line);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Prints the factors of a score as an indented tree.
#pragma once

#include <string>

#include "pullquote/result.h"

namespace pullquote::cli {

/// One line for each factor: its value and its description. The parts of a factor follow it,
/// indented by two more blanks.
/// @param indent  blanks before the first line.
std::string explanation_text(const Explanation& explanation, std::size_t indent);

}  // namespace pullquote::cli

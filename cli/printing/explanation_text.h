// SPDX-License-Identifier: GPL-3.0-or-later
/// The factors of a score as an indented tree.
#pragma once

#include <string>

#include "pullquote/result.h"

namespace pullquote::cli {

/// One line a factor: value, description; parts are indented below their whole.
std::string explanation_text(const Explanation& explanation, std::size_t indent);

}  // namespace pullquote::cli

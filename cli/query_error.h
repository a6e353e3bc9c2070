// SPDX-License-Identifier: GPL-3.0-or-later
/// A query error with the part it speaks of underlined.
#pragma once

#include <string>
#include <string_view>

#include "pullquote/query.h"

namespace pullquote::cli {

/// Two lines: the query, or as much around the error as fits into `columns`, and "^~~~" below the
/// bytes in question.
std::string underlined(std::string_view query, const QueryError& error, std::size_t columns);

}  // namespace pullquote::cli

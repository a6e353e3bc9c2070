// SPDX-License-Identifier: GPL-3.0-or-later
/// Queries from the command line; an error with the part it speaks of underlined.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/options/command.h"
#include "pullquote/query.h"

namespace pullquote::cli {

/// Two lines: the query, or as much around the error as fits into `columns`, and "^~~~" below the
/// bytes in question.
std::string underlined(std::string_view query, const QueryError& error, std::size_t columns);

/// The query that a text is; empty when it is none, which is then said on standard error.
/// @param now  as --now has it.
std::optional<Query> read_query(const std::string& text, const std::string& now,
                                std::string_view command, Context& context);

}  // namespace pullquote::cli

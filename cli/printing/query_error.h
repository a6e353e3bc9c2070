// SPDX-License-Identifier: GPL-3.0-or-later
/// Parses queries from the command line, and prints errors with the faulty part underlined.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/options/command.h"
#include "pullquote/query.h"

namespace pullquote::cli {

/// Two lines: the query, or the part around the error that fits into `columns`, and "^~~~" below
/// the faulty bytes.
std::string underlined(std::string_view query, const QueryError& error, std::size_t columns);

/// The parsed query. Empty when it has an error, which is then printed on standard error.
/// @param now      the value of --now; empty: the clock's time.
/// @param command  the subcommand's name, for the message.
/// @throws UsageError  `now` is no time.
std::optional<Query> read_query(const std::string& text, const std::string& now,
                                std::string_view command, Context& context);

}  // namespace pullquote::cli

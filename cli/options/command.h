// SPDX-License-Identifier: GPL-3.0-or-later
/// The interface of a subcommand, and the context it runs in.
///
/// Each subcommand is one file, NAME_command.cc, that defines one `Command`; commands.cc lists them
/// all. The dispatcher makes the CommandRun, lets it describe its options, parses the arguments
/// into it, and runs it. Help texts and the test of the man page walk the same table.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options/options.h"
#include "cli/terminal/terminal.h"

namespace pullquote::cli {

/// Exit statuses, documented in pullquote(1).
enum class ExitStatus : int {
  Success = 0,
  NoHit = 1,     ///< nothing was found: `search`, `quotes`, `trace`, `speakers`
  Failure = 2,   ///< usage, query, index or disk
  LockHeld = 3,  ///< another build holds the index
};

/// Facts of the world, gathered once by main() and passed in, so that tests can set them. Commands
/// take the environment, the clock and the terminal from here instead of asking the system.
struct Context {
  std::ostream& out;             ///< results; throws ClosedPipe when nobody reads them any more
  std::ostream& err;             ///< messages, warnings and progress
  Terminal terminal;             ///< the properties of standard output and standard error
  std::int64_t now_seconds = 0;  ///< the time of the start, in unix seconds
  /// The value of an environment variable; null when it is not set.
  const char* (*environment)(const char* name) = nullptr;
};

/// One invocation of a subcommand. Its members hold the values of the options.
class CommandRun {
 public:
  CommandRun() = default;
  virtual ~CommandRun() = default;
  CommandRun(const CommandRun&) = delete;
  CommandRun& operator=(const CommandRun&) = delete;

  /// Describes each option once and binds it to a member. The dispatcher adds "--help".
  virtual void describe(OptionTable& options) = 0;

  /// Does the work.
  /// @param operands  the arguments that are no options, in order.
  /// @throws UsageError  operands, or a combination of options, make no sense.
  virtual ExitStatus run(const std::vector<std::string>& operands, Context& context) = 0;
};

/// An entry in the table of subcommands.
struct Command {
  std::string_view name;      ///< as typed: "search"
  std::string_view operands;  ///< as in the usage line: "QUERY..."
  std::string_view summary;   ///< one line, lower case, no full stop
  std::string_view notes;     ///< paragraphs after the options in --help; may be empty
  /// Whether "-aleppo" is an operand (a query that excludes a word) instead of a mistyped option.
  bool dashed_operands = false;
  std::unique_ptr<CommandRun> (*make)() = nullptr;  ///< makes a run with default options
};

/// For Command::make.
template <class Run>
std::unique_ptr<CommandRun> make_command() {
  return std::make_unique<Run>();
}

/// All subcommands in the order of the help text.
std::span<const Command* const> commands();

/// The subcommand with this name; null when there is none.
const Command* find_command(std::string_view name);

}  // namespace pullquote::cli

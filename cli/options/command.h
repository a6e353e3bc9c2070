// SPDX-License-Identifier: GPL-3.0-or-later
/// What a subcommand is. Each is one file, NAME_command.cc, that defines one `Command`; commands.cc
/// lists them. The dispatcher makes the CommandRun, lets it describe its options, parses the
/// arguments into it and runs it, so that help texts and the man page test walk the same table.
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

/// Exit statuses; documented in pullquote(1).
enum class ExitStatus : int {
  Success = 0,
  NoHit = 1,     ///< `search` found nothing
  Failure = 2,   ///< anything failed: usage, query, index, disk
  LockHeld = 3,  ///< another build holds the index
};

/// The world as a command may see it: no command reads environment, clock or descriptors itself.
struct Context {
  std::ostream& out;  ///< results; throws ClosedPipe when nobody reads any more
  std::ostream& err;  ///< everything else
  Terminal terminal;
  std::int64_t now_seconds = 0;  ///< the clock at the start, unix seconds
  /// An environment variable; nullptr when it isn't set.
  const char* (*environment)(const char* name) = nullptr;
};

/// One invocation of a subcommand; its members are the options.
class CommandRun {
 public:
  CommandRun() = default;
  virtual ~CommandRun() = default;
  CommandRun(const CommandRun&) = delete;
  CommandRun& operator=(const CommandRun&) = delete;

  /// Describes every option once and binds it to a member. "--help" is added by the dispatcher.
  virtual void describe(OptionTable& options) = 0;

  /// @param operands  the arguments that are no options, in order.
  /// @throws UsageError for operands or combinations that make no sense.
  virtual ExitStatus run(const std::vector<std::string>& operands, Context& context) = 0;
};

struct Command {
  std::string_view name;
  std::string_view operands;  ///< as in the usage line: "QUERY..."
  std::string_view summary;   ///< one line, lower case, no full stop
  std::string_view notes;     ///< paragraphs after the options in --help; may be empty
  /// "-aleppo" is an operand, not a mistyped option (queries exclude words with '-').
  bool dashed_operands = false;
  std::unique_ptr<CommandRun> (*make)() = nullptr;
};

template <class Run>
std::unique_ptr<CommandRun> make_command() {
  return std::make_unique<Run>();
}

/// All subcommands in the order of the help text.
std::span<const Command* const> commands();

/// nullptr when there is none of that name.
const Command* find_command(std::string_view name);

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote help [COMMAND]
#include <algorithm>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/dispatch.h"

namespace pullquote::cli {
namespace {

class HelpCommand final : public CommandRun {
 public:
  void describe(OptionTable&) override {}

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    if (operands.size() > 1) throw UsageError("one command at a time");
    const std::size_t columns = context.terminal.columns;
    if (operands.empty()) {
      context.out << overview(columns);
      return ExitStatus::Success;
    }
    const Command* command = find_command(operands.front());
    if (command == nullptr) throw UsageError("there is no command '" + operands.front() + "'");
    context.out << command_help(*command, columns);
    return ExitStatus::Success;
  }
};

}  // namespace

constinit const Command kHelpCommand{.name = "help",
                                     .operands = "[COMMAND]",
                                     .summary = "list the commands, or explain one",
                                     .notes =
                                         "  pullquote help\n"
                                         "  pullquote help search\n",
                                     .make = make_command<HelpCommand>};

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote version
#include <ostream>

#include "cli/commands/commands.h"

namespace pullquote::cli {
namespace {

class VersionCommand final : public CommandRun {
 public:
  void describe(OptionTable&) override {}

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    if (!operands.empty()) throw UsageError("it takes no operands");
    context.out << "pullquote " PULLQUOTE_VERSION "\n";
    return ExitStatus::Success;
  }
};

}  // namespace

constinit const Command kVersionCommand{.name = "version",
                                        .operands = "",
                                        .summary = "print the version",
                                        .notes = "  pullquote version\n",
                                        .make = make_command<VersionCommand>};

}  // namespace pullquote::cli

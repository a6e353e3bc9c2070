// SPDX-License-Identifier: GPL-3.0-or-later
/// The table of subcommands, in the order of the help text.
#include "cli/commands/commands.h"

#include <array>

namespace pullquote::cli {
namespace {

constexpr std::array kCommands{
    &kBuildCommand,    &kSearchCommand,      &kQuotesCommand,   &kTraceCommand,
    &kSpeakersCommand, &kShowCommand,        &kInspectCommand,  &kTermsCommand,
    &kStatsCommand,    &kGenerationsCommand, &kRollbackCommand, &kVerifyCommand,
    &kReindexCommand,  &kEvalCommand,        &kHelpCommand,     &kVersionCommand,
};

}  // namespace

std::span<const Command* const> commands() {
  return kCommands;
}

const Command* find_command(std::string_view name) {
  for (const Command* command : kCommands) {
    if (command->name == name) return command;
  }
  return nullptr;
}

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
/// Every subcommand. Each is defined in its own NAME_command.cc; commands.cc lists them in the
/// order of the help text.
#pragma once

#include "cli/options/command.h"

namespace pullquote::cli {

extern const Command kBuildCommand;
extern const Command kEvalCommand;
extern const Command kGenerationsCommand;
extern const Command kHelpCommand;
extern const Command kInspectCommand;
extern const Command kQuotesCommand;
extern const Command kReindexCommand;
extern const Command kRollbackCommand;
extern const Command kSearchCommand;
extern const Command kShowCommand;
extern const Command kSpeakersCommand;
extern const Command kStatsCommand;
extern const Command kTermsCommand;
extern const Command kTraceCommand;
extern const Command kVerifyCommand;
extern const Command kVersionCommand;

}  // namespace pullquote::cli

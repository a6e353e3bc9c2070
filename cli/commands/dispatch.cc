// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/dispatch.h"

#include <algorithm>
#include <csignal>
#include <new>
#include <ostream>

#include <unistd.h>

#include "cli/options/options.h"
#include "cli/terminal/escape.h"
#include "cli/terminal/output.h"
#include "cli/terminal/text_layout.h"
#include "pullquote/error.h"

namespace pullquote::cli {
namespace {

/// Help texts are not wrapped wider than this.
constexpr std::size_t kWidestHelp = 100;

/// The options of a run, and --help.
OptionTable table_of(CommandRun& run, bool& help) {
  OptionTable table;
  run.describe(table);
  table.flag("help,h", "Print this text", help);
  return table;
}

/// Parses the arguments of a subcommand and runs it, or prints its help.
ExitStatus run_command(const Command& command, const std::vector<std::string>& arguments,
                       Context& context) {
  const std::unique_ptr<CommandRun> run = command.make();
  bool help = false;
  const OptionTable table = table_of(*run, help);
  const std::vector<std::string> operands =
      parse_arguments(table, arguments, command.dashed_operands);
  if (help) {
    context.out << command_help(command, context.terminal.columns);
    return ExitStatus::Success;
  }
  return run->run(operands, context);
}

/// Replaces this process with the program pullquote-NAME; returns when there is none.
void try_external(const std::string& name, const std::vector<std::string>& arguments) {
  if (name.find('/') != std::string::npos) return;
  std::string program = "pullquote-" + name;
  std::vector<char*> argv{program.data()};
  std::vector<std::string> copies(arguments);
  for (std::string& argument : copies) argv.push_back(argument.data());
  argv.push_back(nullptr);
  // A signal that is ignored here would be ignored in the other program, too.
  for (const int ignored : {SIGPIPE, SIGXFSZ}) std::signal(ignored, SIG_DFL);
  execvp(program.c_str(), argv.data());
  for (const int ignored : {SIGPIPE, SIGXFSZ}) std::signal(ignored, SIG_IGN);
}

/// The command that does the work of a removed command; empty for any other name.
std::string_view successor_of(std::string_view name) {
  return name == "rank" ? "reindex" : std::string_view();
}

/// Says that there is no such command, with its successor or the nearest known name.
ExitStatus unknown_command(const std::string& name, Context& context) {
  std::vector<std::string_view> names;
  for (const Command* command : commands()) names.push_back(command->name);
  const std::string_view nearest = nearest_name(name, names);
  const std::string_view successor = successor_of(name);
  context.err << "pullquote: there is no command '" << escape_for_terminal(name) << "'";
  if (!successor.empty()) {
    context.err << " any more; 'pullquote " << successor << "' does it now";
  } else if (!nearest.empty()) {
    context.err << "; did you mean '" << nearest << "'?";
  }
  context.err << "\n'pullquote help' lists the commands. A program pullquote-"
              << escape_for_terminal(name) << " in PATH would be run.\n";
  return ExitStatus::Failure;
}

/// The command that an option in its place stands for: "--help", "--version".
std::string command_name_of(const std::string& argument) {
  if (argument == "--help" || argument == "-h") return "help";
  if (argument == "--version" || argument == "-V") return "version";
  return argument;
}

/// Runs `operation` and turns exceptions into a message and a status. ClosedPipe and Interrupted
/// pass through.
template <class Operation>
ExitStatus reporting_errors(const std::string& name, Context& context, Operation&& operation) try {
  const ExitStatus status = operation();
  context.out.flush();
  return status;
} catch (const ClosedPipe&) {
  throw;
} catch (const Interrupted&) {
  throw;
} catch (const UsageError& error) {
  context.err << name << ": " << escape_for_terminal(error.what()) << "\nTry '" << name
              << " --help'.\n";
  return ExitStatus::Failure;
} catch (const LockHeld& error) {
  context.err << name << ": " << escape_for_terminal(error.what()) << '\n';
  return ExitStatus::LockHeld;
} catch (const std::bad_alloc&) {
  context.err << name << ": out of memory; where a command has --memory and --threads, less of "
              << "them takes less\n";
  return ExitStatus::Failure;
} catch (const std::exception& error) {
  context.err << name << ": " << escape_for_terminal(error.what()) << '\n';
  return ExitStatus::Failure;
}

}  // namespace

ExitStatus run_program(const std::vector<std::string>& arguments, Context& context) {
  if (arguments.empty()) {
    context.err << overview(std::min(context.terminal.columns, kWidestHelp));
    return ExitStatus::Failure;
  }
  const std::string name = command_name_of(arguments.front());
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  const Command* command = find_command(name);
  if (command != nullptr) {
    return reporting_errors("pullquote " + name, context,
                            [&] { return run_command(*command, rest, context); });
  }
  if (name.starts_with('-')) {
    context.err << "pullquote: write options after the command: pullquote COMMAND "
                << escape_for_terminal(name) << "\nTry 'pullquote help'.\n";
    return ExitStatus::Failure;
  }
  try_external(name, rest);
  return unknown_command(name, context);
}

std::string overview(std::size_t columns) {
  std::string text =
      "pullquote searches news: articles by rank, phrase and time, and who said what.\n\n"
      "Usage: pullquote COMMAND [OPTION]... [OPERAND]...\n\nCommands:\n";
  for (const Command* command : commands()) {
    std::string line = "  " + std::string(command->name);
    line.resize(16, ' ');
    const std::string indent(16, ' ');
    text += line + wrap(command->summary, columns, indent).substr(indent.size());
  }
  text += "\n'pullquote help COMMAND' explains one. 'man pullquote' has examples.\n";
  return text;
}

std::string command_help(const Command& command, std::size_t columns) {
  columns = std::min(columns, kWidestHelp);
  const std::unique_ptr<CommandRun> run = command.make();
  bool help = false;
  const OptionTable table = table_of(*run, help);
  std::string text = "pullquote " + std::string(command.name) + ": " +
                     std::string(command.summary) + "\n\nUsage: pullquote " +
                     std::string(command.name) + " [OPTION]...";
  if (!command.operands.empty()) text += " " + std::string(command.operands);
  text += "\n\nOptions:\n" + help_text(table, columns);
  if (!command.notes.empty()) text += "\n" + wrap(command.notes, columns, "");
  return text;
}

}  // namespace pullquote::cli

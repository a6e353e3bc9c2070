// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote verify [ID]: checks everything that the manifest of a generation claims.
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/options/index_location.h"
#include "cli/options/operands.h"
#include "cli/options/options.h"
#include "cli/terminal/escape.h"
#include "cli/terminal/interrupt.h"
#include "cli/terminal/progress_reporter.h"
#include "pullquote/json.h"
#include "pullquote/publisher.h"

namespace pullquote::cli {
namespace {

class VerifyCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    add_index_option(options, index_);
    add_format_option(options, format_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    const auto named = generation_operand(operands);
    const std::filesystem::path index = find_index(index_, context);
    const GenerationId id = named ? *named : current_generation(index);
    const InterruptWatcher interrupt;
    ProgressReporter reporter(context.err, context.terminal);
    const std::vector<std::string> faults =
        verify_generation(index, id, reporter, interrupt.token());
    reporter.clear();
    if (format_ == OutputFormat::Json) {
      context.out << verification_json(id, faults);
    } else {
      for (const std::string& fault : faults) context.out << escape_for_terminal(fault) << '\n';
      if (faults.empty()) context.out << "Generation " << id.value << " is sound.\n";
    }
    return faults.empty() ? ExitStatus::Success : ExitStatus::Failure;
  }

 private:
  std::string index_;
  OutputFormat format_ = OutputFormat::Text;
};

}  // namespace

constinit const Command kVerifyCommand{
    .name = "verify",
    .operands = "[ID]",
    .summary = "check checksums, counts and files of a generation",
    .notes =
        "Without ID, the published one.\n\n"
        "  pullquote verify\n"
        "  pullquote verify --index /srv/news 20261122T103000Z-0001\n\n"
        "Exit status: 0 sound, 2 faults or failure.\n",
    .make = make_command<VerifyCommand>};

}  // namespace pullquote::cli

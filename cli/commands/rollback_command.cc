// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote rollback [ID]: publishes an older generation again.
#include "cli/commands/commands.h"
#include "cli/options/index_location.h"
#include "cli/options/operands.h"
#include "cli/options/options.h"
#include "cli/options/writing_options.h"
#include "cli/terminal/progress_reporter.h"
#include "pullquote/json.h"
#include "pullquote/publisher.h"

namespace pullquote::cli {
namespace {

class RollbackCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    add_index_option(options, index_);
    add_format_option(options, format_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    const auto wanted = generation_operand(operands);
    ProgressReporter reporter(context.err, context.terminal);
    const GenerationId published = rollback(find_index(index_, context), wanted, reporter);
    print_report(format_ == OutputFormat::Json ? rollback_json(published)
                                               : "Published " + published.value + " again.\n",
                 published, context);
    return ExitStatus::Success;
  }

 private:
  std::string index_;
  OutputFormat format_ = OutputFormat::Text;
};

}  // namespace

constinit const Command kRollbackCommand{
    .name = "rollback",
    .operands = "[ID]",
    .summary = "publish an older generation again",
    .notes =
        "Without ID, the newest generation before the published one that can be read. Nothing is "
        "deleted: naming the newer one undoes it.\n\n"
        "  pullquote rollback\n"
        "  pullquote rollback 20261122T103000Z-0001\n\n"
        "Exit status: 0 success, 2 failure, 3 a build holds the index.\n",
    .make = make_command<RollbackCommand>};

}  // namespace pullquote::cli

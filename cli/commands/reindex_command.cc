// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote reindex [ID]: derives all files of the index anew from the stored articles, and
/// publishes them.
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/options/index_location.h"
#include "cli/options/operands.h"
#include "cli/options/options.h"
#include "cli/options/writing_options.h"
#include "cli/printing/build_report_text.h"
#include "cli/terminal/interrupt.h"
#include "cli/terminal/progress_reporter.h"
#include "pullquote/json.h"
#include "pullquote/reindexer.h"

namespace pullquote::cli {
namespace {

class ReindexCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    add_index_option(options, index_);
    add_writing_options(options, options_);
    add_format_option(options, format_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    options_.generation = generation_operand(operands);
    options_.index = find_index(index_, context);
    const InterruptWatcher interrupt;
    ProgressReporter reporter(context.err, context.terminal);
    const ReindexReport report = reindex(options_, reporter, interrupt.token());
    reporter.clear();
    print_report(
        format_ == OutputFormat::Json ? reindex_report_json(report) : reindex_report_text(report),
        report.generation, context);
    return ExitStatus::Success;
  }

 private:
  std::string index_;
  ReindexOptions options_;
  OutputFormat format_ = OutputFormat::Text;
};

}  // namespace

constinit const Command kReindexCommand{
    .name = "reindex",
    .operands = "[ID]",
    .summary = "make the index anew from its stored articles",
    .notes =
        "Publishes a new generation with the articles of the published one, or of generation ID: "
        "after damage to files "
        "that are derived from them, for a program of another index format, or with other weights. "
        "The sources need not be there any more. What no option says stays as it is in the index; "
        "--weights takes all three.\n\n"
        "  pullquote reindex\n"
        "  pullquote reindex --weights headline=6,body=2,quote=4 --k1 1.2\n"
        "  pullquote reindex --index /srv/news --xapian full\n"
        "  pullquote reindex 20261122T103000Z-0001\n\n"
        "Exit status: 0 published, 2 failure, 3 a build holds the index.\n",
    .make = make_command<ReindexCommand>};

}  // namespace pullquote::cli

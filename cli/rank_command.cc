// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote rank: derives the ranked index anew and publishes it.
#include <ostream>

#include "cli/build_report_text.h"
#include "cli/commands.h"
#include "cli/index_location.h"
#include "cli/interrupt.h"
#include "cli/json_objects.h"
#include "cli/output_format.h"
#include "cli/progress_reporter.h"
#include "pullquote/index_ranker.h"

namespace pullquote::cli {
namespace {

class RankCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    add_index_option(options, index_);
    options.count("keep", "N", "Generations left after publishing, the new one included", keep_, 1,
                  10000);
    options.flag("unchecked-space", "Begin even if the disk is likely to fill up",
                 unchecked_space_);
    add_format_option(options, format_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    if (!operands.empty()) throw UsageError("it takes no operands");
    RankOptions options;
    options.index = find_index(index_, context);
    options.keep = static_cast<unsigned>(keep_);
    options.check_space = !unchecked_space_;
    const InterruptWatcher interrupt;
    ProgressReporter reporter(context.err, context.terminal);
    const RankReport report = rank_index(options, reporter, interrupt.token());
    reporter.clear();
    context.out << (format_ == OutputFormat::Json ? rank_report_json(report)
                                                  : rank_report_text(report));
    return ExitStatus::Success;
  }

 private:
  std::string index_;
  std::size_t keep_ = 2;
  bool unchecked_space_ = false;
  OutputFormat format_ = OutputFormat::Text;
};

}  // namespace

constinit const Command kRankCommand{
    .name = "rank",
    .operands = "",
    .summary = "derive the ranked index anew from the databases",
    .notes =
        "Publishes a new generation: the published one with its ranked files made again, from the "
        "databases alone, where they are damaged, missing or an older program's. All other files "
        "are shared with the old generation, which stays as it is.\n\n"
        "  pullquote rank\n"
        "  pullquote rank --index /srv/news --keep 1\n\n"
        "Exit status: 0 published, 2 failure, 3 a build holds the index.\n",
    .make = make_command<RankCommand>};

}  // namespace pullquote::cli

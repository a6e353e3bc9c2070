// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote build INPUT...: reads articles and publishes a new generation.
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/options/index_location.h"
#include "cli/options/options.h"
#include "cli/options/reader_options.h"
#include "cli/options/writing_options.h"
#include "cli/printing/build_report_text.h"
#include "cli/terminal/interrupt.h"
#include "cli/terminal/progress_reporter.h"
#include "pullquote/index_builder.h"
#include "pullquote/json.h"

namespace pullquote::cli {
namespace {

/// Rejections named on standard error; the report counts all.
constexpr std::size_t kRejectionsShown = 20;

class BuildCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override;
  ExitStatus run(const std::vector<std::string>& operands, Context& context) override;

 private:
  std::string index_;
  BuildOptions build_;
  /// The options that build shares with reindex, with build's defaults; run() copies them to
  /// build_.
  ReindexOptions writing_{.index = {},
                          .weights = build_.ranking.weights,
                          .k1 = build_.ranking.k1,
                          .b = build_.ranking.b,
                          .compression = build_.compression,
                          .xapian = build_.xapian};
  OutputFormat format_ = OutputFormat::Text;
};

void BuildCommand::describe(OptionTable& options) {
  add_index_option(options, index_);
  add_reader_options(options, build_.reader);
  add_writing_options(options, writing_);
  options.number("max-rejected", "SHARE", "Publish nothing if a larger share was rejected",
                 build_.max_rejected, 0, 1);
  options.removed("lean", "positions are stored once now, as it asked for");
  options.removed("termlists", "--xapian full has them");
  options.removed("no-stored-text", "an index is derived from its stored articles");
  add_format_option(options, format_);
}

ExitStatus BuildCommand::run(const std::vector<std::string>& operands, Context& context) {
  if (operands.empty()) throw UsageError("give files or folders to index, or - for standard input");
  build_.index = find_index(index_, context);
  build_.inputs = operands;
  build_.threads = writing_.threads;
  build_.memory_bytes = writing_.memory_bytes;
  build_.keep = writing_.keep;
  build_.check_space = writing_.check_space;
  build_.ranking.weights = *writing_.weights;
  build_.ranking.k1 = *writing_.k1;
  build_.ranking.b = *writing_.b;
  build_.xapian = *writing_.xapian;
  build_.compression = *writing_.compression;
  const InterruptWatcher interrupt;
  ProgressReporter reporter(context.err, context.terminal);
  const BuildReport report = build_index(build_, reporter, interrupt.token());
  reporter.clear();
  const bool json = format_ == OutputFormat::Json;
  if (!json) context.err << rejections_text(report, kRejectionsShown);
  print_report(json ? build_report_json(report) : build_report_text(report), report.generation,
               context);
  return ExitStatus::Success;
}

}  // namespace

constinit const Command kBuildCommand{
    .name = "build",
    .operands = "INPUT...",
    .summary = "read articles and publish a new generation of the index",
    .notes =
        "INPUT is a file, a folder (read recursively), a pattern in quotes, or - for standard "
        "input. Plain text pages, HTML pages and JSON Lines are told apart by content; gz, zst, xz "
        "and bz2 are unpacked. Searchers see the new generation once it is complete, never a part "
        "of it.\n\n"
        "  pullquote build ~/news\n"
        "  pullquote build --index /srv/news --set source=reuters 'pages/*.html'\n"
        "  zcat articles.jsonl.gz | pullquote build --map headline=title,body=text -\n\n"
        "Exit status: 0 published, 2 failure, 3 another build holds the index.\n",
    .make = make_command<BuildCommand>};

}  // namespace pullquote::cli

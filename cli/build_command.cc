// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote build INPUT...
#include <ostream>

#include "cli/build_report_text.h"
#include "cli/commands.h"
#include "cli/index_location.h"
#include "cli/interrupt.h"
#include "cli/json_objects.h"
#include "cli/output_format.h"
#include "cli/pairs.h"
#include "cli/progress_reporter.h"
#include "cli/reader_options.h"
#include "pullquote/index_builder.h"

namespace pullquote::cli {
namespace {

constexpr std::size_t kRejectionsShown = 20;

/// One weight of --weights; false when the name or number won't do.
bool set_weight(const std::string& name, const std::string& value, FieldWeights& weights) {
  if (value.empty() || value.size() > 3) return false;
  if (value.find_first_not_of("0123456789") != std::string::npos) return false;
  const unsigned long number = std::stoul(value);
  if (number > 255) return false;
  const auto weight = static_cast<std::uint8_t>(number);
  if (name == "headline") {
    weights.headline = weight;
  } else if (name == "body") {
    weights.body = weight;
  } else if (name == "quote") {
    weights.quote = weight;
  } else {
    return false;
  }
  return true;
}

Option weights_option(FieldWeights& weights) {
  Option option = OptionTable::named(
      "weights", "FIELD=N,...", "How much a word counts in headline, body and quote, 0 to 255");
  option.default_text = "headline=" + std::to_string(weights.headline) +
                        ",body=" + std::to_string(weights.body) +
                        ",quote=" + std::to_string(weights.quote);
  option.assign = [&weights, default_text = option.default_text](std::string_view value) {
    std::map<std::string, std::string> pairs;
    bool good = read_pairs(value, pairs);
    for (const auto& [name, number] : pairs) good = set_weight(name, number, weights) && good;
    return good ? std::string() : "weights such as " + default_text;
  };
  return option;
}

class BuildCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override;
  ExitStatus run(const std::vector<std::string>& operands, Context& context) override;

 private:
  std::string index_;
  BuildOptions build_;
  std::size_t threads_ = 0;
  std::size_t keep_ = 2;
  std::size_t compression_ = 3;
  bool unchecked_space_ = false;
  bool no_stored_text_ = false;
  bool lean_ = false;
  OutputFormat format_ = OutputFormat::Text;
};

void BuildCommand::describe(OptionTable& options) {
  add_index_option(options, index_);
  add_reader_options(options, build_.reader);
  options.count("threads", "N", "Threads that work; 0 is one for each core", threads_, 0, 1024);
  options.bytes("memory", "SIZE", "What the build may hold (default: a quarter of the machine's)",
                build_.memory_bytes);
  options.flag("unchecked-space", "Begin even if the disk is likely to fill up", unchecked_space_);
  options.count("compression", "LEVEL", "How hard what is stored is packed, 1 to 19; 0 is not",
                compression_, 0, 19);
  options.flag("termlists", "Keep a list of the terms of each document for other programs",
               build_.termlists);
  options.flag("no-stored-text", "Store no bodies: nothing but headlines and quotes can be shown",
               no_stored_text_);
  options.flag(
      "lean", "Keep positions of words in the ranked index alone, which must then be sound", lean_);
  options.number("max-rejected", "SHARE", "Publish nothing if a larger share was rejected",
                 build_.max_rejected, 0, 1);
  options.count("keep", "N", "Generations left after publishing, the new one included", keep_, 1,
                10000);
  options.add(weights_option(build_.ranking.weights));
  options.number("k1", "X", "Saturation of repeated words in BM25F", build_.ranking.k1, 0, kMostK1);
  options.number("b", "X", "Share of the length normalisation in BM25F", build_.ranking.b, 0, 1);
  add_format_option(options, format_);
}

ExitStatus BuildCommand::run(const std::vector<std::string>& operands, Context& context) {
  if (operands.empty()) throw UsageError("give files or folders to index, or - for standard input");
  build_.index = find_index(index_, context);
  build_.inputs = operands;
  build_.threads = static_cast<unsigned>(threads_);
  build_.keep = static_cast<unsigned>(keep_);
  build_.compression = static_cast<int>(compression_);
  build_.check_space = !unchecked_space_;
  build_.stored_text = !no_stored_text_;
  build_.lean = lean_;
  const InterruptWatcher interrupt;
  ProgressReporter reporter(context.err, context.terminal);
  const BuildReport report = build_index(build_, reporter, interrupt.token());
  reporter.clear();
  if (format_ == OutputFormat::Json) {
    context.out << build_report_json(report);
  } else {
    context.err << rejections_text(report, kRejectionsShown);
    context.out << build_report_text(report);
  }
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

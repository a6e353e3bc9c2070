// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote trace TEXT...: follows one quotation through all its printings.
#include <iostream>
#include <iterator>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/sound_generation.h"
#include "cli/options/index_location.h"
#include "cli/options/operands.h"
#include "cli/options/options.h"
#include "cli/printing/family_text.h"
#include "cli/terminal/numbers.h"
#include "pullquote/json.h"
#include "pullquote/quotes.h"

namespace pullquote::cli {
namespace {

constexpr std::size_t kMostFamilies = 100;

class TraceCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    add_index_option(options, index_);
    options.count("limit,n", "N", "Trace at most N quotations that fit, the best first", limit_, 1,
                  kMostFamilies);
    add_format_option(options, format_);
    add_color_option(options, color_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    if (operands.empty()) throw UsageError("give a text, or - for standard input");
    std::string text = joined_by_spaces(operands);
    if (text == "-") text.assign(std::istreambuf_iterator<char>(std::cin), {});
    std::vector<TracedFamily> found;
    with_sound_generation(
        find_index(index_, context), "trace", context,
        [&](std::shared_ptr<const Generation> generation) {
          // Asks for one family more, to know whether there are more.
          found = QuoteSearcher(std::move(generation)).trace(text, {.limit = limit_ + 1});
        });
    const bool more = found.size() > limit_;
    if (more) found.resize(limit_);
    print(found, context);
    if (found.empty()) {
      context.err << "No quotation has this text.\n";
    } else if (more && format_ == OutputFormat::Text) {
      context.err << "\nMore quotations share words with this text; --limit shows them.\n";
    }
    return found.empty() ? ExitStatus::NoHit : ExitStatus::Success;
  }

 private:
  void print(const std::vector<TracedFamily>& found, Context& context) const {
    TextSheet sheet(context.out, context.terminal, color_);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (format_ == OutputFormat::Json) {
        context.out << traced_family_json(found[i]);
        continue;
      }
      if (i > 0) sheet.blank_line();
      print_family(found[i].family, 0, {}, sheet);
      sheet.blank_line();
      print_occurrences(found[i].family, 2, sheet);
    }
    context.out.flush();
  }

  std::string index_;
  std::size_t limit_ = 1;
  OutputFormat format_ = OutputFormat::Text;
  ColorMode color_ = ColorMode::Auto;
};

}  // namespace

constinit const Command kTraceCommand{
    .name = "trace",
    .operands = "TEXT...",
    .summary = "follow one quotation through all its outlets",
    .notes =
        "TEXT is a quotation or a part of it, in any spelling, cut and glyphs; - reads it from "
        "standard input. Printed are the wording that most articles have, and then every article "
        "in order of time, with what it has otherwise: [-words it lacks-] {+words it adds+}.\n\n"
        "  pullquote trace 'finalise enhanced monitoring efforts'\n"
        "  pullquote trace --format json - < quotation.txt\n\n"
        "Exit status: 0 the quotation was found, 1 it was not, 2 failure.\n",
    .dashed_operands = true,
    .make = make_command<TraceCommand>};

}  // namespace pullquote::cli

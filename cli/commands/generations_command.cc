// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote generations: the generations of an index, newest first.
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/options/index_location.h"
#include "cli/options/options.h"
#include "cli/terminal/escape.h"
#include "cli/terminal/numbers.h"
#include "pullquote/json.h"

namespace pullquote::cli {
namespace {

/// One generation a line, the published one with a star.
void print_text(const GenerationInfo& generation, std::ostream& out) {
  const Manifest& manifest = generation.manifest;
  out << (generation.published ? "* " : "  ") << generation.id.value << "  ";
  if (!generation.fault.empty()) {
    out << escape_for_terminal(generation.fault) << (generation.published ? ", published" : "")
        << '\n';
    return;
  }
  out << counted(manifest.article_count, "article", "articles") << ", "
      << counted(manifest.quote_count, "quote", "quotes") << ", "
      << readable_bytes(manifest.index_bytes) << (generation.published ? ", published" : "")
      << '\n';
}

class GenerationsCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    add_index_option(options, index_);
    add_format_option(options, format_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    if (!operands.empty()) throw UsageError("it takes no operands");
    for (const GenerationInfo& generation : list_generations(find_index(index_, context))) {
      if (format_ == OutputFormat::Json) {
        context.out << generation_json(generation);
      } else {
        print_text(generation, context.out);
      }
    }
    return ExitStatus::Success;
  }

 private:
  std::string index_;
  OutputFormat format_ = OutputFormat::Text;
};

}  // namespace

constinit const Command kGenerationsCommand{
    .name = "generations",
    .operands = "",
    .summary = "list the generations of the index",
    .notes =
        "  pullquote generations\n"
        "  pullquote generations --format json | jq -r 'select(.published).id'\n\n"
        "Exit status: 0 success, 2 failure.\n",
    .make = make_command<GenerationsCommand>};

}  // namespace pullquote::cli

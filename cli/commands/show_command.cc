// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote show ID...
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/sound_generation.h"
#include "cli/options/index_location.h"
#include "cli/options/options.h"
#include "cli/printing/article_text.h"
#include "cli/terminal/escape.h"
#include "pullquote/json.h"
#include "pullquote/searcher.h"

namespace pullquote::cli {
namespace {

class ShowCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    add_index_option(options, index_);
    add_format_option(options, format_);
    add_color_option(options, color_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    if (operands.empty()) throw UsageError("give the id of an article, as search prints it");
    std::vector<std::optional<Article>> articles;
    with_sound_generation(find_index(index_, context), "show", context,
                          [&](std::shared_ptr<const Generation> generation) {
                            Searcher searcher(std::move(generation));
                            articles.clear();
                            for (const std::string& id : operands) {
                              articles.push_back(searcher.article(id));
                            }
                          });
    TextSheet sheet(context.out, context.terminal, color_);
    ExitStatus status = ExitStatus::Success;
    bool first = true;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const std::optional<Article>& article = articles[i];
      if (!article) {
        context.err << "pullquote show: there is no article '" << escape_for_terminal(operands[i])
                    << "'\n";
        status = ExitStatus::Failure;
      } else if (format_ == OutputFormat::Json) {
        context.out << article_json(*article);
      } else {
        if (!first) sheet.blank_line();
        first = false;
        print_article(*article, sheet);
      }
    }
    return status;
  }

 private:
  std::string index_;
  OutputFormat format_ = OutputFormat::Text;
  ColorMode color_ = ColorMode::Auto;
};

}  // namespace

constinit const Command kShowCommand{
    .name = "show",
    .operands = "ID...",
    .summary = "print stored articles with their quotes",
    .notes =
        "Prints the article as it is stored, with its quotes. ID is what search prints below a "
        "headline, or with --format ids.\n\n"
        "  pullquote show https://harbour-gazette.example/2026/03/21/brandt-monitoring\n"
        "  pullquote search --format ids 'harbour strike' | head -n 1 | xargs pullquote show\n\n"
        "Exit status: 0 success, 2 failure.\n",
    .make = make_command<ShowCommand>};

}  // namespace pullquote::cli

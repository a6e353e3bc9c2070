// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote terms TEXT...: shows how the analyser splits and stems a text. Needs no index.
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/options/options.h"
#include "cli/terminal/escape.h"
#include "cli/terminal/text_layout.h"
#include "pullquote/analyzer.h"
#include "pullquote/json.h"

namespace pullquote::cli {
namespace {

/// `text`, escaped, with blanks up to `columns`, at least one.
std::string padded(std::string_view text, std::size_t columns) {
  const std::string safe = escape_for_terminal(text);
  const std::size_t width = display_width(safe);
  return safe + std::string(width < columns ? columns - width : 1, ' ');
}

class TermsCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    options.text("lang", "CODE", "Language that stems, such as en or de", language_);
    add_format_option(options, format_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    if (operands.empty()) throw UsageError("give a text");
    std::string text;
    for (const std::string& word : operands) text += (text.empty() ? "" : " ") + word;
    Analyzer analyzer(language_);
    if (format_ == OutputFormat::Text) {
      context.out << "position  bytes      term                 stem                 exact form\n";
    }
    for (const Token& token : analyzer.tokenize(text)) print(token, analyzer, context);
    return ExitStatus::Success;
  }

 private:
  void print(const Token& token, Analyzer& analyzer, Context& context) const {
    const std::string_view stem = analyzer.stem(token.term);
    if (format_ == OutputFormat::Json) {
      context.out << token_json(token, stem);
      return;
    }
    const std::string bytes = std::to_string(token.start) + "-" + std::to_string(token.end);
    std::string line = padded(std::to_string(token.position), 10) + padded(bytes, 11) +
                       padded(token.term, 21) + padded(stem, 21) +
                       escape_for_terminal(token.surface) +
                       (token.is_part ? " (part of the one above)" : "");
    line.erase(line.find_last_not_of(' ') + 1);
    context.out << line << '\n';
  }

  std::string language_ = "en";
  OutputFormat format_ = OutputFormat::Text;
};

}  // namespace

constinit const Command kTermsCommand{
    .name = "terms",
    .operands = "TEXT...",
    .summary = "show how the analyser splits and stems a text",
    .notes =
        "  pullquote terms \"The U.N. finalised cease-fires\"\n"
        "  pullquote terms --lang de 'Die Waffenruhen hielten'\n\n"
        "Exit status: 0 success, 2 failure.\n",
    .dashed_operands = true,
    .make = make_command<TermsCommand>};

}  // namespace pullquote::cli

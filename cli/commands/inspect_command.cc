// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote inspect FILE...: shows how the readers understand a file, and why. Needs no index.
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/options/options.h"
#include "cli/options/reader_options.h"
#include "cli/printing/article_text.h"
#include "cli/printing/build_report_text.h"
#include "pullquote/json.h"
#include "pullquote/quote_extractor.h"

namespace pullquote::cli {
namespace {

class InspectCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    add_reader_options(options, reader_);
    options.flag("blocks", "Print every block of the input, kept or dropped, with the reason",
                 blocks_);
    add_format_option(options, format_);
    add_color_option(options, color_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override;

 private:
  /// Prints one record: its article, or why it was rejected.
  void print(ReadOutcome&& outcome, Context& context, TextSheet& sheet);
  /// Prints the article, or with --blocks the parts of the page that were kept and dropped.
  void print_text(const ParsedArticle& parsed, TextSheet& sheet);
  /// Prints why a record was rejected.
  void print_rejection(const Rejection& rejection, Context& context, TextSheet& sheet);

  ReaderOptions reader_;
  bool blocks_ = false;
  OutputFormat format_ = OutputFormat::Text;
  ColorMode color_ = ColorMode::Auto;
  QuoteExtractor extractor_;
  bool first_ = true;  ///< nothing is printed yet
};

ExitStatus InspectCommand::run(const std::vector<std::string>& operands, Context& context) {
  if (operands.empty()) throw UsageError("give a file, a folder, or - for standard input");
  reader_.keep_blocks = blocks_;
  RecordSource source(operands, reader_);
  RecordParser parser(reader_);
  TextSheet sheet(context.out, context.terminal, color_);
  while (auto next = source.next()) {
    if (const auto* rejection = std::get_if<Rejection>(&*next)) {
      print_rejection(*rejection, context, sheet);
      continue;
    }
    parser.parse(std::get<RawRecord>(*next),
                 [&](ReadOutcome&& outcome) { print(std::move(outcome), context, sheet); });
  }
  return ExitStatus::Success;
}

void InspectCommand::print(ReadOutcome&& outcome, Context& context, TextSheet& sheet) {
  if (const auto* rejection = std::get_if<Rejection>(&outcome)) {
    print_rejection(*rejection, context, sheet);
    return;
  }
  if (const auto* withdrawal = std::get_if<Withdrawal>(&outcome)) {
    print_rejection(withdrawal->rejection, context, sheet);
    return;
  }
  auto& parsed = std::get<ParsedArticle>(outcome);
  extractor_.extract_into(parsed.article);
  if (format_ == OutputFormat::Json) {
    context.out << inspection_json(parsed, blocks_);
  } else {
    print_text(parsed, sheet);
  }
}

void InspectCommand::print_text(const ParsedArticle& parsed, TextSheet& sheet) {
  if (!first_) sheet.blank_line();
  first_ = false;
  if (!blocks_) {
    print_article(parsed.article, sheet);
    return;
  }
  sheet.entry("id", parsed.article.id);
  sheet.entry("read as", parsed.format);
  for (const InspectedBlock& block : parsed.blocks) {
    const Style& style = sheet.style();
    const std::string verdict = (block.kept ? "+ " : "- ") + block.reason;
    sheet.paragraph(verdict, 0, block.kept ? style.good : style.bad);
    sheet.paragraph(block.text, 4, block.kept ? std::string_view() : style.faint);
  }
  print_quotes(parsed.article.quotes, sheet);
}

void InspectCommand::print_rejection(const Rejection& rejection, Context& context,
                                     TextSheet& sheet) {
  if (format_ == OutputFormat::Json) {
    context.out << rejection_json(rejection);
    return;
  }
  if (!first_) sheet.blank_line();
  first_ = false;
  sheet.paragraph(rejection_text(rejection), 0, sheet.style().bad);
}

}  // namespace

constinit const Command kInspectCommand{
    .name = "inspect",
    .operands = "FILE...",
    .summary = "show what the readers make of a file, and why",
    .notes =
        "Reads as build does, but only prints: the article that would be indexed, its quotes with "
        "their speakers, and with --blocks each part of the page that was kept or dropped.\n\n"
        "  pullquote inspect --blocks page.html\n"
        "  pullquote inspect --format json archive.jsonl.gz | jq -r .headline\n\n"
        "Exit status: 0 success, 2 failure.\n",
    .make = make_command<InspectCommand>};

}  // namespace pullquote::cli

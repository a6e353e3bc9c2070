// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote quotes [QUERY...]: finds quotations with all their printings.
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/sound_generation.h"
#include "cli/options/index_location.h"
#include "cli/options/operands.h"
#include "cli/options/options.h"
#include "cli/options/quote_options.h"
#include "cli/options/timeout_option.h"
#include "cli/printing/family_text.h"
#include "cli/printing/hit_printer.h"
#include "cli/printing/query_error.h"
#include "cli/terminal/escape.h"
#include "cli/terminal/numbers.h"
#include "pullquote/json.h"
#include "pullquote/quotes.h"
#include "pullquote/search_options.h"

namespace pullquote::cli {
namespace {

/// Columns that the rank takes.
constexpr std::size_t kRankColumn = 4;

class QuotesCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override;
  ExitStatus run(const std::vector<std::string>& operands, Context& context) override;

 private:
  /// A page with the explanations that --explain asks for.
  struct Findings {
    FamilyPage page;
    /// One for each family; empty without --explain.
    std::vector<std::optional<Explanation>> explanations;
  };

  /// Everything that print() needs: the generation is not read afterwards.
  Findings find(QuoteSearcher& searcher, const Query& query) const;
  /// Prints families on standard output and the summary on standard error.
  void print(const Query& query, const Findings& found, Context& context) const;
  void print_summary(const FamilyPage& page, Context& context) const;

  std::string index_;
  QuoteFilterOptions filter_;
  FamilyOptions search_;
  bool occurrences_ = false;  ///< --occurrences: print every printing
  bool explain_ = false;
  double timeout_ = kDefaultTimeoutSeconds;
  bool no_synonyms_ = false;
  OutputFormat format_ = OutputFormat::Text;
  ColorMode color_ = ColorMode::Auto;
};

void QuotesCommand::describe(OptionTable& options) {
  add_index_option(options, index_);
  add_quote_filter(options, filter_, true);
  options.flag("conflicts", "Only quotations that articles give to different people",
               search_.filter.conflicts);
  options.choice<FamilySort>("sort", "Order of the quotations",
                             {{"rank", FamilySort::Rank},
                              {"outlets", FamilySort::Outlets},
                              {"newest", FamilySort::Newest},
                              {"first", FamilySort::First}},
                             search_.sort);
  options.count("limit,n", "N", "Print at most N quotations", search_.limit, 1, kMostHits);
  options.count("offset", "N", "Skip the first N quotations", search_.offset, 0, kMostHits);
  options.flag("occurrences", "Print every article of each quotation", occurrences_);
  add_timeout_option(options, timeout_);
  options.flag("explain", "Print the parsed query and every factor of each score", explain_);
  options.flag("no-synonyms", "Don't add spelling variants and compounds to the words",
               no_synonyms_);
  options.text("lang", "CODE", "Language of the query (default: the index's most frequent)",
               search_.language);
  add_format_option(options, format_);
  add_color_option(options, color_);
}

ExitStatus QuotesCommand::run(const std::vector<std::string>& operands, Context& context) {
  const bool conflicts = search_.filter.conflicts;
  search_.filter = read_quote_filter(filter_, context);
  search_.filter.conflicts = conflicts;
  search_.expand = !no_synonyms_;
  search_.timeout = timeout_of(timeout_);
  if (!occurrences_) search_.occurrences = 0;
  std::optional<Query> query = Query();
  if (!operands.empty()) {
    query = read_query(joined_by_spaces(operands), filter_.now, "quotes", context);
  }
  if (!query) return ExitStatus::Failure;
  Findings found;
  with_sound_generation(find_index(index_, context), "quotes", context,
                        [&](std::shared_ptr<const Generation> generation) {
                          QuoteSearcher searcher(std::move(generation));
                          found = find(searcher, *query);
                        });
  print(*query, found, context);
  return found.page.families.empty() ? ExitStatus::NoHit : ExitStatus::Success;
}

QuotesCommand::Findings QuotesCommand::find(QuoteSearcher& searcher, const Query& query) const {
  Findings found{.page = searcher.search(query, search_), .explanations = {}};
  for (const QuoteFamily& family : found.page.families) {
    found.explanations.push_back(explain_ ? searcher.explain(query, family.id, search_)
                                          : std::nullopt);
  }
  return found;
}

void QuotesCommand::print(const Query& query, const Findings& found, Context& context) const {
  const bool text = format_ == OutputFormat::Text;
  if (explain_ && text)
    context.out << "query: " << escape_for_terminal(to_string(query.root)) << "\n\n";
  TextSheet sheet(context.out, context.terminal, color_);
  for (std::size_t i = 0; i < found.page.families.size(); ++i) {
    const std::size_t rank = search_.offset + i + 1;
    const QuoteFamily& family = found.page.families[i];
    const std::optional<Explanation>& explanation = found.explanations[i];
    if (!text) {
      context.out << family_json(family, rank, explanation, !found.page.complete);
      continue;
    }
    if (i > 0) sheet.blank_line();
    std::string label = std::to_string(rank) + " ";
    label.insert(0, kRankColumn - std::min(kRankColumn, label.size()), ' ');
    print_family(family, kRankColumn, label, sheet);
    if (occurrences_) print_occurrences(family, kRankColumn + 2, sheet);
    if (explanation) context.out << explanation_text(*explanation, kRankColumn);
  }
  context.out.flush();
  if (text) print_summary(found.page, context);
  if (!found.page.complete) print_timeout(timeout_, context.err);
}

void QuotesCommand::print_summary(const FamilyPage& page, Context& context) const {
  if (page.matches == 0) {
    if (page.complete) context.err << "No quotation matches.\n";
  } else {
    context.err << (page.families.empty() ? "" : "\n")
                << counted(page.matches, "quotation", "quotations");
    if (!page.families.empty() && page.families.size() < page.matches) {
      context.err << ", " << search_.offset + 1 << " to " << search_.offset + page.families.size()
                  << " shown";
    }
    context.err << ".\n";
  }
  print_expansions(page.expansions, context.err);
}

}  // namespace

constinit const Command kQuotesCommand{
    .name = "quotes",
    .operands = "[QUERY...]",
    .summary = "find quotations, each with all its printings",
    .notes =
        "A quotation stands for all its printings: whole or cut short, in either spelling, with "
        "words changed or without marks. All words of QUERY must be in it; the language is that of "
        "'search' (pullquote-query(7)). Without QUERY, all quotations that the options leave.\n\n"
        "  pullquote quotes 'monitoring efforts'\n"
        "  pullquote quotes --by kerry --from 2016-05-01 --sort first\n"
        "  pullquote quotes --conflicts --sort outlets\n\n"
        "Exit status: 0 at least one quotation, 1 none, 2 failure.\n",
    .dashed_operands = true,
    .make = make_command<QuotesCommand>};

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote speakers [NAME...]: counts who is quoted; with NAME, also lists the quotations of the
/// speakers of that name.
#include <algorithm>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/sound_generation.h"
#include "cli/options/index_location.h"
#include "cli/options/operands.h"
#include "cli/options/options.h"
#include "cli/options/quote_options.h"
#include "cli/printing/family_text.h"
#include "cli/terminal/escape.h"
#include "cli/terminal/numbers.h"
#include "cli/terminal/text_layout.h"
#include "pullquote/json.h"
#include "pullquote/quotes.h"
#include "pullquote/search_options.h"

namespace pullquote::cli {
namespace {

/// Longer names do not widen the column of names.
constexpr std::size_t kWidestName = 40;

class SpeakersCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override;
  ExitStatus run(const std::vector<std::string>& operands, Context& context) override;

 private:
  /// Prints the counts, group by group.
  void print(const std::vector<SpeakerCount>& rows, Context& context) const;
  /// Prints the quotations of the speakers asked for.
  void print_quotations(const FamilyPage& page, Context& context) const;

  std::string index_;
  QuoteFilterOptions filter_;
  SpeakerOptions speakers_;
  OutputFormat format_ = OutputFormat::Text;
  ColorMode color_ = ColorMode::Auto;
};

void SpeakersCommand::describe(OptionTable& options) {
  add_index_option(options, index_);
  add_quote_filter(options, filter_, false);
  options.choice<SpeakerGrouping>("per", "Count in groups",
                                  {{"all", SpeakerGrouping::None},
                                   {"day", SpeakerGrouping::Day},
                                   {"month", SpeakerGrouping::Month},
                                   {"year", SpeakerGrouping::Year},
                                   {"outlet", SpeakerGrouping::Outlet}},
                                  speakers_.per);
  options.count("limit,n", "N", "Print at most N speakers of each group, or N quotations",
                speakers_.limit, 1, kMostHits);
  options.count("offset", "N", "Skip the first N", speakers_.offset, 0, kMostHits);
  add_format_option(options, format_);
  add_color_option(options, color_);
}

ExitStatus SpeakersCommand::run(const std::vector<std::string>& operands, Context& context) {
  speakers_.filter = read_quote_filter(filter_, context);
  speakers_.filter.by = joined_by_spaces(operands);
  const bool one = !operands.empty();
  SpeakerOptions counted = speakers_;
  // With a name, --offset skips quotations and not speakers.
  if (one) counted.offset = 0;
  std::vector<SpeakerCount> rows;
  FamilyPage quotations;
  with_sound_generation(find_index(index_, context), "speakers", context,
                        [&](std::shared_ptr<const Generation> generation) {
                          QuoteSearcher searcher(std::move(generation));
                          rows = searcher.speakers(counted);
                          if (one) {
                            quotations = searcher.search({}, {.filter = speakers_.filter,
                                                              .sort = FamilySort::First,
                                                              .limit = speakers_.limit,
                                                              .offset = speakers_.offset,
                                                              .occurrences = 0});
                          }
                        });
  print(rows, context);
  print_quotations(quotations, context);
  context.out.flush();
  if (rows.empty()) context.err << "Nobody is quoted there.\n";
  return rows.empty() ? ExitStatus::NoHit : ExitStatus::Success;
}

void SpeakersCommand::print(const std::vector<SpeakerCount>& rows, Context& context) const {
  if (format_ == OutputFormat::Json) {
    for (const SpeakerCount& row : rows) context.out << speaker_json(row);
    return;
  }
  std::size_t width = 0;
  for (const SpeakerCount& row : rows) {
    width = std::max(width, std::min(display_width(escape_for_terminal(row.name)), kWidestName));
  }
  const Style& style = style_for(context.terminal.color(color_));
  const std::string* group = nullptr;
  for (const SpeakerCount& row : rows) {
    if (speakers_.per != SpeakerGrouping::None && (!group || *group != row.group)) {
      context.out << (group ? "\n" : "") << style.bold
                  << (row.group.empty() ? "unknown" : escape_for_terminal(row.group)) << style.plain
                  << '\n';
      group = &row.group;
    }
    const std::string name = escape_for_terminal(row.name);
    const std::size_t columns = display_width(name);
    context.out << "  " << name << std::string(width - std::min(width, columns) + 2, ' ')
                << style.faint << pullquote::cli::counted(row.quotes, "quote", "quotes") << " · "
                << pullquote::cli::counted(row.articles, "article", "articles");
    if (row.outlets > 0) {
      context.out << " · " << pullquote::cli::counted(row.outlets, "outlet", "outlets");
    }
    if (row.first_seen) context.out << " · " << days_of(row.first_seen, row.last_seen);
    context.out << style.plain << '\n';
  }
}

void SpeakersCommand::print_quotations(const FamilyPage& page, Context& context) const {
  TextSheet sheet(context.out, context.terminal, color_);
  for (std::size_t i = 0; i < page.families.size(); ++i) {
    if (format_ == OutputFormat::Json) {
      context.out << family_json(page.families[i], speakers_.offset + i + 1);
      continue;
    }
    sheet.blank_line();
    print_family(page.families[i], 2, {}, sheet);
  }
}

}  // namespace

constinit const Command kSpeakersCommand{
    .name = "speakers",
    .operands = "[NAME...]",
    .summary = "count who is quoted, by period and outlet",
    .notes =
        "Without NAME, the most quoted speakers. With NAME (some words of it will do), how often "
        "each speaker of that name is quoted, and then what they said in order of time. A speaker "
        "whom an article calls by the surname alone counts as the one person of that name who is "
        "quoted most.\n\n"
        "  pullquote speakers --from 2016-05 --source reuters\n"
        "  pullquote speakers --per month -n 3\n"
        "  pullquote speakers kerry --per outlet\n\n"
        "Exit status: 0 somebody is quoted, 1 nobody, 2 failure.\n",
    .make = make_command<SpeakersCommand>};

}  // namespace pullquote::cli

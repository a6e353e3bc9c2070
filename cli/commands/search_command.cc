// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote search QUERY...
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/sound_generation.h"
#include "cli/options/index_location.h"
#include "cli/options/operands.h"
#include "cli/options/timeout_option.h"
#include "cli/printing/hit_printer.h"
#include "cli/printing/query_error.h"
#include "cli/terminal/escape.h"
#include "cli/terminal/numbers.h"
#include "pullquote/search_options.h"
#include "pullquote/searcher.h"

namespace pullquote::cli {
namespace {

class SearchCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override;
  ExitStatus run(const std::vector<std::string>& operands, Context& context) override;

 private:
  /// A page with the explanations that --explain asks for.
  struct Findings {
    ResultPage page;
    /// One for each hit; empty without --explain.
    std::vector<std::optional<Explanation>> explanations;
  };

  /// Everything that print() needs: the generation is not read afterwards.
  Findings find(Searcher& searcher, const Query& query) const;
  /// The page to print. Formats that print no text ask for ids and scores, which decodes no
  /// article.
  ResultPage page_of(Searcher& searcher, const Query& query) const;
  /// Prints hits on standard output and the summary on standard error.
  void print(const Query& query, const Findings& found, Context& context) const;
  /// Prints the number of matches and the expansions.
  void print_summary(const ResultPage& page, Context& context) const;

  std::string index_;
  std::string now_;
  HitFormat format_ = HitFormat::Text;
  ColorMode color_ = ColorMode::Auto;
  bool explain_ = false;
  double timeout_ = kDefaultTimeoutSeconds;
  bool no_synonyms_ = false;
  bool no_snippets_ = false;
  SearchOptions search_;
};

void SearchCommand::describe(OptionTable& options) {
  add_index_option(options, index_);
  options.count("limit,n", "N", "Print at most N hits", search_.limit, 1, kMostHits);
  options.count("offset", "N", "Skip the first N hits", search_.offset, 0, kMostHits);
  options.choice<SortOrder>(
      "sort", "Order of the hits",
      {{"rank", SortOrder::Rank}, {"newest", SortOrder::Newest}, {"oldest", SortOrder::Oldest}},
      search_.sort);
  options.choice<HitFormat>("format", "Print for people, JSON objects, bare ids, or a TREC run",
                            {{"text", HitFormat::Text},
                             {"json", HitFormat::Json},
                             {"ids", HitFormat::Ids},
                             {"trec", HitFormat::Trec}},
                            format_);
  add_timeout_option(options, timeout_);
  options.flag("explain", "Print the parsed query and every factor of each score", explain_);
  options.flag("exact-count", "Count every match instead of estimating", search_.exact_count);
  options.flag("no-synonyms", "Don't add spelling variants and compounds to the words",
               no_synonyms_);
  options.flag("no-snippets", "Print no passages of the articles", no_snippets_);
  options.text("lang", "CODE", "Language of the query (default: the index's most frequent)",
               search_.language);
  options.text("now", "TIME", "Reckon \"yesterday\" and the like from this time (default: now)",
               now_);
  add_color_option(options, color_);
}

ExitStatus SearchCommand::run(const std::vector<std::string>& operands, Context& context) {
  if (operands.empty()) throw UsageError("give a query");
  if (search_.offset + search_.limit > kMostHits) {
    throw UsageError("--offset and --limit together reach " + std::to_string(kMostHits) +
                     " hits at most");
  }
  search_.expand = !no_synonyms_;
  search_.timeout = timeout_of(timeout_);
  search_.snippets = !no_snippets_;
  const auto query = read_query(joined_by_spaces(operands), now_, "search", context);
  if (!query) return ExitStatus::Failure;
  Findings found;
  with_sound_generation(find_index(index_, context), "search", context,
                        [&](std::shared_ptr<const Generation> generation) {
                          Searcher searcher(std::move(generation));
                          found = find(searcher, *query);
                        });
  print(*query, found, context);
  return found.page.hits.empty() ? ExitStatus::NoHit : ExitStatus::Success;
}

SearchCommand::Findings SearchCommand::find(Searcher& searcher, const Query& query) const {
  Findings found{.page = page_of(searcher, query), .explanations = {}};
  for (const Hit& hit : found.page.hits) {
    found.explanations.push_back(explain_ ? searcher.explain(query, hit.id, search_)
                                          : std::nullopt);
  }
  return found;
}

ResultPage SearchCommand::page_of(Searcher& searcher, const Query& query) const {
  if (format_ == HitFormat::Text || format_ == HitFormat::Json) {
    return searcher.search(query, search_);
  }
  ResultPage page;
  IdPage found = searcher.search_ids(query, search_);
  page.complete = found.complete;
  for (auto& [id, score] : found.ids) {
    Hit hit;
    hit.rank = search_.offset + page.hits.size() + 1;
    hit.score = score;
    hit.id = std::move(id);
    page.hits.push_back(std::move(hit));
  }
  return page;
}

void SearchCommand::print(const Query& query, const Findings& found, Context& context) const {
  const bool text = format_ == HitFormat::Text;
  if (explain_ && text)
    context.out << "query: " << escape_for_terminal(to_string(query.root)) << "\n\n";
  const auto printer = make_hit_printer(format_, context, color_);
  for (std::size_t i = 0; i < found.page.hits.size(); ++i) {
    printer->print(found.page.hits[i], found.explanations[i], !found.page.complete);
  }
  context.out.flush();
  if (text) print_summary(found.page, context);
  if (!found.page.complete) print_timeout(timeout_, context.err);
}

void SearchCommand::print_summary(const ResultPage& page, Context& context) const {
  std::ostream& err = context.err;
  if (page.matches == 0) {
    if (page.complete) err << "No article matches.\n";
  } else {
    const std::string about = page.matches_exact ? "" : "about ";
    err << (page.hits.empty() ? "" : "\n") << about << counted(page.matches, "article", "articles");
    if (page.hits.size() < page.matches && !page.hits.empty()) {
      err << ", " << page.hits.front().rank << " to " << page.hits.back().rank << " shown";
    }
    err << ".\n";
  }
  print_expansions(page.expansions, err);
}

}  // namespace

constinit const Command kSearchCommand{
    .name = "search",
    .operands = "QUERY...",
    .summary = "find articles by rank, phrase, field and time",
    .notes =
        "The words of QUERY are joined by spaces; put it in single quotes, so that the shell "
        "leaves "
        "it alone. Words alone rank; \"a phrase\" must occur as it is; +word and -word demand and "
        "exclude; AND, OR, NOT and brackets combine; NEAR/5 and ADJ/3 bind by distance; =word "
        "switches stemming off; word* and word~ are prefixes and near spellings; ^3 weighs. "
        "Fields: headline: body: quote: speaker: source: author: lang: section: keyword: date: "
        "since: until:. pullquote-query(7) has the whole language.\n\n"
        "  pullquote search 'truce headline:aleppo'\n"
        "  pullquote search '\"cessation of hostilities\" since:2016-05'\n"
        "  pullquote search 'quote:\"monitoring efforts\" speaker:toner'\n\n"
        "Exit status: 0 at least one hit, 1 none, 2 failure.\n",
    .dashed_operands = true,
    .make = make_command<SearchCommand>};

}  // namespace pullquote::cli

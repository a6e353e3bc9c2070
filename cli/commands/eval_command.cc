// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote eval: measures the ranking on a judged collection.
///
/// Articles that are no index yet are indexed in a temporary folder. Queries are plain text
/// (plain_query()), so that quotation marks and operators in them mean nothing.
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <ostream>
#include <span>
#include <system_error>

#include "cli/commands/commands.h"
#include "cli/commands/sound_generation.h"
#include "cli/options/options.h"
#include "cli/terminal/interrupt.h"
#include "cli/terminal/numbers.h"
#include "cli/terminal/progress_reporter.h"
#include "pullquote/error.h"
#include "pullquote/evaluation.h"
#include "pullquote/index_builder.h"
#include "pullquote/json.h"
#include "pullquote/search_options.h"
#include "pullquote/searcher.h"
#include "schema/io/descriptor.h"
#include "schema/io/output_file.h"

namespace pullquote::cli {
namespace {

/// A temporary folder that is removed with its owner.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "pullquote-eval-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
      throw WriteFailed("cannot make a folder for the index in " +
                        std::filesystem::temp_directory_path().string() + "; set TMPDIR");
    }
    path_ = name;
  }
  ~ScratchFolder() {
    // The system cleans up what cannot be removed.
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The bytes of a file or of a named pipe.
/// @throws IndexUnavailable  the file cannot be read.
std::string read_whole(const std::string& path) {
  constexpr std::size_t kPiece = std::size_t{1} << 16;
  const Descriptor in(path);
  std::string text;
  for (std::size_t size = 0; in.get() >= 0;) {
    text.resize(size + kPiece);
    const auto filled = read_full(in.get(), std::span(text).subspan(size));
    if (!filled) break;
    size += *filled;
    text.resize(size);
    if (*filled < kPiece) return text;
  }
  throw IndexUnavailable("cannot read " + path + ": " + std::generic_category().message(errno));
}

/// The value of a parsed file.
/// @throws UsageError  the file has a fault.
template <class Value>
Value parsed_or_throw(std::variant<Value, CollectionFault>&& outcome, const std::string& path) {
  if (const auto* fault = std::get_if<CollectionFault>(&outcome)) {
    throw UsageError(path + ", line " + std::to_string(fault->line) + ": " + fault->message);
  }
  return std::get<Value>(std::move(outcome));
}

/// The means, one measure a line.
std::string mean_text(const Evaluation& evaluation) {
  const auto line = [](std::string_view name, double value) {
    return std::string(name) + std::string(14 - name.size(), ' ') + decimal(value, 4) + "\n";
  };
  const Measures& mean = evaluation.mean;
  std::string text = "queries       " + grouped(evaluation.queries.size()) + "\n";
  text += line("map", mean.average_precision) + line("ndcg_cut_10", mean.ndcg_10) +
          line("P_10", mean.precision_10) + line("recall_100", mean.recall_100) +
          line("recip_rank", mean.reciprocal_rank);
  return text;
}

class EvalCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override;
  ExitStatus run(const std::vector<std::string>& operands, Context& context) override;

 private:
  /// Indexes docs_ into the folder `index`.
  void build(const std::filesystem::path& index, Context& context) const;
  /// Runs all queries on one generation, and writes the run file if one is asked for.
  Evaluation evaluate_on(std::shared_ptr<const Generation> generation,
                         const std::vector<JudgedQuery>& queries,
                         const Judgements& judgements) const;

  std::string docs_;      ///< articles, or an index
  std::string queries_;   ///< a file
  std::string qrels_;     ///< a file of judgements
  std::string run_file_;  ///< empty: none is written
  std::string tag_ = "pullquote";
  std::size_t depth_ = 1000;  ///< articles in each ranking
  BuildOptions build_;
  bool no_synonyms_ = false;
  bool per_query_ = false;
  OutputFormat format_ = OutputFormat::Text;
};

void EvalCommand::describe(OptionTable& options) {
  options.text("docs", "PATH", "The articles: a file or folder to index, or an index", docs_);
  options.text("queries", "FILE", "Queries: lines ID, tab, plain text", queries_);
  options.text("qrels", "FILE", "Judgements in TREC's form: QUERY 0 ARTICLE GAIN", qrels_);
  options.text("run", "FILE", "Write the rankings there as a TREC run file", run_file_);
  options.text("tag", "NAME", "Name of the run in that file", tag_);
  options.count("depth", "N", "Hits taken of each query", depth_, 1, kMostHits);
  options.number("k1", "X", "Saturation of repeated words in BM25F", build_.ranking.k1, 0, kMostK1);
  options.number("b", "X", "Share of the length normalisation in BM25F", build_.ranking.b, 0, 1);
  options.flag("no-synonyms", "Search without spelling variants and compounds", no_synonyms_);
  options.flag("per-query", "Print the measures of each query too", per_query_);
  add_format_option(options, format_);
}

void EvalCommand::build(const std::filesystem::path& index, Context& context) const {
  BuildOptions options = build_;
  options.index = index;
  options.inputs = {docs_};
  const InterruptWatcher interrupt;
  ProgressReporter reporter(context.err, context.terminal);
  const BuildReport report = build_index(options, reporter, interrupt.token());
  reporter.clear();
  context.err << "Indexed " << counted(report.indexed, "article", "articles") << " in "
              << readable_seconds(report.seconds) << ".\n";
}

Evaluation EvalCommand::evaluate_on(std::shared_ptr<const Generation> generation,
                                    const std::vector<JudgedQuery>& queries,
                                    const Judgements& judgements) const {
  Searcher searcher(std::move(generation));
  SearchOptions options;
  options.limit = depth_;
  options.snippets = false;
  options.expand = !no_synonyms_;
  options.timeout = {};  // a measure of half an answer would be wrong
  const auto retrieve = [&](const JudgedQuery& query) {
    return searcher.search_ids(plain_query(query.text), options).ids;
  };
  if (run_file_.empty()) return evaluate(queries, judgements, retrieve);
  OutputFile run(run_file_);
  Evaluation evaluation = evaluate(queries, judgements, retrieve,
                                   [&](const JudgedQuery& query, const Ranking& ranking) {
                                     run.write(to_run_lines(query.id, ranking, tag_));
                                   });
  run.close();
  return evaluation;
}

ExitStatus EvalCommand::run(const std::vector<std::string>& operands, Context& context) {
  if (!operands.empty())
    throw UsageError("it takes no operands, only --docs, --queries and --qrels");
  if (docs_.empty() || queries_.empty() || qrels_.empty()) {
    throw UsageError("give --docs, --queries and --qrels");
  }
  const auto queries = parsed_or_throw(parse_judged_queries(read_whole(queries_)), queries_);
  const auto judgements = parsed_or_throw(parse_judgements(read_whole(qrels_)), qrels_);

  std::optional<ScratchFolder> scratch;
  std::filesystem::path index = docs_;
  if (!std::filesystem::exists(index / "CURRENT")) {
    index = scratch.emplace().path();
    build(index, context);
  }
  Evaluation evaluation;
  with_sound_generation(index, "eval", context, [&](std::shared_ptr<const Generation> generation) {
    evaluation = evaluate_on(std::move(generation), queries, judgements);
  });
  if (evaluation.queries.empty()) {
    throw UsageError("no query of " + queries_ + " is judged in " + qrels_ +
                     ": nothing to measure");
  }
  if (!evaluation.not_judged.empty()) {
    context.err << counted(evaluation.not_judged.size(), "query", "queries")
                << " without judgements left out.\n";
  }
  if (format_ == OutputFormat::Json) {
    if (per_query_) {
      for (const QueryMeasures& query : evaluation.queries)
        context.out << query_measures_json(query);
    }
    context.out << evaluation_json(evaluation);
  } else {
    if (per_query_) {
      for (const QueryMeasures& query : evaluation.queries) {
        context.out << query.query_id << "\tmap " << decimal(query.measures.average_precision, 4)
                    << "\tndcg_cut_10 " << decimal(query.measures.ndcg_10, 4) << "\n";
      }
    }
    context.out << mean_text(evaluation);
  }
  return ExitStatus::Success;
}

}  // namespace

constinit const Command kEvalCommand{
    .name = "eval",
    .operands = "",
    .summary = "measure the ranking on a judged collection",
    .notes =
        "The measures are trec_eval's: map, ndcg_cut_10, P_10, recall_100 and recip_rank, means "
        "over "
        "the judged queries. Queries are plain text: operators mean nothing in them. Articles that "
        "are "
        "no index yet are indexed in a temporary folder first.\n\n"
        "  pullquote eval --docs docs.jsonl --queries queries.tsv --qrels qrels.txt\n"
        "  pullquote eval --docs /srv/news --queries q.tsv --qrels qrels.txt --run run.txt\n\n"
        "Exit status: 0 success, 2 failure.\n",
    .make = make_command<EvalCommand>};

}  // namespace pullquote::cli

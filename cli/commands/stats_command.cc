// SPDX-License-Identifier: GPL-3.0-or-later
/// pullquote stats: counts the contents of the published generation, and says how it was built.
#include <algorithm>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/sound_generation.h"
#include "cli/options/index_location.h"
#include "cli/options/options.h"
#include "cli/printing/text_sheet.h"
#include "cli/terminal/numbers.h"
#include "pullquote/json.h"
#include "pullquote/searcher.h"

namespace pullquote::cli {
namespace {

/// "en 40, de 3", the most frequent first.
std::string languages_text(const std::map<std::string, std::uint64_t>& languages) {
  std::vector<std::pair<std::string, std::uint64_t>> rows(languages.begin(), languages.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [code, count] : rows) {
    if (!text.empty()) text += ", ";
    text += (code.empty() ? "unknown" : code) + " " + grouped(count);
  }
  return text;
}

/// "headline 5, body 1, quote 2; k1 1.20, b 0.75".
std::string weights_text(const RankingParameters& ranking) {
  const auto& weights = ranking.weights;
  return "headline " + std::to_string(weights.headline) + ", body " + std::to_string(weights.body) +
         ", quote " + std::to_string(weights.quote) + "; k1 " + decimal(ranking.k1, 2) + ", b " +
         decimal(ranking.b, 2);
}

/// The average lengths of the fields.
std::string lengths_text(const RankingParameters& ranking) {
  return "headline " + decimal(ranking.average_headline, 1) + ", quotes " +
         decimal(ranking.average_quotes, 1) + ", rest " + decimal(ranking.average_rest, 1) +
         " words on average";
}

/// The sizes of index and text, and of the index for one article.
std::string size_text(const Manifest& manifest) {
  std::string text = readable_bytes(manifest.index_bytes) + " for " +
                     readable_bytes(manifest.text_bytes) + " of text";
  if (manifest.article_count > 0) {
    text += ", " + readable_bytes(manifest.index_bytes / manifest.article_count) + " an article";
  }
  return text;
}

void print_text(const Manifest& manifest, const std::filesystem::path& index, TextSheet& sheet) {
  sheet.entry("index", index.string());
  sheet.entry("generation", manifest.id.value + ", built by pullquote " + manifest.program_version);
  sheet.entry("articles", grouped(manifest.article_count));
  sheet.entry("quotes", grouped(manifest.quote_count));
  sheet.entry("languages", languages_text(manifest.languages));
  sheet.entry("left out", counted(manifest.rejected_count, "rejection", "rejections") + ", " +
                              counted(manifest.duplicate_count, "duplicate", "duplicates"));
  sheet.entry("size", size_text(manifest));
  sheet.entry("lengths", lengths_text(manifest.ranking));
  sheet.entry("ranking", weights_text(manifest.ranking));
  sheet.entry("schema", manifest.schema_fingerprint);
}

class StatsCommand final : public CommandRun {
 public:
  void describe(OptionTable& options) override {
    add_index_option(options, index_);
    add_format_option(options, format_);
  }

  ExitStatus run(const std::vector<std::string>& operands, Context& context) override {
    if (!operands.empty()) throw UsageError("it takes no operands");
    const std::filesystem::path index = find_index(index_, context);
    Manifest manifest;
    with_sound_generation(index, "stats", context,
                          [&](const auto& generation) { manifest = generation->manifest(); });
    if (format_ == OutputFormat::Json) {
      context.out << stats_json(manifest);
    } else {
      TextSheet sheet(context.out, context.terminal, ColorMode::Never);
      print_text(manifest, index, sheet);
    }
    return ExitStatus::Success;
  }

 private:
  std::string index_;
  OutputFormat format_ = OutputFormat::Text;
};

}  // namespace

constinit const Command kStatsCommand{
    .name = "stats",
    .operands = "",
    .summary = "count what the index holds",
    .notes =
        "  pullquote stats\n"
        "  pullquote stats --index /srv/news --format json | jq .articles\n\n"
        "Exit status: 0 success, 2 failure.\n",
    .make = make_command<StatsCommand>};

}  // namespace pullquote::cli

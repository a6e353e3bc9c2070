// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printing/hit_printer.h"

#include <ostream>

#include "cli/printing/text_sheet.h"
#include "cli/terminal/escape.h"
#include "cli/terminal/numbers.h"
#include "pullquote/evaluation.h"
#include "pullquote/json.h"

namespace pullquote::cli {
namespace {

/// Columns that the rank takes; headline and snippet are indented by as many.
constexpr std::size_t kRankColumn = 4;

/// "reuters · 2016-05-04 · id": the known ones of outlet and date, and the id for `pullquote show`.
std::string provenance_of(const Hit& hit) {
  std::string line;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!line.empty()) line += " · ";
    line += part;
  };
  add(hit.source);
  if (hit.published) add(to_iso8601(*hit.published).substr(0, 10));
  add(hit.id);
  return line;
}

/// Headline, provenance and snippet, wrapped for the terminal.
class TextPrinter final : public HitPrinter {
 public:
  TextPrinter(Context& context, ColorMode color)
      : out_(context.out), sheet_(context.out, context.terminal, color) {}

  void print(const Hit& hit, const std::optional<Explanation>& explanation, bool) override {
    if (!first_) sheet_.blank_line();
    first_ = false;
    std::string rank = std::to_string(hit.rank) + " ";
    rank.insert(0, kRankColumn - std::min(kRankColumn, rank.size()), ' ');
    const bool titled = !hit.headline.empty();
    sheet_.paragraph(titled ? hit.headline : "(no headline)", kRankColumn, sheet_.style().bold,
                     hit.headline_matches, rank);
    sheet_.paragraph(provenance_of(hit), kRankColumn, sheet_.style().faint);
    sheet_.paragraph(hit.snippet.text, kRankColumn, {}, hit.snippet.matches);
    if (explanation) out_ << explanation_text(*explanation, kRankColumn);
  }

 private:
  std::ostream& out_;
  TextSheet sheet_;
  bool first_ = true;
};

/// One JSON object a line.
class JsonPrinter final : public HitPrinter {
 public:
  explicit JsonPrinter(std::ostream& out) : out_(out) {}
  void print(const Hit& hit, const std::optional<Explanation>& explanation, bool partial) override {
    out_ << hit_json(hit, explanation, partial);
  }

 private:
  std::ostream& out_;
};

/// One id a line: as it is for another program, escaped on a terminal.
class IdPrinter final : public HitPrinter {
 public:
  explicit IdPrinter(const Context& context)
      : out_(context.out), escapes_(context.terminal.out_is_terminal) {}
  void print(const Hit& hit, const std::optional<Explanation>&, bool) override {
    out_ << (escapes_ ? escape_for_terminal(hit.id) : hit.id) << '\n';
  }

 private:
  std::ostream& out_;
  bool escapes_;
};

/// Lines of a TREC run file: topic, "Q0", id, rank, score and name of the run, with blanks between
/// them. The topic is always 1. Ids are written as `eval` writes them.
class TrecPrinter final : public HitPrinter {
 public:
  explicit TrecPrinter(std::ostream& out) : out_(out) {}
  void print(const Hit& hit, const std::optional<Explanation>&, bool) override {
    out_ << "1 Q0 " << run_file_field(hit.id) << ' ' << hit.rank << ' ' << decimal(hit.score, 6)
         << " pullquote\n";
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<HitPrinter> make_hit_printer(HitFormat format, Context& context, ColorMode color) {
  switch (format) {
    case HitFormat::Text:
      return std::make_unique<TextPrinter>(context, color);
    case HitFormat::Json:
      return std::make_unique<JsonPrinter>(context.out);
    case HitFormat::Ids:
      return std::make_unique<IdPrinter>(context);
    case HitFormat::Trec:
      return std::make_unique<TrecPrinter>(context.out);
  }
  return nullptr;
}

void print_expansions(const std::vector<std::string>& expansions, std::ostream& err) {
  for (std::size_t i = 0; i < expansions.size(); ++i) {
    err << (i == 0 ? "Also searched: " : "; ") << escape_for_terminal(expansions[i]);
  }
  if (!expansions.empty()) err << " (--no-synonyms leaves them out).\n";
}

std::string explanation_text(const Explanation& explanation, std::size_t indent) {
  std::string text(indent, ' ');
  text +=
      decimal(explanation.value, 4) + "  " + escape_for_terminal(explanation.description) + "\n";
  for (const Explanation& part : explanation.parts) text += explanation_text(part, indent + 2);
  return text;
}

}  // namespace pullquote::cli

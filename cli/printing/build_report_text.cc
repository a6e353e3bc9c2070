// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printing/build_report_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/terminal/escape.h"
#include "cli/terminal/numbers.h"

namespace pullquote::cli {
namespace {

/// Rejections of all reasons.
std::uint64_t rejected_total(const BuildReport& report) {
  std::uint64_t total = 0;
  for (const auto& [reason, count] : report.rejected) total += count;
  return total;
}

/// A line with a name and a value below the values of other rows.
std::string row(std::string_view name, const std::string& value) {
  std::string line = "  " + std::string(name);
  line.resize(14, ' ');
  return line + value + "\n";
}

/// "12: 10 × no text, 2 × truncated gzip data".
std::string rejected_text(const BuildReport& report) {
  std::string text = grouped(rejected_total(report));
  std::string_view separator = ": ";
  for (const auto& [reason, count] : report.rejected) {
    text.append(separator).append(grouped(count)).append(" × ").append(escape_for_terminal(reason));
    separator = ", ";
  }
  return text;
}

/// "reading 1.20 s, indexing 3.40 s".
std::string stages_text(const std::vector<std::pair<std::string, double>>& stages) {
  std::string text;
  for (const auto& [stage, seconds] : stages) {
    if (!text.empty()) text += ", ";
    text += stage + " " + readable_seconds(seconds);
  }
  return text;
}

/// The first line of a report.
std::string indexed_text(std::uint64_t articles, std::uint64_t quotes, double seconds) {
  std::string text = "Indexed " + counted(articles, "article", "articles") + " and " +
                     counted(quotes, "quote", "quotes") + " in " + readable_seconds(seconds);
  if (seconds > 0) {
    const double rate = static_cast<double>(articles) / seconds;
    text += " (" + grouped(static_cast<std::uint64_t>(rate)) + " articles/s)";
  }
  return text + ".\n";
}

/// The row with the sizes of index and text.
std::string size_row(std::uint64_t index_bytes, std::uint64_t text_bytes) {
  return row("index",
             readable_bytes(index_bytes) + " for " + readable_bytes(text_bytes) + " of text");
}

}  // namespace

std::string build_report_text(const BuildReport& report) {
  std::string text = indexed_text(report.indexed, report.quotes, report.seconds);
  text += row("read", counted(report.read, "record", "records") + ", " +
                          readable_bytes(report.input_bytes));
  text += row("rejected", rejected_text(report));
  if (report.duplicates > 0) {
    text += row("replaced", grouped(report.duplicates) + " by a later article with the same id");
  }
  text += size_row(report.index_bytes, report.text_bytes);
  if (!report.stages.empty()) text += row("stages", stages_text(report.stages));
  return text + row("published", "generation " + report.generation.value);
}

std::string reindex_report_text(const ReindexReport& report) {
  return indexed_text(report.articles, report.quotes, report.seconds) +
         size_row(report.index_bytes, report.text_bytes) +
         row("stages", stages_text(report.stages)) +
         row("published", "generation " + report.generation.value + ", from " + report.base.value);
}

std::string rejection_text(const Rejection& rejection) {
  std::string text = escape_for_terminal(rejection.source);
  if (rejection.offset_bytes > 0) text += ", byte " + std::to_string(rejection.offset_bytes);
  text += ": " + escape_for_terminal(rejection.reason);
  if (!rejection.detail.empty()) text += " (" + escape_for_terminal(rejection.detail) + ")";
  return text;
}

std::string rejections_text(const BuildReport& report, std::size_t most) {
  std::string text;
  const std::size_t shown = std::min(most, report.rejections.size());
  for (std::size_t i = 0; i < shown; ++i) {
    text += "rejected: " + rejection_text(report.rejections[i]) + "\n";
  }
  const std::uint64_t total = rejected_total(report);
  if (total > shown) text += "rejected: " + grouped(total - shown) + " more\n";
  return text;
}

}  // namespace pullquote::cli

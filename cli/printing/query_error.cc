// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printing/query_error.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include "cli/options/quote_options.h"
#include "cli/terminal/escape.h"
#include "cli/terminal/text_layout.h"
#include "schema/analysis/utf8.h"

namespace pullquote::cli {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kEllipsis = "…";

/// The longest run of whole characters from `start` on that is at most `columns` wide.
std::string_view fitting(std::string_view text, std::size_t start, std::size_t columns) {
  std::size_t end = start;
  std::size_t used = 0;
  while (end < text.size()) {
    std::size_t next = end;
    next_code_point(text, next);
    used += display_width(text.substr(end, next - end));
    if (used > columns) break;
    end = next;
  }
  return text.substr(start, end - start);
}

/// The offset from which to show `text`, so that `mark` is seen with some text before it. Always
/// the start of a character.
std::size_t first_shown(std::string_view text, ByteSpan mark, std::size_t columns) {
  if (display_width(text) <= columns) return 0;
  const std::size_t context = columns / 3;
  return character_start(text, mark.start > context ? mark.start - context : 0);
}

}  // namespace

std::string underlined(std::string_view query, const QueryError& error, std::size_t columns) {
  const auto size = static_cast<std::uint32_t>(query.size());
  std::vector<ByteSpan> spans{{std::min(error.span.start, size), std::min(error.span.end, size)}};
  spans[0].end = std::max(spans[0].start, spans[0].end);
  const std::string safe = escape_for_terminal(query, spans);
  const ByteSpan mark = spans[0];

  const std::size_t room = std::max<std::size_t>(columns, 24) - kIndent.size() - 2;
  const std::size_t start = first_shown(safe, mark, room);
  const std::string_view shown = fitting(safe, start, room);
  const std::size_t end = start + shown.size();
  const std::string_view before = start > 0 ? kEllipsis : "";

  std::string lines = std::string(kIndent).append(before).append(shown);
  if (end < safe.size()) lines += kEllipsis;
  const std::size_t offset =
      display_width(std::string_view(safe).substr(start, mark.start - start));
  const std::size_t mark_end = std::clamp<std::size_t>(mark.end, mark.start, end);
  const std::size_t width =
      display_width(std::string_view(safe).substr(mark.start, mark_end - mark.start));
  lines += "\n" + std::string(kIndent) + std::string(display_width(before) + offset, ' ') + '^' +
           std::string(width > 1 ? width - 1 : 0, '~') + '\n';
  return lines;
}

std::optional<Query> read_query(const std::string& text, const std::string& now,
                                std::string_view command, Context& context) {
  auto parsed = parse_query(text, {.now_seconds = read_time_option("now", now, context)});
  const auto* error = std::get_if<QueryError>(&parsed);
  if (error == nullptr) return std::get<Query>(std::move(parsed));
  context.err << "pullquote " << command << ": " << escape_for_terminal(error->message) << '\n'
              << underlined(text, *error, context.terminal.columns);
  return std::nullopt;
}

}  // namespace pullquote::cli

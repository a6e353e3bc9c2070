// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printing/text_sheet.h"

#include <algorithm>
#include <limits>
#include <ostream>

#include "cli/terminal/escape.h"
#include "cli/terminal/text_layout.h"

namespace pullquote::cli {
namespace {

/// The column in which values of entries begin.
constexpr std::size_t kEntryColumn = 14;

}  // namespace

TextSheet::TextSheet(std::ostream& out, const Terminal& terminal, ColorMode color)
    : out_(out),
      style_(style_for(terminal.color(color))),
      columns_(terminal.out_is_terminal ? std::min(terminal.columns, kWidest)
                                        : std::numeric_limits<std::size_t>::max()) {}

void TextSheet::paragraph(std::string_view text, std::size_t indent, std::string_view style,
                          std::vector<ByteSpan> marks, std::string_view label) {
  const std::string safe = escape_for_terminal(text, marks);
  const std::string_view end = style.empty() ? std::string_view() : style_.plain;
  // The end of a mark ends all styles, so that the paragraph's own style begins again after it.
  const std::string mark_end = std::string(style_.plain).append(style);
  std::string margin(label);
  margin.resize(std::max(indent, label.size()), ' ');
  const std::size_t room = columns_ > indent ? columns_ - indent : 1;
  for (const ByteSpan& line : break_lines(safe, room)) {
    out_ << margin << style << marked_text(safe, line, marks, style_.match, mark_end) << end
         << '\n';
    margin.assign(indent, ' ');
  }
}

void TextSheet::entry(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  const std::string safe = escape_for_terminal(value);
  const std::size_t room = columns_ > kEntryColumn ? columns_ - kEntryColumn : 1;
  std::string label(name);
  label.resize(std::max(kEntryColumn, label.size() + 1), ' ');
  for (const ByteSpan& line : break_lines(safe, room)) {
    out_ << style_.faint << label << style_.plain
         << std::string_view(safe).substr(line.start, line.end - line.start) << '\n';
    label.assign(kEntryColumn, ' ');
  }
}

void TextSheet::blank_line() {
  out_ << '\n';
}

}  // namespace pullquote::cli

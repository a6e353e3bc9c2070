// SPDX-License-Identifier: GPL-3.0-or-later
/// Paragraphs of text output: indented, wrapped and styled for a terminal, plain elsewhere,
/// escaped in both.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "cli/printing/style.h"
#include "cli/terminal/terminal.h"
#include "pullquote/quote.h"

namespace pullquote::cli {

class TextSheet {
 public:
  /// On a terminal lines are wrapped to its width (at most kWidest); elsewhere a paragraph is one
  /// line. Control characters are escaped in both: a pager would pass them on.
  TextSheet(std::ostream& out, const Terminal& terminal, ColorMode color);

  static constexpr std::size_t kWidest = 100;

  const Style& style() const { return style_; }

  /// One paragraph in `style` (one of style()'s), each line after `indent` spaces. `marks` are
  /// bytes of `text` that matched. `label` stands in the indent of the first line.
  void paragraph(std::string_view text, std::size_t indent, std::string_view style = {},
                 std::vector<ByteSpan> marks = {}, std::string_view label = {});

  /// "name   value", the value wrapped below itself. Nothing when the value is empty.
  void entry(std::string_view name, std::string_view value);

  void blank_line();

 private:
  std::ostream& out_;
  const Style& style_;
  std::size_t columns_;
};

}  // namespace pullquote::cli

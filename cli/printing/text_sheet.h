// SPDX-License-Identifier: GPL-3.0-or-later
/// Paragraphs of text output: wrapped and styled on a terminal, one line each elsewhere, and
/// escaped in both cases.
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

/// One thread at a time.
class TextSheet {
 public:
  /// Wraps lines to the terminal's width, at most kWidest. Where the output is no terminal a
  /// paragraph is one line. Control characters are escaped even then, because a pager would pass
  /// them on.
  TextSheet(std::ostream& out, const Terminal& terminal, ColorMode color);

  /// Longer lines are hard to read.
  static constexpr std::size_t kWidest = 100;

  /// The styles to pass to paragraph().
  const Style& style() const { return style_; }

  /// Prints a paragraph, each line after `indent` blanks.
  /// @param style  one of style()'s, or empty.
  /// @param marks  bytes of `text` to print as matches, rising and disjoint.
  /// @param label  stands in the indent of the first line.
  void paragraph(std::string_view text, std::size_t indent, std::string_view style = {},
                 std::vector<ByteSpan> marks = {}, std::string_view label = {});

  /// Prints "name   value", with the value wrapped below itself. Prints nothing when the value is
  /// empty.
  void entry(std::string_view name, std::string_view value);

  void blank_line();

 private:
  std::ostream& out_;
  const Style& style_;
  std::size_t columns_;
};

}  // namespace pullquote::cli

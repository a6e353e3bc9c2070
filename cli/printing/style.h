// SPDX-License-Identifier: GPL-3.0-or-later
/// The styles of text output, as terminal escape sequences. All are empty where colour is off.
#pragma once

#include <string_view>

#include "cli/options/options.h"
#include "cli/terminal/terminal.h"

namespace pullquote::cli {

/// The sequences that begin a style; `plain` ends each of them.
struct Style {
  std::string_view bold;   ///< headlines
  std::string_view faint;  ///< source, date, id
  std::string_view match;  ///< matched words
  std::string_view good;   ///< kept
  std::string_view bad;    ///< dropped, errors
  std::string_view plain;  ///< ends every other style
};

inline constexpr Style kPlainStyle{};
inline constexpr Style kColoredStyle{"\x1b[1m",  "\x1b[2m",  "\x1b[1;33m",
                                     "\x1b[32m", "\x1b[31m", "\x1b[0m"};

/// The styles with or without colour.
inline const Style& style_for(bool color) {
  return color ? kColoredStyle : kPlainStyle;
}

/// Describes --color; the value of `color` is the default.
inline void add_color_option(OptionTable& options, ColorMode& color) {
  options.choice<ColorMode>(
      "color", "Colour the text output",
      {{"auto", ColorMode::Auto}, {"always", ColorMode::Always}, {"never", ColorMode::Never}},
      color);
}

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
/// The properties of the terminal that the program writes to.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pullquote::cli {

/// The values of --color.
enum class ColorMode : std::uint8_t { Auto, Always, Never };

/// Facts about standard output and standard error, as detect_terminal() finds them.
struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 80;   ///< width of the terminal, at least 20; 80 where there is none
  bool color_wanted = false;  ///< whether ColorMode::Auto colours; see detect_terminal()

  /// Whether to colour the output in this mode.
  bool color(ColorMode mode) const {
    return mode == ColorMode::Always || (mode == ColorMode::Auto && color_wanted);
  }
};

/// Asks the descriptors and the environment. ColorMode::Auto colours on a terminal that is not
/// "dumb", or where CLICOLOR_FORCE is set to anything but 0; NO_COLOR beats both. COLUMNS overrides
/// the width.
Terminal detect_terminal(const char* (*environment)(const char* name));

}  // namespace pullquote::cli

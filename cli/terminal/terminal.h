// SPDX-License-Identifier: GPL-3.0-or-later
/// What is known about the screen we write to.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pullquote::cli {

enum class ColorMode : std::uint8_t { Auto, Always, Never };

struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 80;   ///< of the terminal; 80 where there is none
  bool color_wanted = false;  ///< what ColorMode::Auto means here (see detect_terminal)

  bool color(ColorMode mode) const {
    return mode == ColorMode::Always || (mode == ColorMode::Auto && color_wanted);
  }
};

/// Asks the descriptors and the environment. Colour: on a terminal that isn't "dumb", or where
/// CLICOLOR_FORCE is set to anything but 0; NO_COLOR beats both. COLUMNS overrides the width.
Terminal detect_terminal(const char* (*environment)(const char* name));

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
/// Captions of pictures among the lines of a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// A caption and whom it credits.
struct CaptionParts {
  std::string caption;  ///< without the credit; may be empty
  std::vector<std::string>
      credits;  ///< "AFP"; photographers' names are left out beside an agency's
};

/// A line that is a caption or a picture's credit by its words alone: "NAME / AFP | What it shows",
/// "… (Image: X)", "Photo by X", "Credit: X". `above_text` also takes "What it shows. (AFP)", which
/// below the first paragraph may as well end the next.
std::optional<CaptionParts> parse_caption(std::string_view line, bool above_text);

}  // namespace pullquote

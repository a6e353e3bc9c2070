// SPDX-License-Identifier: GPL-3.0-or-later
/// Captions of pictures among the lines of a page, and the picture credits in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// A caption and whom it credits.
struct CaptionParts {
  std::string caption;  ///< a single line without the credit; may be empty
  /// Agencies and outlets, "AFP"; the photographer's name is left out beside them.
  std::vector<std::string> credits;
};

/// Reads a line that is a caption or a picture's credit by its words alone: "NAME / AFP | What it
/// shows", "... (Image: X)", "Photo by X", "Credit: X", "File photo: ...". Empty for any other line
/// and for lines above 900 bytes.
///
/// `above_text`: the line stands above the first paragraph. There "What it shows. (AFP)" is a
/// caption, too; further down it may as well be the last paragraph of a wire story. Pure and
/// thread-safe.
std::optional<CaptionParts> parse_caption(std::string_view line, bool above_text);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Captions within HTML that comes as a value: feeds' and agencies' bodies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// HTML without its captions, and those as single lines: <figcaption>, and what the classes of
/// common publishing systems call a caption's text.
struct SplitHtml {
  std::string html;
  std::vector<std::string> captions;
};
SplitHtml split_captions(std::string_view html);

}  // namespace pullquote

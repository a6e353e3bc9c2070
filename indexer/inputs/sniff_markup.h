// SPDX-License-Identifier: GPL-3.0-or-later
/// What kind of XML or SGML a text is, by its root element.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pullquote/article_reader.h"

namespace pullquote {

struct MarkupGuess {
  std::optional<InputFormat> format;
  std::string unknown_root;  ///< the root element of XML that is none of our formats; else empty
};

/// Looks past declarations and comments at the first element of `head`. HTML is left to others.
MarkupGuess guess_markup(std::string_view head);

}  // namespace pullquote

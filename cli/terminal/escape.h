// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes text from outside safe for a terminal: escape sequences in headlines, and bidirectional
/// overrides that make text look like other text ("Trojan Source").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pullquote/quote.h"

namespace pullquote::cli {

/// Whether newlines are kept or become blanks.
enum class Newlines { Keep, Fold };

/// Control characters, bidirectional overrides and isolates, and ill-formed UTF-8 become visible
/// escapes ("\x1b", "\u202e"). Tabs, carriage returns and folded newlines become blanks. All other
/// characters stay as they are, right-to-left scripts included.
std::string escape_for_terminal(std::string_view text, Newlines newlines = Newlines::Fold);

/// The same; also moves `spans` to their places in the result.
/// @param spans  bytes of `text`, rising and disjoint.
std::string escape_for_terminal(std::string_view text, std::vector<ByteSpan>& spans,
                                Newlines newlines = Newlines::Fold);

}  // namespace pullquote::cli

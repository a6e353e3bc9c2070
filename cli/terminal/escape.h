// SPDX-License-Identifier: GPL-3.0-or-later
/// Text from outside made safe for a terminal (Trojan Source, escape sequences in headlines).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pullquote/quote.h"

namespace pullquote::cli {

enum class Newlines { Keep, Fold };

/// Control characters, bidirectional overrides and isolates, and ill-formed UTF-8 become visible
/// escapes ("\x1b", "\u202e"); tabs become spaces, and newlines too when folded. Every other
/// character, right-to-left scripts included, stays as it is.
std::string escape_for_terminal(std::string_view text, Newlines newlines = Newlines::Fold);

/// As above, and moves `spans` (bytes of `text`, rising and disjoint) to their places in the
/// result.
std::string escape_for_terminal(std::string_view text, std::vector<ByteSpan>& spans,
                                Newlines newlines = Newlines::Fold);

}  // namespace pullquote::cli

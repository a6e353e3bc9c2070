// SPDX-License-Identifier: GPL-3.0-or-later
/// Text on a screen: what is safe to write there, how wide it is, and where lines break.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/quote.h"

namespace pullquote::cli {

/// Columns a text takes on a terminal: 2 for wide East Asian characters, 0 for marks and format
/// characters, 1 otherwise. Ill-formed bytes count 1 each.
std::size_t display_width(std::string_view text);

/// The lines of `text` when it is broken at spaces into at most `columns`: disjoint byte ranges in
/// order, without the space or newline at the break. Newlines in `text` stay breaks. A word longer
/// than a line has one of its own.
std::vector<ByteSpan> break_lines(std::string_view text, std::size_t columns);

/// `text` in lines of at most `columns`, each beginning with `indent` and ending in a newline.
std::string wrap(std::string_view text, std::size_t columns, std::string_view indent);

/// text[line] with `on` and `off` around the parts that are `marked` (bytes of `text`, rising,
/// disjoint).
std::string marked_text(std::string_view text, ByteSpan line, const std::vector<ByteSpan>& marked,
                        std::string_view on, std::string_view off);

}  // namespace pullquote::cli

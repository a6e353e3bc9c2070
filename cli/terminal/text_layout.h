// SPDX-License-Identifier: GPL-3.0-or-later
/// Lays text out on a screen: how wide it is, and where lines break. It does not make text safe;
/// escape.h does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/quote.h"

namespace pullquote::cli {

/// The columns that a text takes on a terminal: 2 for wide East Asian characters, 0 for combining
/// marks and format characters, 1 for others and for ill-formed bytes.
std::size_t display_width(std::string_view text);

/// Breaks `text` at blanks into lines of at most `columns`: disjoint byte ranges in order, without
/// the blank or newline at the break. A newline in `text` is a break. A word that is longer than a
/// line gets a line of its own.
std::vector<ByteSpan> break_lines(std::string_view text, std::size_t columns);

/// `text` in lines of at most `columns`, each beginning with `indent` and ending in a newline. An
/// empty line gets no indent.
std::string wrap(std::string_view text, std::size_t columns, std::string_view indent);

/// The bytes `line` of `text`, with `on` before and `off` behind each marked part.
/// @param marked  bytes of `text`, rising and disjoint.
std::string marked_text(std::string_view text, ByteSpan line, const std::vector<ByteSpan>& marked,
                        std::string_view on, std::string_view off);

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
/// Walking UTF-8 that may be ill-formed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pullquote::cli {

/// The character that starts at text[i]; negative for ill-formed bytes. Moves `i` past it, by at
/// least one byte. REQUIRES: i < text.size().
std::int32_t next_character(std::string_view text, std::size_t& i);

}  // namespace pullquote::cli

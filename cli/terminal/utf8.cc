// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/utf8.h"

#include <unicode/utf8.h>

namespace pullquote::cli {

std::int32_t next_character(std::string_view text, std::size_t& i) {
  UChar32 character = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(text.data(), i, text.size(), character);
#pragma GCC diagnostic pop
  return character;
}

}  // namespace pullquote::cli

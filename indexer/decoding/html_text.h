// SPDX-License-Identifier: GPL-3.0-or-later
/// Text as a browser shows it: white space collapsed, invisible characters gone, words counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote::html {

/// The longest prefix of at most `bytes` bytes that cuts no character.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

/// Appends with runs of white space (no-break spaces included) made one space; C1 control
/// characters, which pages use for those of windows-1252, made what they meant; other control
/// characters, zero-width spaces and soft hyphens dropped. A space that would start `out`, follow a
/// line break or follow another space is left out.
void append_collapsed(std::string_view text, std::string& out);

/// append_collapsed on an empty string, then trimmed.
std::string collapse_space(std::string_view text);

/// Words of a text: runs of letters and digits; of scripts without spaces, every second character
/// counts as a word.
std::uint32_t count_words(std::string_view text);

bool starts_with_quotation_mark(std::string_view text);

/// Whether the text ends as a sentence does (closing quotes and brackets aside).
bool ends_like_sentence(std::string_view text);

}  // namespace pullquote::html

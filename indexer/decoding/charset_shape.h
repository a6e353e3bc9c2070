// SPDX-License-Identifier: GPL-3.0-or-later
/// Charsets that ICU's detection doesn't know, or not by a few words, and that give themselves
/// away.
#pragma once

#include <string_view>

namespace pullquote {

/// "windows-874" for Thai: vowel signs and tones stand on consonants, and hardly anything but Thai
/// is written in it. "EUC-JP" for text mostly in kana, each two bytes. Else empty. Linear.
std::string_view charset_by_shape(std::string_view bytes);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Languages by label and by content.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// The ISO 639-1 code that a label means: "en-GB", "eng", "English", "en_US.UTF-8" are "en". Empty
/// for an unknown label. Languages without a two-letter code keep their three-letter one.
std::string language_code(std::string_view label);

/// The language of a text of at least some 40 letters, where detection is reliable; else empty.
std::string detect_language(std::string_view text);

}  // namespace pullquote

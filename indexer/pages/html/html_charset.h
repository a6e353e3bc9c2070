// SPDX-License-Identifier: GPL-3.0-or-later
/// The charset that a page declares.
#pragma once

#include <string_view>

namespace pullquote::html {

/// The charset label of a page's bytes: of <meta charset>, of <meta http-equiv content="text/html;
/// charset=...">, or of the XML declaration, whichever comes first in the first 16 KiB. As written,
/// a view into `bytes`; empty when there is none. Works for encodings that contain ASCII; UTF-16 is
/// told by its byte order mark elsewhere. Thread-safe.
std::string_view declared_charset(std::string_view bytes);

}  // namespace pullquote::html

// SPDX-License-Identifier: GPL-3.0-or-later
/// The charset that a page declares in its first kilobytes: <meta charset>, <meta http-equiv
/// content="text/html; charset=...">, or an XML declaration.
#pragma once

#include <string_view>

namespace pullquote::html {

/// The label as written, a view into `bytes`; empty when there is none.
std::string_view declared_charset(std::string_view bytes);

}  // namespace pullquote::html

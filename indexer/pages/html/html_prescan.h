// SPDX-License-Identifier: GPL-3.0-or-later
/// The first pass over a page: it cuts out what the tree builder need not see (scripts, styles,
/// comments, declarations, attributes that extraction doesn't read) and sets JSON-LD aside.
///
/// Seven tenths of a news page are script, style and attributes. Skipping them is many times faster
/// than parsing them, ends a script where a browser ends it, and takes away what makes parsers
/// slow: an element reaches the parser with a handful of attributes at most, none of them long.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote::html {

/// The page in two parts.
struct PrescannedPage {
  std::string markup;                ///< tags, text and entities only; no NUL bytes
  std::vector<std::string> json_ld;  ///< contents of <script type="application/ld+json">, in order
};

/// Splits a page (clean UTF-8); never fails. A comment that never ends is no comment; a script that
/// never ends takes the rest of the page, as in a browser. Linear in the page; thread-safe.
PrescannedPage prescan(std::string_view page);

}  // namespace pullquote::html

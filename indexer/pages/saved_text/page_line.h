// SPDX-License-Identifier: GPL-3.0-or-later
/// The lines of a saved page, with what can be said of each by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/furniture.h"
#include "indexer/pages/saved_text/page_role.h"

namespace pullquote {

struct PageLine {
  std::string text;       ///< a single line without bullet
  std::size_t words = 0;  ///< two characters of a script without spaces count as one
  bool is_bullet = false;
  bool after_blank = false;    ///< a blank line stands before it
  bool ends_sentence = false;  ///< . ! ? or the like, closing marks and brackets aside
  bool ends_openly = false;    ///< "..." or "…": cut, as teasers are
  bool is_listed = false;      ///< one of several like it: dates of a tour, results, prices
  FurnitureMatch furniture;
  LineRole role = LineRole::Unknown;
};

/// A letter of a script that sets no spaces between words (Chinese, Japanese, Thai, ...).
bool is_spaceless(std::int32_t code_point);

/// Splits a page (clean UTF-8) into its lines, empty ones left out. Where the page was wrapped to a
/// width, the pieces of a paragraph are one line.
std::vector<PageLine> split_page(std::string_view text);

/// True when a line is one or more whole sentences, as opposed to a title, label or link.
bool is_prose(const PageLine& line);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The lines of a saved page, each with the features that it has by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/furniture.h"
#include "indexer/pages/saved_text/page_role.h"

namespace pullquote {

/// A line of the page. split_page() fills everything but `role`.
struct PageLine {
  std::string text;            ///< a single line, clean UTF-8, without its bullet
  std::size_t words = 0;       ///< two letters of a script without spaces count as one word
  bool is_bullet = false;      ///< "* ", "- " and the like stood before it
  bool after_blank = false;    ///< a blank line stands before it
  bool ends_sentence = false;  ///< ends in . ! ? : ; or the like, closing marks and brackets aside
  bool ends_openly = false;    ///< ends in "..." or "…", as teasers do that are cut
  bool is_listed =
      false;  ///< one of four or more in a row with numbers: tour dates, results, prices
  FurnitureMatch furniture;           ///< what its words say that it is
  LineRole role = LineRole::Unknown;  ///< set later, from its words and its place
};

/// Whether the code point belongs to a script that sets no spaces between words (Chinese, Japanese,
/// Thai, Lao, Khmer, Burmese).
bool is_spaceless(std::int32_t code_point);

/// Splits a page (clean UTF-8) into its lines in order, empty lines left out. A text browser's list
/// of links is removed (page_links.h). Where the page was wrapped to a width, the pieces of a
/// paragraph are one line (page_wrapping.h). Linear in the page; thread-safe.
std::vector<PageLine> split_page(std::string_view text);

/// Whether the line reads as running text rather than as a title, label or link: a sentence of
/// seven words or more, or a longer line that has a sentence's form inside.
bool is_prose(const PageLine& line);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Single quotation marks: where they stand and which way they look.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/quotes/mark_scanner.h"

namespace pullquote::quotes {

/// What glyph and neighbours say about a mark.
enum class MarkSide : std::uint8_t { Opens, Closes, Either };

struct Mark {
  std::uint32_t at = 0;
  std::uint8_t length = 0;
  MarkFamily family = MarkFamily::Double;
  MarkSide side = MarkSide::Either;
  bool after_digit = false;  ///< may be a sign for inches or feet
  bool directed = false;     ///< the glyph itself has a direction
  bool after_stop = false;   ///< stands after , . ? ! or the like
};

/// The double marks and guillemets of one paragraph.
void find_double_marks(std::string_view body, Paragraph block, std::vector<Mark>& marks);

/// The single marks of one paragraph that are no plain apostrophes.
void find_single_marks(std::string_view body, Paragraph block, std::vector<Mark>& marks);

}  // namespace pullquote::quotes

// SPDX-License-Identifier: GPL-3.0-or-later
/// Page furniture by its words, from data/lexicon/page-furniture.tsv, which explains the rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote {

enum class Furniture : std::uint8_t {
  None,
  Navigation,
  Share,
  Advertisement,
  Media,
  Teaser,
  Newsletter,
  Account,
  Author,
  Feedback,
  Comment,
  Consent,
  Legal,
  Error,
  Published,
  Modified,
  Byline  ///< no furniture but labels: the rest of the line is the value
};

/// "navigation", "share bar", ...: for people.
std::string_view to_string(Furniture kind);

struct FurnitureMatch {
  Furniture kind = Furniture::None;
  bool whole_line = false;      ///< the line says nothing else
  std::size_t label_bytes = 0;  ///< of a match at the start: bytes of the line that it covers
};

/// What a line (one line, clean UTF-8) is by its words. `words` is how many it has.
FurnitureMatch match_furniture(std::string_view line, std::size_t words);

}  // namespace pullquote

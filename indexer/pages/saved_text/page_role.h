// SPDX-License-Identifier: GPL-3.0-or-later
/// What the lines of a saved page are.
#pragma once

#include <cstdint>
#include <string_view>

namespace pullquote {

/// What a line turned out to be.
enum class LineRole : std::uint8_t {
  Unknown,
  Headline,
  Standfirst,
  Byline,
  Dateline,
  Published,
  Modified,
  Caption,
  Credit,
  SectionHead,
  Paragraph,
  Furniture,  ///< by its words: PageLine::furniture says which
  Teaser,     ///< a link to another story, by where it stands
  Label,      ///< a section's or topic's name between headline and text
  Repeated,   ///< the headline or a caption once more
  Outside     ///< before or after the article
};

/// Why a line was kept or dropped, for people; for Furniture the beginning of it.
std::string_view to_string(LineRole role);
bool is_kept(LineRole role);

}  // namespace pullquote

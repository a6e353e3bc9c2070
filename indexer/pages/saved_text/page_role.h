// SPDX-License-Identifier: GPL-3.0-or-later
/// The roles that the lines of a saved page may have.
#pragma once

#include <cstdint>
#include <string_view>

namespace pullquote {

/// What a line turned out to be.
enum class LineRole : std::uint8_t {
  Unknown,  ///< not decided yet; in the end, outside the article
  Headline,
  Standfirst,
  Byline,
  Dateline,  ///< a date without a label, dropped
  Published,
  Modified,
  Caption,
  Credit,
  SectionHead,
  Paragraph,
  Furniture,  ///< by its words; PageLine::furniture has the kind
  Teaser,     ///< a link to another story, by its place
  Label,      ///< name of a section or topic between headline and text
  Repeated,   ///< the headline, a caption or a paragraph once more
  Outside     ///< before or after the article
};

/// The reason why a line was kept or dropped, in words for people. For Furniture it is "furniture:
/// ", to which the caller adds the kind.
std::string_view to_string(LineRole role);
/// Whether lines of this role go into the article: its text or one of its fields.
bool is_kept(LineRole role);

}  // namespace pullquote

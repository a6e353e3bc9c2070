// SPDX-License-Identifier: GPL-3.0-or-later
/// The words for roles are part of the output of `inspect --blocks`.
#include "indexer/pages/saved_text/page_role.h"

namespace pullquote {

std::string_view to_string(LineRole role) {
  switch (role) {
    case LineRole::Headline:
      return "headline";
    case LineRole::Standfirst:
      return "standfirst";
    case LineRole::Byline:
      return "byline";
    case LineRole::Published:
      return "publication date";
    case LineRole::Modified:
      return "modification date";
    case LineRole::Caption:
      return "caption";
    case LineRole::Credit:
      return "credit";
    case LineRole::SectionHead:
      return "section head";
    case LineRole::Paragraph:
      return "paragraph";
    case LineRole::Dateline:
      return "furniture: date line";
    case LineRole::Furniture:
      return "furniture: ";
    case LineRole::Teaser:
      return "furniture: teaser";
    case LineRole::Label:
      return "furniture: label";
    case LineRole::Repeated:
      return "repeated";
    case LineRole::Outside:
    // A line that nothing decided is outside, as a line set aside is.
    case LineRole::Unknown:
      break;
  }
  return "outside the article";
}

bool is_kept(LineRole role) {
  switch (role) {
    case LineRole::Unknown:
    case LineRole::Dateline:
    case LineRole::Furniture:
    case LineRole::Teaser:
    case LineRole::Label:
    case LineRole::Repeated:
    case LineRole::Outside:
      return false;
    // Part of the text, or of another field of the article.
    default:
      return true;
  }
}

}  // namespace pullquote

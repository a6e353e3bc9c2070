// SPDX-License-Identifier: GPL-3.0-or-later
/// Running text out of XHTML, NITF and their kin.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/formats/xml/xml_tree.h"

namespace pullquote {

/// True for elements that are no part of the text.
using XmlSkip = std::function<bool(XmlElement)>;

/// The paragraphs of an element as Article::body has them: block elements keep apart, cells of a
/// row are joined by " | ", line breaks within a paragraph mean nothing except in <pre>. Scripts,
/// styles, figures' captions and whatever `skip` names are left out. Text without any block element
/// is laid out by its own lines (paragraphs.h). Block quotations are marked (block_quote_marks.h).
std::string flowing_text(XmlElement element, const XmlSkip& skip = {});

/// The texts of captions below `element`: <figcaption>, <media-caption>.
std::vector<std::string> captions_below(XmlElement element);

/// One line, entities that were escaped twice decoded, a blank where <br> keeps words apart.
std::string line_of(XmlElement element);

}  // namespace pullquote

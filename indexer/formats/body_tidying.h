// SPDX-License-Identifier: GPL-3.0-or-later
/// What feeds and agencies put into a text that is stated elsewhere in the record, or is none.
#pragma once

#include <vector>

#include "pullquote/article_reader.h"

namespace pullquote {

/// Takes out of the body: a first paragraph that is the headline, paragraphs that are one of the
/// captions or credits, and at its end copyright lines and page furniture ("Read more"). Nothing is
/// taken from within a paragraph.
/// @return what was taken, with the reason.
std::vector<InspectedBlock> tidy_body(Article& article);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes broken XML well-formed where what was meant is plain. Runs only on records that the parser
/// refused.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// The elements of `xml` with every tag closed in order and every attribute in quotes; stray '&'
/// and
/// '<' become text, entities of HTML their characters, characters that XML forbids nothing;
/// comments, declarations and instructions go. Entities that neither XML nor HTML knows stay as
/// they are written: a document's own are never expanded.
std::string repair_xml(std::string_view xml);

}  // namespace pullquote

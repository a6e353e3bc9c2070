// SPDX-License-Identifier: GPL-3.0-or-later
/// The paragraphs of a body as byte ranges.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pullquote::quotes {

/// A paragraph, without the space around it.
struct Paragraph {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

/// Paragraphs end at a blank line; also at a line break after the end of a sentence, since some
/// sources write one paragraph a line. A line that was only wrapped goes on.
std::vector<Paragraph> find_paragraphs(std::string_view body);

}  // namespace pullquote::quotes

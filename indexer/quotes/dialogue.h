// SPDX-License-Identifier: GPL-3.0-or-later
/// Interviews and transcripts: paragraphs that begin with who speaks and a colon, without marks.
///
///     COURIER: How deep is it?
///     LIND: About eighty metres.
///
/// One such paragraph proves nothing ("Update: …"). They are a dialogue when labels come back: two
/// labels, one of them twice, or Q and A. What follows the label is a quotation; a label that
/// occurs once counts between others. Questions under a bare "Q" are the outlet's own words: they
/// quote nobody and are left out.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/quotes/mark_scanner.h"
#include "indexer/quotes/paragraph_finder.h"

namespace pullquote::quotes {

/// A paragraph of a dialogue.
struct Turn {
  std::size_t block = 0;    ///< index of the paragraph
  std::uint32_t start = 0;  ///< of what is said
  std::uint32_t end = 0;
};

/// All turns in order; empty when the article is no dialogue.
std::vector<Turn> find_dialogue(std::string_view body, const std::vector<Paragraph>& blocks);

/// Turns as spans, and the marked spans of all other paragraphs, in order. What is marked within a
/// turn is part of it.
std::vector<MarkedSpan> with_turns(const std::vector<Turn>& turns, std::vector<MarkedSpan> marked);

}  // namespace pullquote::quotes

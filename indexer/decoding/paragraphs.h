// SPDX-License-Identifier: GPL-3.0-or-later
/// White space: single-line fields, and bodies as paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// Runs of white space (no-break and other Unicode spaces included) become one space; none at the
/// ends. `text` is valid UTF-8.
std::string single_line(std::string_view text);

/// A body in whatever layout becomes paragraphs separated by one blank line, each a single line.
/// Blank lines separate paragraphs. Within such a block the layout of the whole text decides:
/// where some lines are indented and others aren't, an indented line begins a paragraph (wire copy
/// of the teleprinter age); where lines are of one width and break in mid-sentence, they were
/// wrapped and are joined; else each line is a paragraph. Marks of block quotations stay
/// (block_quote_marks.h).
std::string reflow(std::string_view text);

/// Joins paragraphs as Article::body has them, empty ones left out.
std::string join_paragraphs(const std::vector<std::string>& paragraphs);

}  // namespace pullquote

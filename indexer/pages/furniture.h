// SPDX-License-Identifier: GPL-3.0-or-later
/// Page furniture, recognised by its words: "Share this article", "Read more:", "Published".
///
/// The phrases are data (data/lexicon/page-furniture.tsv, which explains its columns) and serve
/// saved text and HTML alike. All functions are pure and thread-safe; the lexicon is read once, on
/// first use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote {

/// The kinds of the lexicon. Most are furniture; the last three are labels of what is part of the
/// article.
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
  // Labels: the rest of the line is the value.
  Published,
  Modified,
  Byline
};

/// The kind in words for people: "share bar", "legal notice"; "none" for None.
std::string_view to_string(Furniture kind);

/// What match_furniture() found.
struct FurnitureMatch {
  Furniture kind = Furniture::None;  ///< None: no phrase of the lexicon fits
  bool whole_line = false;           ///< the line is the phrase and says nothing else
  std::size_t label_bytes =
      0;  ///< bytes of the line up to the end of a phrase at its start; else 0
};

/// Matches a line against the lexicon. Whole-line phrases come first, then the longest phrase at
/// the start, then phrases anywhere before the first quotation mark.
///
/// `line` is one line of clean UTF-8; `words` is its number of words, which bounds the kinds of
/// phrases that are tried (none above 70 words). "Share:" gives {Share, whole_line}; "Published: 4
/// May" gives {Published, label_bytes = 10}. Cost: linear in the line, times the few phrases that
/// share two first bytes.
FurnitureMatch match_furniture(std::string_view line, std::size_t words);

}  // namespace pullquote

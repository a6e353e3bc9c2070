// SPDX-License-Identifier: GPL-3.0-or-later
/// The same phrases as in saved text (furniture.h, page_header.h) tell bylines and labelled times.
/// Form is enough for these; a bare date is only taken where it is the only one, because tables and
/// chronicles have many. A byline is looked for above the second sentence only: further down, "By
/// Monday it was over" begins paragraphs. Cost: linear in the text of the page.
#include "indexer/pages/html/html_header.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/decoding/html_ascii.h"
#include "indexer/pages/credit_names.h"
#include "indexer/pages/furniture.h"
#include "indexer/pages/html/html_dates.h"
#include "indexer/pages/html/html_regions.h"
#include "indexer/pages/saved_text/page_header.h"

namespace pullquote::html {
namespace {

constexpr std::uint32_t kDateWords = 14;    // of a line of dates
constexpr std::uint32_t kBylineWords = 20;  // of a byline with what its authors are
constexpr std::size_t kTimeBytes = 500;     // of the text of a <time>, with white space
constexpr std::size_t kNameWords = 8;       // of the names in a byline
constexpr std::size_t kStandfirsts = 1;     // sentences that may stand above byline and date

/// Whether all text of the block is inside <time> elements.
bool is_time(const Document& document, const TextBlock& block) {
  if (block.words > kDateWords) return false;
  std::uint32_t letters = 0;
  for (NodeIndex i = block.first_text;
       i < document.nodes[block.node].end && letters < block.letters; ++i) {
    if (document.nodes[i].tag != Tag::Text) continue;
    const std::string_view text = document.text_of(document.nodes[i]);
    if (text.size() > kTimeBytes) return false;  // one of the many blocks of a <pre>, say
    const auto count = std::count_if(text.begin(), text.end(), [](char c) { return !is_space(c); });
    if (count == 0) continue;
    NodeIndex around = document.nodes[i].parent;
    while (around > block.node && document.nodes[around].tag != Tag::Time) {
      around = document.nodes[around].parent;
    }
    if (document.nodes[around].tag != Tag::Time) return false;
    letters += static_cast<std::uint32_t>(count);
  }
  return letters > 0;
}

/// Whether the block labels a time: "Published: 4 May 2016".
bool states_time(const TextBlock& block) {
  if (block.words > kDateWords) return false;
  PageLine line;
  line.text = block.text;
  line.words = block.words;
  return !parse_stated_times(line).empty();
}

/// Whether the block is a date, of at least day precision, and nothing else.
bool is_date(const TextBlock& block) {
  if (block.words > kDateWords) return false;
  const auto date = plausible_date(block.text);
  return date && date->precision >= TimePrecision::Day;
}

/// Whether the first line of the block is a byline: "By Jo Smith, Harbour correspondent". "By
/// Monday it was over" has no names.
bool is_byline(const TextBlock& block) {
  if (block.kind == BlockKind::Heading || block.words > kBylineWords) return false;
  const std::string_view line = std::string_view(block.text).substr(0, block.text.find('\n'));
  const FurnitureMatch match = match_furniture(line, block.words);
  if (match.kind != Furniture::Byline || match.whole_line) return false;
  std::string_view names = trim(line.substr(match.label_bytes));
  for (const std::string_view end : {",", " in ", " | ", " - ", " \u2013 ", " \u00B7 "}) {
    names = names.substr(0, names.find(end));
  }
  return !names.empty() && !is_ascii_lower(names.front()) && looks_like_names(names, kNameWords) &&
         !(block.ends_sentence && block.words > kNameWords);
}

}  // namespace

void mark_header(const Document& document, const std::vector<TextBlock>& blocks,
                 std::vector<Verdict>& verdicts) {
  std::size_t dates = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (verdicts[i].role != Role::Text) continue;
    if (is_time(document, blocks[i]) || states_time(blocks[i])) {
      verdicts[i] = {Role::Date, "time"};
    } else if (is_date(blocks[i])) {
      ++dates;
    }
  }
  std::size_t sentences = 0;
  bool below_headline = false;
  for (std::size_t i = 0; i < blocks.size() && sentences <= kStandfirsts; ++i) {
    below_headline |= verdicts[i].role == Role::Headline;
    // A template may set the byline beside the headline, outside of the main content.
    const bool beside = below_headline && verdicts[i].reason == kOutside;
    if (!is_text(verdicts[i]) && !beside) continue;
    if (is_byline(blocks[i])) {
      verdicts[i] = {Role::Byline, "byline"};
    } else if (!beside && dates == 1 && is_date(blocks[i])) {
      verdicts[i] = {Role::Date, "date"};
    } else if (!beside && is_sentence(blocks[i])) {
      ++sentences;
    }
  }
}

}  // namespace pullquote::html

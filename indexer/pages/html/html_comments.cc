// SPDX-License-Identifier: GPL-3.0-or-later
/// Comments come one after the other, each with its author and time and a link to reply. So the
/// test of a label is what follows: three marks at least, and never more than six paragraphs
/// between two of them, to the end of the page. An article that goes on has longer stretches of
/// text. Cost: linear, since one label decides.
#include "indexer/pages/html/html_comments.h"

#include <string_view>

#include "indexer/pages/furniture.h"
#include "indexer/pages/html/html_dates.h"
#include "indexer/pages/html/html_regions.h"

namespace pullquote::html {
namespace {

constexpr std::uint32_t kLeastArticle = 50;  ///< words of text above comments
constexpr std::uint32_t kLabelWords = 10;    ///< of the longest label or mark
constexpr std::size_t kMostInComment = 6;    ///< paragraphs of one comment
constexpr std::size_t kLeastMarks = 3;       ///< of comments: fewer prove nothing

/// Whether the words of a short block are those of comments or reply forms.
bool says_comments(const TextBlock& block) {
  return block.words <= kLabelWords &&
         match_furniture(block.text, block.words).kind == Furniture::Comment;
}

/// "Reply", or a name and the time of a comment.
bool is_mark(const TextBlock& block) {
  if (block.words > kLabelWords) return false;
  return says_comments(block) || (!block.ends_sentence && date_within(block.text).has_value());
}

/// Whether marks come often enough from `label` to the end of the page.
bool are_comments(const std::vector<TextBlock>& blocks, const std::vector<Verdict>& verdicts,
                  std::size_t label) {
  std::size_t marks = 0;
  std::size_t paragraphs = 0;
  for (std::size_t i = label + 1; i < blocks.size(); ++i) {
    if (is_mark(blocks[i])) {
      ++marks;
      paragraphs = 0;
    } else if (is_text(verdicts[i]) && prose_of(blocks[i]) > 0 && ++paragraphs > kMostInComment) {
      return false;
    }
  }
  return marks >= kLeastMarks;
}

}  // namespace

std::size_t find_comments(const std::vector<TextBlock>& blocks,
                          const std::vector<Verdict>& verdicts) {
  std::uint32_t above = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (above >= kLeastArticle && says_comments(blocks[i])) {
      // The first label decides: a page has few, and a reply form repeats what the first one said.
      return are_comments(blocks, verdicts, i) ? i : blocks.size();
    }
    if (verdicts[i].role == Role::Text) above += blocks[i].words;
  }
  return blocks.size();
}

}  // namespace pullquote::html

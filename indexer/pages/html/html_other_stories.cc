// SPDX-License-Identifier: GPL-3.0-or-later
/// A walk from the last block of text upwards, for as long as each is the title of a story or
/// stands directly below one. Such an alternation of linked titles and short texts isn't how
/// articles end; four summaries are asked for, lest a last paragraph below a link be dropped. Cost:
/// linear.
#include "indexer/pages/html/html_other_stories.h"

#include <cstdint>

namespace pullquote::html {
namespace {

constexpr double kLinksOnly = 0.8;           ///< share of a title's letters inside links
constexpr std::uint32_t kTitleWords = 25;    ///< of the longest title
constexpr std::size_t kLeastStories = 4;     ///< summaries in a list
constexpr std::uint32_t kArticleFactor = 2;  ///< words of the article to those of the summaries

/// Whether the block is a linked title: a heading, or a line that was dropped.
bool is_title(const TextBlock& block, const Verdict& verdict) {
  if (block.link_share() <= kLinksOnly || block.words > kTitleWords) return false;
  return block.kind == BlockKind::Heading || verdict.role == Role::Dropped;
}

}  // namespace

std::size_t find_other_stories(const std::vector<TextBlock>& blocks,
                               const std::vector<Verdict>& verdicts) {
  std::size_t first = blocks.size();
  std::uint32_t words = 0;
  std::size_t stories = 0;
  for (std::size_t i = blocks.size(); i-- > 1;) {
    if (!is_text(verdicts[i])) continue;
    const bool title = is_title(blocks[i], verdicts[i]);
    if (!title && !is_title(blocks[i - 1], verdicts[i - 1])) break;
    first = i;
    if (title) continue;
    words += blocks[i].words;
    ++stories;
  }
  std::uint32_t above = 0;
  for (std::size_t i = 0; i < first; ++i) {
    if (verdicts[i].role == Role::Text) above += blocks[i].words;
  }
  const bool few = stories < kLeastStories || words * kArticleFactor > above;
  return few ? blocks.size() : first;
}

}  // namespace pullquote::html

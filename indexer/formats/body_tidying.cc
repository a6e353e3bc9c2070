// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/body_tidying.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/decoding/lexicon_lines.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/pages/furniture.h"
#include "lexicon/pullquote_indexer.h"

namespace pullquote {
namespace {

constexpr std::size_t kLongestNotice = 300;  ///< bytes of a copyright line
constexpr std::size_t kLongestFooter = 500;  ///< bytes; it has two titles

std::size_t count_words(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

bool is_copyright(std::string_view line) {
  return line.size() <= kLongestNotice &&
         (line.starts_with("\u00A9") || line.starts_with("(c) ") || line.starts_with("(C) ") ||
          line.starts_with("Copyright "));
}

struct FeedFooter {
  std::string start;
  std::string middle;
};

const std::vector<FeedFooter>& feed_footers() {
  static const std::vector<FeedFooter> kFooters = [] {
    std::vector<FeedFooter> footers;
    for_each_lexicon_row(lexicon::feed_footers, [&](std::span<const std::string_view> columns) {
      if (columns.size() < 2) return;
      footers.push_back({std::string(columns[0]) + " ", " " + std::string(columns[1]) + " "});
    });
    return footers;
  }();
  return kFooters;
}

/// "The post TITLE appeared first on SITE."
bool is_feed_footer(std::string_view paragraph) {
  if (paragraph.size() > kLongestFooter) return false;
  std::string line(paragraph);
  constexpr std::string_view kCurly = "\u2019";
  for (std::size_t at = line.find(kCurly); at != line.npos; at = line.find(kCurly, at)) {
    line.replace(at, kCurly.size(), "'");
  }
  return std::any_of(feed_footers().begin(), feed_footers().end(), [&](const FeedFooter& footer) {
    return line.starts_with(footer.start) &&
           line.find(footer.middle, footer.start.size() - 1) != line.npos;
  });
}

/// Why the last paragraph is no text; empty when it is.
std::string closing_reason(std::string_view line) {
  if (is_copyright(line)) return "furniture: copyright line";
  if (is_feed_footer(line)) return "furniture: feed footer";
  const FurnitureMatch match = match_furniture(line, count_words(line));
  const bool is_label = match.kind == Furniture::Byline || match.kind == Furniture::Published ||
                        match.kind == Furniture::Modified || match.kind == Furniture::None;
  if (!match.whole_line || is_label) return {};
  return "furniture: " + std::string(to_string(match.kind));
}

using Texts = std::unordered_set<std::string_view>;

Texts texts_of(const std::vector<std::string>& list) {
  return {list.begin(), list.end()};
}

}  // namespace

std::vector<InspectedBlock> tidy_body(Article& article) {
  const Texts captions = texts_of(article.captions);
  const Texts credits = texts_of(article.credits);
  std::vector<std::string> kept;
  std::vector<InspectedBlock> taken;
  for (std::string_view paragraph : paragraphs_of(article.body)) {
    std::string reason;
    if (kept.empty() && paragraph == article.headline) reason = "repeats the headline";
    if (captions.contains(paragraph)) reason = "repeats a caption";
    if (credits.contains(paragraph)) reason = "repeats a credit";
    if (reason.empty()) {
      kept.emplace_back(paragraph);
    } else {
      taken.push_back({std::string(paragraph), false, std::move(reason)});
    }
  }
  while (kept.size() > 1) {
    std::string reason = closing_reason(kept.back());
    if (reason.empty()) break;
    taken.push_back({std::move(kept.back()), false, std::move(reason)});
    kept.pop_back();
  }
  if (!taken.empty()) article.body = join_paragraphs(kept);
  return taken;
}

}  // namespace pullquote

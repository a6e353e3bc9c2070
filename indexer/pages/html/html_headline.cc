// SPDX-License-Identifier: GPL-3.0-or-later
/// Every heading is scored, and the best one is the headline if it scores kSure (3) or more:
///
///   <h1>                       3, but 1 if it looks like the name of a section or site
///   agreement with a title     4 for each step of agreement_of() from 2 on
///   element named as headline  1
///
/// So an <h2> that agrees with a title of the metadata beats an <h1> that doesn't. Where no heading
/// is sure, the best title stands; a block or line of the page that begins the title is taken
/// instead, since the title may carry the name of a site that nothing else states. Titles and
/// headings are compared as skeletons.
///
/// Cost: linear in the headings, times the few titles; the searches for a block that begins a title
/// look at each short block once.
#include "indexer/pages/html/html_headline.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"

namespace pullquote::html {
namespace {

/// Marks that set a site's name off in titles.
constexpr std::array<std::string_view, 12> kSeparators{
    " | ",      " - ",      " \u2013 ", " \u2014 ", " :: ", " \u00BB ",
    " \u00AB ", " \u00B7 ", " \u2022 ", " // ",     " ~ ",  "|"};
constexpr std::size_t kLongestTitle = 400;  // bytes; a longer one is no title
constexpr std::size_t kShortestTitle = 16;  // bytes of skeleton; a shorter one proves nothing

/// How far two skeletons agree. 3: equal; 2: one contains the other and is less than twice as long;
/// 1: one contains the other; 0: neither, or the shorter one proves nothing.
int agreement_of(const std::string& heading, const std::string& title) {
  if (heading.empty() || title.empty()) return 0;
  if (heading == title) return 3;
  const std::string& shorter = heading.size() < title.size() ? heading : title;
  const std::string& longer = heading.size() < title.size() ? title : heading;
  if (shorter.size() < kShortestTitle) return 0;
  if (longer.find(shorter) == std::string::npos) return 0;
  return shorter.size() * 2 > longer.size() ? 2 : 1;
}

/// Whether the block stands in furniture. Share bars and promotions are named so loosely that they
/// may well hold the headline.
bool stands_outside(const Regions& regions, const TextBlock& block) {
  const Hint furniture = regions.furniture[block.node];
  return furniture != Hint::None && furniture != Hint::Share && furniture != Hint::Promotion;
}

/// The headlines that the metadata states, best first: JSON-LD, microdata, og:title, <title>.
class Titles {
 public:
  Titles(const PageMetadata& metadata, const std::vector<std::string>& stated) {
    for (const std::string& title : stated) add(title, "JSON-LD headline");
    site_ = skeleton(metadata.site_name);
    add(metadata.headline, "microdata headline");
    add(without_site_name(metadata.og_title, metadata.site_name, known_), "og:title");
    add(without_site_name(metadata.title, metadata.site_name, known_), "title element");
  }

  /// The best agreement of a heading (a skeleton) with any title.
  int agreement(const std::string& heading) const {
    int best = 0;
    for (const std::string& title : skeletons_) best = std::max(best, agreement_of(heading, title));
    return best;
  }

  /// Whether `heading` (a skeleton) is the site's name: as stated, or as the end of a title whose
  /// beginning is another block of the page.
  bool name_site(const std::string& heading, const std::vector<TextBlock>& blocks) const {
    if (heading == site_) return true;
    for (const std::string& title : skeletons_) {
      if (title.size() <= heading.size() || !title.ends_with(heading)) continue;
      const std::string rest = title.substr(0, title.size() - heading.size());
      const bool shown = std::any_of(blocks.begin(), blocks.end(), [&](const TextBlock& block) {
        return block.text.size() <= 2 * title.size() && skeleton(block.text) == rest;
      });
      if (shown) return true;
    }
    return false;
  }

  /// The first title; empty when metadata states none.
  HeadlineChoice best() const {
    if (known_.empty()) return {};
    return {known_[0], kNoNode, reasons_[0]};
  }

 private:
  void add(const std::string& title, const char* reason) {
    if (title.empty()) return;
    known_.push_back(title);
    skeletons_.push_back(skeleton(title));
    reasons_.emplace_back(reason);
  }

  std::string site_;                    // skeleton of the site's name
  std::vector<std::string> known_;      // titles, best first
  std::vector<std::string> skeletons_;  // of known_
  std::vector<std::string> reasons_;    // where each of known_ is stated
};

bool is_in_h1(const Document& document, const TextBlock& block) {
  return document.nodes[block.container].tag == Tag::H1;
}

/// Whether only short lines stand between block `i` and a sentence. The heading of a section or
/// site is a link, or has the headline below it.
bool heads_text(const std::vector<TextBlock>& blocks, std::size_t i) {
  constexpr std::size_t kNear = 8;
  if (blocks[i].linked_letters > 0) return false;
  for (std::size_t next = i + 1; next < std::min(blocks.size(), i + kNear); ++next) {
    if (blocks[next].kind == BlockKind::Heading) return false;
    if (is_sentence(blocks[next])) return true;
  }
  return false;
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

/// A candidate and its evidence.
struct Heading {
  const TextBlock* block = nullptr;
  int agreement = 0;
  int score = 0;
};

/// Score of a heading that is taken whatever the metadata says.
constexpr int kSure = 3;

/// Scores block `i`. `only_h1`: the page has one <h1> only.
Heading judge_heading(const Document& document, const Regions& regions, const Titles& titles,
                      const std::vector<TextBlock>& blocks, std::size_t i, bool only_h1) {
  const TextBlock& block = blocks[i];
  Heading candidate{&block, titles.agreement(skeleton(block.text)), 0};
  const bool is_h1 = is_in_h1(document, block);
  const bool agrees = candidate.agreement >= 2;
  if (stands_outside(regions, block) && !(is_h1 && agrees)) return candidate;
  const int named = regions.apart[block.node] == Hint::Headline ? 1 : 0;
  if (is_h1) {
    // One or two words that no title confirms name a section or site, unless they head a text as
    // the only <h1>.
    const bool is_name =
        candidate.agreement == 0 && block.words < 3 &&
        !(only_h1 && heads_text(blocks, i) && !titles.name_site(skeleton(block.text), blocks));
    candidate.score = is_name ? 1 : kSure + named + (agrees ? 4 * candidate.agreement : 0);
  } else if (agrees) {
    candidate.score = named + 4 * candidate.agreement;
  }
  return candidate;
}

/// The heading with the highest score, the first of equals. Candidates are headings and blocks in
/// elements that are named for headlines.
Heading best_heading(const Document& document, const std::vector<TextBlock>& blocks,
                     const Regions& regions, const Titles& titles) {
  Heading best;
  const bool only_h1 = std::count_if(blocks.begin(), blocks.end(), [&](const TextBlock& block) {
                         return is_in_h1(document, block);
                       }) == 1;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const TextBlock& block = blocks[i];
    if (block.kind != BlockKind::Heading && regions.own[block.node] != Hint::Headline &&
        regions.own[block.container] != Hint::Headline) {
      continue;
    }
    const Heading next = judge_heading(document, regions, titles, blocks, i, only_h1);
    if (next.score > best.score) best = next;
  }
  return best;
}

/// The first block that is the beginning of `title` (a skeleton) and more than half of it.
const TextBlock* block_that_begins(const std::vector<TextBlock>& blocks, const std::string& title) {
  if (title.size() < kShortestTitle) return nullptr;
  for (const TextBlock& block : blocks) {
    if (block.text.size() > 2 * title.size()) continue;
    const std::string text = skeleton(block.text);
    if (text.size() * 2 > title.size() && title.starts_with(text)) return &block;
  }
  return nullptr;
}

/// Skeletons of the pieces of a title.
struct Pieces {
  std::vector<std::string> heads;  ///< before each separator
  std::vector<std::string> tails;  ///< behind each separator, and up to the next one
};

/// The pieces of a title at all its separators; none of a title that is too long.
Pieces pieces_of(std::string_view title) {
  Pieces pieces;
  if (title.size() > kLongestTitle) return pieces;
  for (const std::string_view separator : kSeparators) {
    for (std::size_t at = title.find(separator); at != std::string_view::npos;
         at = title.find(separator, at + 1)) {
      pieces.heads.push_back(skeleton(title.substr(0, at)));
      const std::string_view tail = title.substr(at + separator.size());
      pieces.tails.push_back(skeleton(tail));
      pieces.tails.push_back(skeleton(tail.substr(0, tail.find(separator))));
    }
  }
  return pieces;
}

/// The block above the text whose first line is what `title` has before a separator; blocks.size():
/// none. If a later line is what stands behind the separator, either of them may be the site's
/// name, and none is taken.
std::size_t block_with_title_line(const std::vector<TextBlock>& blocks, const Regions& regions,
                                  const std::string& title) {
  const Pieces pieces = pieces_of(title);
  const auto holds = [](const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  std::size_t found = blocks.size();
  for (std::size_t i = 0; i < blocks.size() && !pieces.heads.empty(); ++i) {
    if (stands_outside(regions, blocks[i]) || blocks[i].linked_letters > 0) continue;
    const std::string_view line = first_line(blocks[i].text);
    if (line.size() <= title.size() && count_words(line) >= 2) {
      const std::string text = skeleton(line);
      if (found == blocks.size() && holds(pieces.heads, text)) found = i;
      if (found != blocks.size() && holds(pieces.tails, text)) return blocks.size();
    }
    if (is_sentence(blocks[i])) break;
  }
  return found;
}

}  // namespace

std::string skeleton(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 0xE2 && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80) {
      i += 2;  // general punctuation: quotes, dashes
    } else if (c >= 0x80 || is_ascii_alnum(text[i])) {
      out.push_back(ascii_lower(text[i]));
    }
  }
  return out;
}

std::string without_site_name(std::string_view title, std::string_view site,
                              const std::vector<std::string>& known) {
  const std::string whole = collapse_space(title);
  const std::string site_skeleton = skeleton(site);
  // Another source states the whole title as the headline: a dash in it belongs to it.
  for (const std::string& other : known) {
    const std::string wanted = skeleton(other);
    if (wanted.size() >= kShortestTitle && wanted == skeleton(whole)) return whole;
  }
  std::string best = whole;
  for (const std::string_view separator : kSeparators) {
    const std::size_t last = whole.rfind(separator);
    if (last == std::string::npos) continue;
    const std::string head(trim(std::string_view(whole).substr(0, last)));
    const std::string tail(trim(std::string_view(whole).substr(last + separator.size())));
    const std::string tail_skeleton = skeleton(tail);
    const bool is_site =
        !site_skeleton.empty() &&
        (tail_skeleton.find(site_skeleton) != std::string::npos ||
         (tail_skeleton.size() > 2 && site_skeleton.find(tail_skeleton) != std::string::npos));
    const bool is_bar = separator.find('|') != std::string_view::npos;
    if (is_site || (is_bar && count_words(tail) <= 4 && count_words(head) > 3)) {
      return without_site_name(head, site, known);
    }
    const std::size_t first = whole.find(separator);
    const std::string front(trim(std::string_view(whole).substr(0, first)));
    const std::string rest(trim(std::string_view(whole).substr(first + separator.size())));
    if (!site_skeleton.empty() && skeleton(front) == site_skeleton) {
      return without_site_name(rest, site, known);
    }
  }
  return best;
}

HeadlineChoice choose_headline(const Document& document, const std::vector<TextBlock>& blocks,
                               const Regions& regions, const PageMetadata& metadata,
                               const std::vector<std::string>& stated) {
  const Titles titles(metadata, stated);
  const Heading best = best_heading(document, blocks, regions, titles);
  if (best.block != nullptr && best.score >= kSure) {
    return {collapse_space(best.block->text), best.block->node,
            best.agreement >= 2 ? "heading that agrees with the metadata" : "heading"};
  }
  HeadlineChoice choice = titles.best();
  // The title may still carry a site's name that nothing states. The part of it that stands on the
  // page by itself is the headline.
  if (const TextBlock* block = block_that_begins(blocks, skeleton(choice.text))) {
    return {collapse_space(block->text), block->node, "text that begins the title"};
  }
  const std::size_t line = block_with_title_line(blocks, regions, choice.text);
  if (line != blocks.size()) {
    return {std::string(first_line(blocks[line].text)), blocks[line].node,
            "line that begins the title", line};
  }
  if (choice.text.empty() && best.block != nullptr) {
    return {collapse_space(best.block->text), best.block->node, "heading"};
  }
  return choice;
}

}  // namespace pullquote::html

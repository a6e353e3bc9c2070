// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extraction/html_regions.h"

namespace pullquote::html {
namespace {

// A block reads like prose with this many words, or fewer when it ends as a sentence does.
constexpr std::uint32_t kProseWords = 20;
constexpr std::uint32_t kSentenceWords = 8;
constexpr double kMaxLinkShare = 0.5;
// A hint is refuted by this share of the page's prose.
constexpr float kRefutingShare = 0.5f;
constexpr float kNearlyAll = 0.9f;

/// The most words that a part of an article other than its text has: an element with more that is
/// called a caption or a byline holds something else besides.
float most_words(Hint apart) {
  switch (apart) {
    case Hint::Caption:
      return 100;
    case Hint::Standfirst:
      return 120;
    default:
      return 60;
  }
}

bool may_outweigh(const Document& document, NodeIndex node, Hint own) {
  const std::string_view role = document.attribute(node, Attribute::Role);
  return own == Hint::Consent || (own == Hint::Promotion && role.ends_with("dialog"));
}

}  // namespace

float prose_of(const TextBlock& block) {
  if (block.kind == BlockKind::Heading) return 0;
  if (block.link_share() > kMaxLinkShare) return 0;
  const bool reads_like_prose =
      block.words >= kProseWords || (block.words >= kSentenceWords && block.ends_sentence);
  if (!reads_like_prose) return 0;
  return static_cast<float>(block.words) * static_cast<float>(1 - block.link_share());
}

Regions find_regions(const Document& document, const std::vector<TextBlock>& blocks, Names names) {
  const std::size_t count = document.nodes.size();
  Regions regions;
  regions.own.assign(count, Hint::None);
  regions.furniture.assign(count, Hint::None);
  regions.apart.assign(count, Hint::None);
  regions.prose.assign(count, 0);
  std::vector<float> words(count, 0);
  for (const TextBlock& block : blocks) {
    regions.prose[block.node] += prose_of(block);
    words[block.node] += static_cast<float>(block.words);
  }
  std::vector<bool> has_heading(count, false);
  for (std::size_t i = count - 1; i > 0; --i) {
    if (has_heading[i] || document.nodes[i].tag == Tag::H1) {
      has_heading[document.nodes[i].parent] = true;
    }
    regions.prose[document.nodes[i].parent] += regions.prose[i];
    words[document.nodes[i].parent] += words[i];
  }
  const float refuting = regions.prose[0] * kRefutingShare;
  const float all = regions.prose[0] * kNearlyAll;
  for (NodeIndex i = 1; i < count; ++i) {
    const NodeIndex parent = document.nodes[i].parent;
    Hint own = hint_of(document, i, names);
    // Comments may well be longer than what they comment on, and so may a request for consent.
    const bool refuted = own == Hint::Comments            ? has_heading[i]
                         : may_outweigh(document, i, own) ? has_heading[i] || regions.prose[i] > all
                                                          : regions.prose[i] > refuting;
    if ((is_furniture(own) || is_apart(own)) && refuted) own = Hint::None;
    if (is_apart(own) && words[i] > most_words(own)) own = Hint::None;
    regions.own[i] = own;
    const Hint outer = regions.furniture[parent];
    regions.furniture[i] = outer != Hint::None ? outer : is_furniture(own) ? own : Hint::None;
    regions.apart[i] = is_apart(own) ? own : regions.apart[parent];
  }
  return regions;
}

}  // namespace pullquote::html

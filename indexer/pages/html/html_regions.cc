// SPDX-License-Identifier: GPL-3.0-or-later
/// Two loops over the nodes. Backwards: words, prose, sentences and headings are added up from
/// children to parents. Forwards: each element's hint is weighed against these sums and inherited
/// by what stands below it.
///
/// A hint is refuted if believing it would throw the article away. The measure is the share of the
/// page's prose below the element: half of it in general. Some hints need more, because what they
/// name may be longer than the article: comments, a consent dialog, the imprint below a short item.
/// These are refuted by an <h1> within, dialogs also by holding nearly all of the page. On a page
/// that marks its article with <article> or <main>, an element beside that is believed without
/// weighing if its tag or role says furniture, too. Cost: linear, times the depth for elements that
/// are named for a byline, a credit or the like (hint_of).
#include "indexer/pages/html/html_regions.h"

#include <algorithm>
#include <string_view>

namespace pullquote::html {
namespace {

// A block reads like prose with this many words, or with fewer if it ends as a sentence.
constexpr std::uint32_t kProseWords = 20;
constexpr std::uint32_t kSentenceWords = 8;  // of prose that ends as a sentence
constexpr std::uint32_t kShortSentence = 4;  // of the shortest sentence
constexpr double kMaxLinkShare = 0.5;        // of letters inside links, in prose and sentences
// A hint is refuted by more than this share of the page's prose.
constexpr float kRefutingShare = 0.5f;
constexpr float kNearlyAll = 0.9f;  // the same for hints of dialogs and consent, of all words too

/// The most words that a part with a field of its own has. An element with more that is called a
/// caption or a byline holds something else besides.
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

/// Whether tag or role say furniture, too, or a name that templates give to nothing else.
bool is_certain(const Document& document, NodeIndex node, Hint own) {
  return own == Hint::Consent || is_furniture(hint_of(document, node, Names::Ignored));
}

/// Whether the element may be longer than the article: consent forms and dialogs.
bool may_outweigh(const Document& document, NodeIndex node, Hint own) {
  const std::string_view role = document.attribute(node, Attribute::Role);
  return own == Hint::Consent || (own == Hint::Promotion && role.ends_with("dialog"));
}

bool is_copyright(std::string_view text) {
  return text.starts_with("\u00A9");
}

/// The innermost <article> or <main> that has the first <h1> and a sentence; 0: there is none.
NodeIndex find_story(const Document& document, const std::vector<bool>& has_sentence) {
  const auto h1 = std::find_if(document.nodes.begin(), document.nodes.end(),
                               [](const Node& node) { return node.tag == Tag::H1; });
  if (h1 == document.nodes.end()) return 0;
  for (NodeIndex i = h1->parent; i != 0 && i != kNoNode; i = document.nodes[i].parent) {
    const Tag tag = document.nodes[i].tag;
    if ((tag == Tag::Article || tag == Tag::Main) && has_sentence[i]) return i;
  }
  return 0;
}

/// Whether `node` stands neither in `story` nor around it.
bool is_beside(const Document& document, NodeIndex node, NodeIndex story) {
  return story != 0 && (document.nodes[node].end <= story || node >= document.nodes[story].end);
}

}  // namespace

bool is_copyright_line(const TextBlock& block) {
  return is_copyright(block.text);
}

bool is_sentence(const TextBlock& block) {
  return block.kind != BlockKind::Heading && block.ends_sentence && block.words >= kShortSentence &&
         block.link_share() <= kMaxLinkShare && !is_copyright(block.text);
}

float prose_of(const TextBlock& block) {
  if (block.kind == BlockKind::Heading) return 0;
  if (block.link_share() > kMaxLinkShare || is_copyright(block.text)) return 0;
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
  std::vector<bool> has_sentence(count, false);
  for (const TextBlock& block : blocks) {
    regions.prose[block.node] += prose_of(block);
    words[block.node] += static_cast<float>(block.words);
    if (is_sentence(block)) has_sentence[block.node] = true;
  }
  std::vector<bool> has_heading(count, false);
  for (std::size_t i = count - 1; i > 0; --i) {
    if (has_heading[i] || document.nodes[i].tag == Tag::H1) {
      has_heading[document.nodes[i].parent] = true;
    }
    if (has_sentence[i]) has_sentence[document.nodes[i].parent] = true;
    regions.prose[document.nodes[i].parent] += regions.prose[i];
    words[document.nodes[i].parent] += words[i];
  }
  const NodeIndex story = find_story(document, has_sentence);
  const float refuting = regions.prose[0] * kRefutingShare;
  const auto is_nearly_all = [&](NodeIndex node) {
    return regions.prose[node] > regions.prose[0] * kNearlyAll &&
           words[node] > words[0] * kNearlyAll;
  };
  for (NodeIndex i = 1; i < count; ++i) {
    const NodeIndex parent = document.nodes[i].parent;
    Hint own = hint_of(document, i, names);
    // Comments may well be longer than what they comment on; so may a request for consent, or the
    // imprint below a short item.
    const bool refuted = own == Hint::Comments ? has_heading[i]
                         : own == Hint::Footer ? has_heading[i] || words[i] >= words[0]
                         : is_beside(document, i, story) && is_certain(document, i, own) ? false
                         : may_outweigh(document, i, own) ? has_heading[i] || is_nearly_all(i)
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

// SPDX-License-Identifier: GPL-3.0-or-later
/// Scores decay by 0.7 from child to parent (kShareForParent), as in Readability and its kin, which
/// give parents and grandparents fixed shares of the score of a paragraph. Here every ancestor gets
/// its share: nodes stand in document order, so one loop backwards adds children to parents.
///
/// The prose of a block is weighed. If metadata attests the article's text, that alone
/// counts. Otherwise place does: prose above the headline counts a fifth, the first two paragraphs
/// below it half again as much, summaries of other stories next to nothing. Furniture, parts with a
/// field of their own and the <article> of another story count nothing at all.
///
/// The winner is often only one section of the text. Siblings of the winner, and of its ancestors
/// up to the element that also holds the headline, join it if they read as text: paragraphs of some
/// length with hardly a link. Memory: a few numbers a node.
#include "indexer/pages/html/html_container.h"

#include <algorithm>
#include <string_view>

namespace pullquote::html {
namespace {

constexpr float kShareForParent = 0.7f;  // of an element's score, passed to its parent
constexpr float kBodyFactor = 1.5f;      // names or microdata call it the article's text
constexpr float kContentFactor = 1.2f;   // named content, or an <article> or <main>
constexpr float kAttestedFactor = 3.0f;  // for a block that articleBody has wholly
constexpr float kAboveFactor = 0.2f;    // prose above the headline: consent, announcements, teasers
constexpr float kBelowFactor = 1.5f;    // the first prose below the headline
constexpr std::uint32_t kFirst = 2;     // blocks that count as the first prose
constexpr float kLeastOwn = 50;         // words of prose in an <article> that others follow
constexpr float kTeaserFactor = 0.05f;  // below a heading that is a link: another story's summary
// Conditions for a part that may continue the text.
constexpr float kCountedShare = 0.3f;  // weighted to unweighted words of prose, at least
constexpr float kLeastPart = 20;       // words of prose
constexpr float kLeastMean = 18;       // words of its mean paragraph
constexpr float kMostLinked = 0.2f;    // share of its letters inside links
constexpr int kLevels = 4;             // up from the winner, on a page without a headline

/// The element on which the words of a block count: the one that the block's neighbours share with
/// it. A quotation counts for the text around it, be it the longest part.
NodeIndex deposit_of(const Document& document, const TextBlock& block) {
  NodeIndex node = block.container;
  const Tag tag = document.nodes[node].tag;
  if (tag == Tag::P || tag == Tag::Li || tag == Tag::Blockquote || is_heading(tag)) {
    node = document.nodes[node].parent;
  }
  while (node != kNoNode && document.nodes[node].tag == Tag::Blockquote) {
    node = document.nodes[node].parent;
  }
  return node == kNoNode ? 0 : node;
}

/// How much names and tags speak for an element.
float factor_of(const Document& document, const Regions& regions, NodeIndex node) {
  if (regions.own[node] == Hint::Body) return kBodyFactor;
  const Tag tag = document.nodes[node].tag;
  if (regions.own[node] == Hint::Content || tag == Tag::Article || tag == Tag::Main) {
    return kContentFactor;
  }
  return 1;
}

/// Whether two elements come from one template: the same tag and class.
bool are_alike(const Document& document, NodeIndex a, NodeIndex b) {
  return document.nodes[a].tag == document.nodes[b].tag &&
         document.attribute(a, Attribute::Class) == document.attribute(b, Attribute::Class);
}

/// The search in one page; used once.
class Finder {
 public:
  Finder(const Document& document, const std::vector<TextBlock>& blocks, const Regions& regions,
         const std::vector<float>& attested, NodeIndex headline)
      : document_(document),
        blocks_(blocks),
        regions_(regions),
        attested_(attested),
        headline_(headline) {}

  MainContent run() {
    find_other_articles();
    add_up();
    NodeIndex best = 0;
    for (NodeIndex i = 1; i < score_.size(); ++i) {
      if (score_[i] * factor_of(document_, regions_, i) >
          score_[best] * factor_of(document_, regions_, best)) {
        best = i;
      }
    }
    return with_continuations(best);
  }

 private:
  /// Sums over the blocks below an element that are neither furniture nor set apart.
  struct Extent {
    float prose_words = 0;
    std::uint32_t prose_blocks = 0;
    float letters = 0;
    float linked = 0;

    void add(const Extent& other) {
      prose_words += other.prose_words;
      prose_blocks += other.prose_blocks;
      letters += other.letters;
      linked += other.linked;
    }
  };

  /// Fills the sums: each block deposits its prose, then one loop backwards adds children to
  /// parents.
  void add_up() {
    extents_.assign(document_.nodes.size(), {});
    score_.assign(document_.nodes.size(), 0);
    clean_.assign(document_.nodes.size(), 0);
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      const NodeIndex node = blocks_[b].node;
      if (regions_.furniture[node] != Hint::None) continue;
      if (regions_.apart[node] != Hint::None || is_elsewhere_[node]) continue;
      const float prose = prose_of(blocks_[b]);
      extents_[node].add({prose, prose > 0 ? 1u : 0u, static_cast<float>(blocks_[b].letters),
                          static_cast<float>(blocks_[b].linked_letters)});
      const float evidence =
          attested_.empty() ? place_of(b) : 0.1f + kAttestedFactor * attested_[b];
      const float words = prose * evidence;
      score_[deposit_of(document_, blocks_[b])] += words;
      clean_[blocks_[b].container] += words;
    }
    for (std::size_t i = score_.size() - 1; i > 0; --i) {
      score_[document_.nodes[i].parent] += kShareForParent * score_[i];
      clean_[document_.nodes[i].parent] += clean_[i];
      extents_[document_.nodes[i].parent].add(extents_[i]);
    }
  }

  /// The innermost <article> around a node, or the root (0).
  NodeIndex article_around(NodeIndex node) const {
    while (node != 0 && document_.nodes[node].tag != Tag::Article) {
      node = document_.nodes[node].parent;
    }
    return node;
  }

  /// Marks the nodes of other stories. Some pages go on with the next story for as long as one
  /// scrolls: <article> after <article>, each with an <h1>.
  void find_other_articles() {
    is_elsewhere_.assign(document_.nodes.size(), false);
    if (headline_ == kNoNode) return;
    const NodeIndex own = article_around(headline_);
    if (own == 0 || regions_.prose[own] < kLeastOwn) return;
    for (NodeIndex i = document_.nodes[own].end; i < document_.nodes.size();) {
      const bool other = document_.nodes[i].tag == Tag::Article && has_headline(i);
      const NodeIndex end = std::max(document_.nodes[i].end, i + 1);
      if (other) std::fill(is_elsewhere_.begin() + i, is_elsewhere_.begin() + end, true);
      i = other ? end : i + 1;
    }
  }

  /// The weight of a block by its place. Blocks must be asked for in order, because the first ones
  /// below the headline are counted.
  float place_of(std::size_t b) {
    if (is_teaser_summary(document_, blocks_, b)) return kTeaserFactor;
    if (headline_ == kNoNode || prose_of(blocks_[b]) <= 0) return 1;
    if (blocks_[b].node < headline_) return kAboveFactor;
    return ++below_headline_ <= kFirst ? kBelowFactor : 1;
  }

  /// Whether all of an element stands above the headline.
  bool is_above_headline(NodeIndex node) const {
    return headline_ != kNoNode && document_.nodes[node].end <= headline_;
  }

  /// Whether place took most of the weight of its prose.
  bool is_mostly_teasers(NodeIndex node) const {
    return attested_.empty() && clean_[node] < kCountedShare * extents_[node].prose_words;
  }

  /// Whether a sibling of the winner continues it or begins before it: set in the same template, or
  /// a paragraph.
  bool continues(NodeIndex sibling, NodeIndex winner) const {
    if (clean_[sibling] <= 0 || is_mostly_teasers(sibling)) return false;
    return are_alike(document_, sibling, winner) || document_.nodes[sibling].tag == Tag::P;
  }

  /// Whether a sibling of an ancestor joins for what it holds: paragraphs of some length, hardly a
  /// link, no <h1>, which would head another article. Teasers are short and linked.
  bool continues_above(NodeIndex node) const {
    const Extent& extent = extents_[node];
    return !is_mostly_teasers(node) && extent.prose_words >= kLeastPart &&
           extent.prose_words >= kLeastMean * static_cast<float>(extent.prose_blocks) &&
           extent.linked < kMostLinked * extent.letters && !has_headline(node);
  }

  /// Whether an <h1> stands in the element.
  bool has_headline(NodeIndex node) const {
    for (NodeIndex i = node; i < document_.nodes[node].end; ++i) {
      if (document_.nodes[i].tag == Tag::H1) return true;
    }
    return false;
  }

  /// The element that the article doesn't reach beyond: the lowest one that also holds the
  /// headline; without a headline the next <article>, <main> or <body> within a few levels.
  NodeIndex scope_of(NodeIndex best) const {
    if (headline_ != kNoNode) return document_.common_ancestor(best, headline_);
    NodeIndex scope = best;
    for (int level = 0; level < kLevels && scope != 0; ++level) {
      const Tag tag = document_.nodes[scope].tag;
      if (tag == Tag::Article || tag == Tag::Main || tag == Tag::Body) break;
      scope = document_.nodes[scope].parent;
    }
    return scope;
  }

  /// The winner and the parts that continue it, searched level by level up to the scope.
  MainContent with_continuations(NodeIndex best) const {
    MainContent main;
    main.root = best;
    main.parts = {best};
    const NodeIndex scope = scope_of(best);
    NodeIndex branch = best;
    while (branch != 0) {
      const bool first = branch == best;
      if (!first && (branch == scope || scope > branch)) break;
      const NodeIndex parent = document_.nodes[branch].parent;
      for (NodeIndex i = parent + 1; i < document_.nodes[parent].end;) {
        if (i != branch && !is_above_headline(i) &&
            ((first && continues(i, branch)) || continues_above(i))) {
          main.parts.push_back(i);
          main.root = parent;
        }
        i = std::max(document_.nodes[i].end, i + 1);
      }
      branch = parent;
    }
    std::sort(main.parts.begin(), main.parts.end());
    return main;
  }

  const Document& document_;
  const std::vector<TextBlock>& blocks_;
  const Regions& regions_;
  const std::vector<float>& attested_;
  NodeIndex headline_;
  std::uint32_t below_headline_ = 0;  // blocks of prose met so far
  std::vector<bool> is_elsewhere_;    // by node: in another story's <article>
  std::vector<Extent> extents_;       // by node
  std::vector<float> score_;          // by node, decayed from child to parent
  std::vector<float> clean_;          // by node: weighted words of prose below, not decayed
};

}  // namespace

bool MainContent::contains(const Document& document, NodeIndex node) const {
  const auto after = std::upper_bound(parts.begin(), parts.end(), node);
  return after != parts.begin() && node < document.nodes[*(after - 1)].end;
}

MainContent find_main_content(const Document& document, const std::vector<TextBlock>& blocks,
                              const Regions& regions, const std::vector<float>& attested,
                              NodeIndex headline) {
  return Finder(document, blocks, regions, attested, headline).run();
}

}  // namespace pullquote::html

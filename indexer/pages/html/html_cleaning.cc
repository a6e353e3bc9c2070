// SPDX-License-Identifier: GPL-3.0-or-later
/// Two stages. First each block is judged by itself, by the first of these that applies: it repeats
/// the headline; it stands in a region of furniture, or in one that is a part of the article with a
/// field of its own; it stands outside of the main content; articleBody attests it; its words or
/// its links say that it is furniture. Whatever is left is text.
///
/// Then passes over all verdicts use order, which one block can't show: bylines and dates above the
/// text, what stands below a label such as "Related:", readers' comments, lists of other stories at
/// the end, headings with no text below.
///
/// Invariant: a block inside the main content is dropped only with a reason that can be shown.
/// Cost: each pass is linear.
#include "indexer/pages/html/html_cleaning.h"

#include <algorithm>
#include <utility>

#include "indexer/decoding/html_ascii.h"
#include "indexer/pages/furniture.h"
#include "indexer/pages/html/html_comments.h"
#include "indexer/pages/html/html_header.h"
#include "indexer/pages/html/html_headline.h"
#include "indexer/pages/html/html_other_stories.h"
#include "indexer/pages/html/html_phrases.h"

namespace pullquote::html {
namespace {

constexpr double kLinksOnly = 0.8;         // share of a block's letters inside links
constexpr double kListOfLinks = 0.5;       // the same of a whole list or table
constexpr std::uint32_t kLabelWords = 25;  // a longer block is no label
constexpr std::uint32_t kNoteWords = 60;   // a longer block is no note to readers
constexpr float kSurelyAttested = 0.8f;  // share of shingles in articleBody: no other test applies

/// The reason of a block that is furniture.
std::string furniture(Hint hint) {
  return "furniture: " + std::string(to_string(hint));
}

/// The role of a part of the article that stands apart from its text.
Role role_of(Hint apart) {
  switch (apart) {
    case Hint::Headline:
      return Role::Headline;
    case Hint::Standfirst:
      return Role::Standfirst;
    case Hint::Byline:
      return Role::Byline;
    case Hint::Date:
      return Role::Date;
    case Hint::Caption:
      return Role::Caption;
    case Hint::Credit:
      return Role::Credit;
    default:
      return Role::Dropped;
  }
}

/// The judgement of one page; used once.
class Judge {
 public:
  explicit Judge(const CleaningInput& input) : in_(input), headline_(skeleton(input.headline)) {
    measure_lists();
  }

  std::vector<Verdict> run() {
    std::vector<Verdict> verdicts;
    verdicts.reserve(in_.blocks.size());
    for (std::size_t i = 0; i < in_.blocks.size(); ++i) verdicts.push_back(judge(i));
    mark_header(in_.document, in_.blocks, verdicts);
    drop_what_labels_govern(verdicts);
    drop_comments(verdicts);
    drop_other_stories(verdicts);
    drop_empty_sections(verdicts);
    return verdicts;
  }

 private:
  /// Letters of a list, all and linked.
  struct Letters {
    std::uint32_t all = 0;
    std::uint32_t linked = 0;
  };

  /// Counts letters by list or table: whether it is a list of links depends on the whole.
  void measure_lists() {
    lists_.assign(in_.document.nodes.size(), {});
    list_of_.reserve(in_.blocks.size());
    for (const TextBlock& block : in_.blocks) {
      const NodeIndex list = list_around(block.container);
      list_of_.push_back(list);
      if (list == kNoNode) continue;
      lists_[list].all += block.letters;
      lists_[list].linked += block.linked_letters;
    }
  }

  /// The innermost list or table around a node; kNoNode: there is none.
  NodeIndex list_around(NodeIndex node) const {
    for (; node != kNoNode && node != 0; node = in_.document.nodes[node].parent) {
      const Tag tag = in_.document.nodes[node].tag;
      if (tag == Tag::List || tag == Tag::Table) return node;
    }
    return kNoNode;
  }

  /// The first stage for one block. Captions and credits outside of the main content belong to
  /// other stories.
  Verdict judge(std::size_t i) const {
    const TextBlock& block = in_.blocks[i];
    const bool inside = in_.main.contains(in_.document, block.node);
    if (is_headline(block)) return {Role::Headline, "headline"};
    const Hint outer = in_.regions.furniture[block.node];
    if (inside && is_embedded(block, outer)) return {Role::Text, "block quotation"};
    if (outer != Hint::None) return {Role::Dropped, furniture(outer)};
    const Hint apart = in_.regions.apart[block.node];
    if (apart != Hint::None && !(inside && is_shown_in_figure(block, apart))) {
      if (!inside && (apart == Hint::Caption || apart == Hint::Credit)) {
        return {Role::Dropped, std::string(kOutside)};
      }
      return {role_of(apart), std::string(to_string(apart))};
    }
    if (!inside) return {Role::Dropped, std::string(kOutside)};
    return judge_inside(i);
  }

  /// The first stage for a block of the main content that no element gives away. A block that
  /// metadata attests skips the tests of words and links.
  Verdict judge_inside(std::size_t i) const {
    const TextBlock& block = in_.blocks[i];
    if (is_copyright_line(block)) return {Role::Dropped, furniture(Hint::Footer)};
    if (!in_.attested.empty() && in_.attested[i] >= kSurelyAttested) return kept(block);
    if (block.kind == BlockKind::Caption) return {Role::Caption, "caption"};
    if (is_invitation(block)) return {Role::Dropped, furniture(Hint::Newsletter)};
    if (const Hint label = label_of(block); label != Hint::None) {
      if (is_apart(label)) return {role_of(label), std::string(to_string(label))};
      return {Role::Dropped, furniture(label)};
    }
    if (list_of_[i] != kNoNode) {
      const Letters& list = lists_[list_of_[i]];
      if (list.linked > list.all * kListOfLinks) return {Role::Dropped, "list of links"};
    } else if (block.link_share() > kLinksOnly && block.kind != BlockKind::Heading &&
               !is_address(block.text)) {
      return {Role::Dropped, "links only"};
    }
    return kept(block);
  }

  /// Whether a figure frames the block rather than a picture: a quotation, a table, source code.
  static bool is_shown_in_figure(const TextBlock& block, Hint apart) {
    return apart == Hint::Caption &&
           (block.kind == BlockKind::Quote || block.kind == BlockKind::Cell ||
            block.kind == BlockKind::Pre);
  }

  /// Whether the block is a quoted post whose frame is called a widget.
  static bool is_embedded(const TextBlock& block, Hint furniture) {
    return block.kind == BlockKind::Quote &&
           (furniture == Hint::Sidebar || furniture == Hint::Share);
  }

  /// Whether the block invites to a newsletter, in any language of the lexicon of saved pages.
  static bool is_invitation(const TextBlock& block) {
    return block.words <= kNoteWords &&
           match_furniture(block.text, block.words).kind == Furniture::Newsletter;
  }

  /// What a block says of itself, where its shape bears that out: a whole-block phrase always, a
  /// phrase at the start in a short or linked block, a phrase within in a short paragraph, which
  /// must have a link to count as furniture.
  static Hint label_of(const TextBlock& block) {
    PhraseMatch phrase = match_phrase(block.text);
    if (phrase.hint == Hint::Newsletter && phrase.where == PhraseMatch::Where::Start &&
        block.linked_letters > 0) {
      phrase.where = PhraseMatch::Where::Within;  // an invitation, whatever its shape
    }
    switch (phrase.where) {
      case PhraseMatch::Where::Whole:
        return phrase.hint;
      case PhraseMatch::Where::Start:
        return block.words <= 5 || block.link_share() > 0.3 ||
                       (block.words <= kLabelWords && !block.ends_sentence)
                   ? phrase.hint
                   : Hint::None;
      case PhraseMatch::Where::Within:
        if (block.words > kNoteWords) return Hint::None;
        if (is_furniture(phrase.hint) && block.linked_letters == 0) return Hint::None;
        return phrase.hint;
    }
    return Hint::None;
  }

  /// Text, with the kind of the block as the reason.
  static Verdict kept(const TextBlock& block) {
    switch (block.kind) {
      case BlockKind::Heading:
        return {Role::Subhead, "subhead"};
      case BlockKind::ListItem:
        return {Role::Text, "list item"};
      case BlockKind::Quote:
        return {Role::Text, "block quotation"};
      case BlockKind::Cell:
        return {Role::Text, "table cell"};
      default:
        return {Role::Text, "paragraph"};
    }
  }

  /// A source cited by its address is no link to follow.
  static bool is_address(std::string_view text) {
    return text.starts_with("http") || text.starts_with("www.");
  }

  /// Whether the block repeats the headline, punctuation and case aside.
  bool is_headline(const TextBlock& block) const {
    return !headline_.empty() && block.words <= 40 && skeleton(block.text) == headline_;
  }

  /// Drops what stands below a label such as "Related:" or "Follow us", until a paragraph shows
  /// that the text goes on. The list directly below a label belongs to it as a whole.
  void drop_what_labels_govern(std::vector<Verdict>& verdicts) const {
    std::string label;
    NodeIndex list = kNoNode;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
      const TextBlock& block = in_.blocks[i];
      Verdict& verdict = verdicts[i];
      if (is_label(block, verdict)) {
        label = verdict.reason;
        list = kNoNode;
        continue;
      }
      if (label.empty() || (verdict.role != Role::Text && verdict.role != Role::Subhead)) continue;
      if (list == kNoNode) list = list_of_[i];
      const bool in_same_list = list != kNoNode && list_of_[i] == list;
      const bool summary = is_teaser_summary(in_.document, in_.blocks, i);
      if (!in_same_list && !summary && goes_on(block)) {
        label.clear();
        continue;
      }
      verdict = {Role::Dropped, label + " (follows its label)"};
    }
  }

  /// Drops readers' comments that no element's name gives away.
  void drop_comments(std::vector<Verdict>& verdicts) const {
    const std::size_t first = find_comments(in_.blocks, verdicts);
    for (std::size_t i = first; i < verdicts.size(); ++i) {
      if (is_text(verdicts[i])) verdicts[i] = {Role::Dropped, furniture(Hint::Comments)};
    }
  }

  /// Drops a list of other stories at the end (html_other_stories.h).
  void drop_other_stories(std::vector<Verdict>& verdicts) const {
    for (std::size_t i = find_other_stories(in_.blocks, verdicts); i < verdicts.size(); ++i) {
      if (is_text(verdicts[i])) verdicts[i] = {Role::Dropped, furniture(Hint::Related)};
    }
  }

  /// Whether the block is a short line that was dropped for its own words and introduces what
  /// follows. Advertisements introduce nothing.
  bool is_label(const TextBlock& block, const Verdict& verdict) const {
    return verdict.role == Role::Dropped && verdict.reason.starts_with("furniture") &&
           in_.regions.furniture[block.node] == Hint::None && block.words <= 8 &&
           block.link_share() < 0.3 && verdict.reason != furniture(Hint::Advertising);
  }

  /// Whether the block is surely text again: twelve words, a sentence, hardly linked.
  static bool goes_on(const TextBlock& block) {
    return block.kind != BlockKind::ListItem && block.kind != BlockKind::Cell &&
           block.link_share() < 0.5 && block.words >= 12 && block.ends_sentence;
  }

  /// Drops headings below the last text of the article: nothing of their section was kept.
  void drop_empty_sections(std::vector<Verdict>& verdicts) const {
    bool text_follows = false;
    for (std::size_t i = verdicts.size(); i-- > 0;) {
      Verdict& verdict = verdicts[i];
      if (verdict.role == Role::Text) text_follows = true;
      if (verdict.role == Role::Subhead && !text_follows) {
        verdict = {Role::Dropped, "heading without text"};
      }
    }
  }

  const CleaningInput& in_;
  std::string headline_;            // skeleton() of the headline
  std::vector<Letters> lists_;      // by node; of lists and tables only
  std::vector<NodeIndex> list_of_;  // by block; kNoNode: in no list
};

}  // namespace

std::vector<Verdict> judge_blocks(const CleaningInput& input) {
  return Judge(input).run();
}

}  // namespace pullquote::html

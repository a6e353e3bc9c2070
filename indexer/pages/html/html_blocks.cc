// SPDX-License-Identifier: GPL-3.0-or-later
/// One pass over the nodes in document order with a stack of open block-level elements. Text goes
/// to the current block; an element that opens or closes flushes it, so that the blocks cover the
/// shown text of the page without gaps or overlaps.
///
/// Three things need more than that. In a <pre>, empty lines separate paragraphs. A <q> has no
/// quotation marks in the markup, since a browser adds them; they are added here as a browser
/// would, and closed again at the end of a block that cuts the <q>. A <cite> below a quotation is a
/// block of its own. Cost: linear, times the depth for the lowest common element of the text of a
/// block.
#include "indexer/pages/html/html_blocks.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"
#include "indexer/pages/html/html_block_quotes.h"

namespace pullquote::html {
namespace {

/// Bytes that are no ASCII white space.
std::uint32_t count_letters(std::string_view text) {
  std::uint32_t letters = 0;
  for (char c : text) letters += is_space(c) ? 0u : 1u;
  return letters;
}

/// Whether all is white space, no-break spaces (U+00A0) included.
bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i])) continue;
    if (text.substr(i, 2) != "\u00A0") return false;
    ++i;
  }
  return true;
}

/// Bytes from a line break to behind the last line break that only white space parts from it.
struct EmptyLine {
  std::size_t begin = std::string_view::npos;  ///< npos: there is none
  std::size_t end = 0;
};

/// The first empty line, or several in a row.
EmptyLine find_empty_line(std::string_view text) {
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    std::size_t next = i + 1;
    std::size_t end = 0;
    for (; next < text.size() && is_space(text[next]); ++next) {
      if (text[next] == '\n') end = next + 1;
    }
    if (end > 0) return {i, end};
    i = next - 1;
  }
  return {};
}

/// The pass over one document; used once.
class Splitter {
 public:
  explicit Splitter(const Document& document) : document_(document) {
    open_.push_back({0, document.nodes[0].end, BlockKind::Paragraph, false});
  }

  std::vector<TextBlock> run() {
    const auto count = static_cast<NodeIndex>(document_.nodes.size());
    for (NodeIndex i = 1; i < count;) {
      while (!quoted_.empty() && i >= quoted_.back().end) leave_quoted();
      while (open_.size() > 1 && i >= open_.back().end) leave();
      i = visit(i);
    }
    flush();
    return std::move(blocks_);
  }

 private:
  /// A block-level element that is open.
  struct Open {
    NodeIndex node;
    NodeIndex end;
    BlockKind kind;
    bool is_p;
  };

  /// A <q> that is open. The marks that a browser sets around it belong to the text.
  struct Quoted {
    NodeIndex end;
    bool marked = false;     // its opening mark is in this block
    bool has_marks = false;  // the page sets its own
  };

  /// Handles a node. @return the node to go on with: the next, or one past a skipped element.
  NodeIndex visit(NodeIndex i) {
    const Node& node = document_.nodes[i];
    switch (node.tag) {
      case Tag::Text:
        add_text(i);
        return i + 1;
      case Tag::Br:
        add_break();
        return i + 1;
      case Tag::Head:
      case Tag::Title:
      case Tag::Skipped:
      case Tag::Button:
        return node.end;
      case Tag::A:
        link_end_ = std::max(link_end_, document_.has_attribute(i, Attribute::Href) ? node.end : 0);
        return i + 1;
      case Tag::Q:
        quoted_.push_back({.end = node.end});
        return i + 1;
      case Tag::Cite:
        if (is_source_below(i)) flush();
        return i + 1;
      default:
        if (is_block(node.tag)) enter(i);
        return i + 1;
    }
  }

  /// Whether a <cite> ends the paragraph of a block quotation behind its last sentence. Then it is
  /// a line of its own, unlike a <cite> around a title that the sentence names.
  bool is_source_below(NodeIndex cite) const {
    if (open_.back().kind != BlockKind::Quote || !ends_like_sentence(block_.text)) return false;
    const NodeIndex end = document_.nodes[cite].end;
    for (NodeIndex i = end; i < open_.back().end; ++i) {
      const Node& node = document_.nodes[i];
      if (node.tag != Tag::Text || !is_blank(document_.text_of(node))) return false;
    }
    return true;
  }

  /// Adds the opening marks of each <q> that begins with `raw`: double for the outermost, single
  /// within. Returns `raw` without its leading space then.
  std::string_view open_quoted(std::string_view raw) {
    if (quoted_.empty() || quoted_.back().marked || quoted_.back().has_marks) return raw;
    const std::size_t first = raw.find_first_not_of(" \t\r\n");
    raw.remove_prefix(std::min(first, raw.size()));
    for (Quoted& quoted : quoted_) {
      if (quoted.marked || quoted.has_marks) continue;
      quoted.has_marks = starts_with_quotation_mark(raw);
      if (quoted.has_marks) continue;
      quoted.marked = true;
      block_.text.append(&quoted == &quoted_.front() ? "\u201C" : "\u2018");
    }
    return raw;
  }

  /// Adds the closing mark of a <q> whose opening mark is in this block.
  void close_quoted(Quoted& quoted) {
    if (!quoted.marked) return;
    while (!block_.text.empty() && is_space(block_.text.back())) block_.text.pop_back();
    block_.text.append(&quoted == &quoted_.front() ? "\u201D" : "\u2019");
    quoted.marked = false;
  }

  void leave_quoted() {
    close_quoted(quoted_.back());
    quoted_.pop_back();
  }

  /// Opens a block-level element. The caption of a quotation's figure names the source, so it
  /// counts as part of the quotation.
  void enter(NodeIndex i) {
    flush();
    const Node& node = document_.nodes[i];
    const bool names_source = node.tag == Tag::Figcaption && quote_of_caption(document_, i) != 0;
    const BlockKind kind = names_source ? BlockKind::Quote : kind_in(node.tag);
    open_.push_back({i, node.end, kind, node.tag == Tag::P});
  }

  void leave() {
    flush();
    open_.pop_back();
  }

  /// The kind of text directly in `tag`; elements without a meaning of their own pass on the kind
  /// around them.
  BlockKind kind_in(Tag tag) const {
    const BlockKind outer = open_.back().kind;
    if (is_heading(tag)) return BlockKind::Heading;
    switch (tag) {
      case Tag::Figure:
      case Tag::Figcaption:
      case Tag::Caption:
        return BlockKind::Caption;
      case Tag::Blockquote:
        return BlockKind::Quote;
      case Tag::Li:
      case Tag::Dd:
      case Tag::Dt:
        return BlockKind::ListItem;
      case Tag::Td:
        return BlockKind::Cell;
      case Tag::Pre:
        return BlockKind::Pre;
      default:
        return outer;
    }
  }

  /// Adds a run of text. In a <pre>, empty lines end paragraphs, while single line breaks are where
  /// the width was.
  void add_text(NodeIndex i) {
    std::string_view raw = document_.text_of(document_.nodes[i]);
    while (open_.back().kind == BlockKind::Pre) {
      const EmptyLine gap = find_empty_line(raw);
      if (gap.begin == std::string_view::npos) break;
      add_run(i, raw.substr(0, gap.begin));
      flush();
      raw.remove_prefix(gap.end);
    }
    add_run(i, raw);
  }

  /// Adds text to the block, and counts its letters after collapsing white space.
  void add_run(NodeIndex i, std::string_view raw) {
    const Node& node = document_.nodes[i];
    if (is_blank(raw)) {
      if (!block_.text.empty()) append_collapsed(" ", block_.text);
      return;
    }
    if (block_.text.empty()) {
      block_.node = node.parent;
      block_.first_text = i;
    } else {
      block_.node = document_.common_ancestor(block_.node, node.parent);
    }
    breaks_ = 0;
    const std::size_t before = block_.text.size();
    append_collapsed(open_quoted(raw), block_.text);
    const std::uint32_t letters = count_letters(std::string_view(block_.text).substr(before));
    block_.letters += letters;
    if (i < link_end_) block_.linked_letters += letters;
  }

  /// <br>: one is a line break in the block, two in a row end it.
  void add_break() {
    if (block_.text.empty()) return;
    if (++breaks_ >= 2) {
      flush();
      return;
    }
    while (!block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
    if (!block_.text.empty() && block_.text.back() != '\n') block_.text.push_back('\n');
  }

  /// Ends the block, if it has text. A <q> that is still open is closed in this block and opened
  /// again in the next.
  void flush() {
    for (std::size_t i = quoted_.size(); i-- > 0;) close_quoted(quoted_[i]);
    while (!block_.text.empty() && is_space(block_.text.back())) block_.text.pop_back();
    breaks_ = 0;
    if (!block_.text.empty()) {
      block_.kind = open_.back().kind;
      block_.is_p = open_.back().is_p;
      block_.container = open_.back().node;
      block_.words = count_words(block_.text);
      block_.ends_sentence = ends_like_sentence(block_.text);
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
  }

  const Document& document_;
  std::vector<TextBlock> blocks_;
  std::vector<Open> open_;
  std::vector<Quoted> quoted_;  // the <q> that are open, the outermost first
  TextBlock block_;
  NodeIndex link_end_ = 0;  // text before this node is inside a link
  int breaks_ = 0;          // <br> since the last text
};

}  // namespace

std::vector<TextBlock> split_into_blocks(const Document& document) {
  return Splitter(document).run();
}

void split_lines(std::vector<TextBlock>& blocks, std::size_t i) {
  const TextBlock whole = blocks[i];
  std::vector<TextBlock> lines;
  for (std::string_view rest = whole.text; !rest.empty();) {
    const std::string_view text = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(text.size() + 1, rest.size()));
    TextBlock line = whole;
    line.text = text;
    line.words = count_words(text);
    line.letters = count_letters(text);
    line.linked_letters = static_cast<std::uint32_t>(line.letters * whole.link_share());
    line.ends_sentence = ends_like_sentence(text);
    lines.push_back(std::move(line));
  }
  const auto place = blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
  blocks.insert(place, lines.begin(), lines.end());
}

bool is_teaser_summary(const Document& document, const std::vector<TextBlock>& blocks,
                       std::size_t i) {
  constexpr double kLinked = 0.8;
  if (i == 0 || blocks[i - 1].container == 0 || blocks[i - 1].kind != BlockKind::Heading ||
      blocks[i - 1].link_share() <= kLinked) {
    return false;
  }
  // The summary is a child of the element around both; the heading may be deeper by a link around
  // it, or around the whole teaser, but not in a list of its own.
  const NodeIndex shared = document.common_ancestor(blocks[i - 1].container, blocks[i].container);
  return document.nodes[blocks[i].container].parent == shared &&
         document.nodes[document.nodes[blocks[i - 1].container].parent].tag != Tag::Li;
}

}  // namespace pullquote::html

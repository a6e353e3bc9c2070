// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/markup_cutter.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "indexer/decoding/markup_scanner.h"

namespace pullquote {
namespace {

/// More than the head of any feed; what stands beyond is not looked at.
constexpr std::size_t kMaxContextBytes = 256 * 1024;

constexpr std::array<std::string_view, 1> kFeedItems{"item"};
constexpr std::array<std::string_view, 1> kAtomEntries{"entry"};
constexpr std::array<std::string_view, 6> kG2Items{"newsItem",    "packageItem",  "conceptItem",
                                                   "catalogItem", "planningItem", "knowledgeItem"};
constexpr std::array<std::string_view, 1> kNewsMlItems{"NewsItem"};
constexpr std::array<std::string_view, 1> kNitfDocuments{"nitf"};
constexpr std::array<std::string_view, 3> kSgmlDocuments{"doc", "reuters", "newsitem"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

const char* what_is_missing(RecordLayout layout) {
  switch (layout) {
    case RecordLayout::RssItems:
    case RecordLayout::AtomEntries:
      return "feed without items";
    case RecordLayout::SgmlDocuments:
      return "collection without documents";
    default:
      return "message without news items";
  }
}

/// Elements of HTML that are never closed, where it stands in a feed as it is.
bool is_void(std::string_view name) {
  return name == "br" || name == "hr" || name == "img" || name == "BR" || name == "IMG";
}

/// The parser compares each attribute of an element with all others.
bool has_too_many_attributes(std::string_view text, const MarkupToken& tag) {
  constexpr std::size_t kMost = 1000;
  if (tag.end - tag.begin < kMost * 4) return false;
  std::string_view rest = attributes_of(text, tag);
  std::string_view name;
  std::string_view value;
  std::size_t count = 0;
  while (count <= kMost && next_attribute(rest, name, value)) ++count;
  return count > kMost;
}

/// The token at `at`, with as much of the stream as it takes, up to `limit` bytes of window.
/// Incomplete at the end of the stream or at the limit.
MarkupToken token_at(ByteWindow& window, std::size_t at, std::size_t limit) {
  for (;;) {
    const MarkupToken token = next_markup(window.view(), at);
    const bool may_go_on = !token.is_complete || token.end == window.size();
    if (!may_go_on || window.size() > limit || !window.fill()) return token;
  }
}

/// The reason for a rejection.
const char* ends_in_the_middle(RecordLayout layout) {
  return layout == RecordLayout::SgmlDocuments ? "SGML ends in the middle"
                                               : "XML ends in the middle";
}

}  // namespace

bool MarkupCutter::is_record(std::string_view name) const {
  name = local_name(name);
  switch (layout_) {
    case RecordLayout::RssItems:
      return contains(kFeedItems, name);
    case RecordLayout::AtomEntries:
      return contains(kAtomEntries, name);
    case RecordLayout::G2Items:
      return contains(kG2Items, name);
    case RecordLayout::NewsMlItems:
      return contains(kNewsMlItems, name);
    case RecordLayout::NitfDocuments:
      return contains(kNitfDocuments, name);
    default:
      return std::any_of(kSgmlDocuments.begin(), kSgmlDocuments.end(),
                         [&](std::string_view known) { return equal_ignoring_case(known, name); });
  }
}

bool MarkupCutter::same_name(std::string_view a, std::string_view b) const {
  return layout_ == RecordLayout::SgmlDocuments ? equal_ignoring_case(a, b) : a == b;
}

/// Moves the window to the next record's start tag; false when there is none.
bool MarkupCutter::find_start(ByteWindow& window) {
  const std::size_t limit = static_cast<std::size_t>(limits_.record_bytes);
  while (window.need(1)) {
    const MarkupToken token = token_at(window, 0, limit);
    const bool is_tag = token.kind == MarkupKind::StartTag || token.kind == MarkupKind::EmptyTag;
    if (is_tag && token.is_complete && is_record(token.name)) {
      name_ = token.name;
      if (std::exchange(keeps_context_, false)) {
        context_ = std::make_shared<const std::string>(std::exchange(kept_, {}));
      }
      return true;
    }
    ends_in_token_ = !token.is_complete;
    note_root(token);
    const std::string_view bytes = window.view().substr(0, token.end);
    if (bytes.starts_with("<?xml ") && found_any_) {  // another document in the same file
      keeps_context_ = true;
      kept_.clear();
    }
    if (keeps_context_ && kept_.size() + bytes.size() <= kMaxContextBytes) kept_ += bytes;
    window.drop(std::max<std::size_t>(token.end, 1));
  }
  return false;
}

/// Follows the element that holds the records of an XML document.
void MarkupCutter::note_root(const MarkupToken& token) {
  if (layout_ == RecordLayout::SgmlDocuments || !token.is_complete) return;
  if (token.kind == MarkupKind::StartTag && !is_root_open_) {
    root_ = token.name;
    is_root_open_ = true;
  } else if (token.kind == MarkupKind::EndTag && token.name == root_) {
    is_root_open_ = false;
  }
}

std::optional<CutPiece> MarkupCutter::next(ByteWindow& window) {
  if (find_start(window)) {
    found_any_ = true;
    return cut(window);
  }
  return end(window);
}

/// What the end of the stream says about the document, whose records have all been cut.
std::optional<CutPiece> MarkupCutter::end(const ByteWindow& window) {
  if (window.stream().failure()) return std::nullopt;
  if (is_root_open_) {
    return CutFailure{"XML ends in the middle", "<" + root_ + "> is not closed", window.offset(),
                      true};
  }
  if (ends_in_token_)
    return CutFailure{ends_in_the_middle(layout_), "within a tag", window.offset(), true};
  if (found_any_ || std::exchange(reported_none_, true)) return std::nullopt;
  return CutFailure{what_is_missing(layout_), {}, 0, true};
}

/// The element at the window's start.
std::optional<CutPiece> MarkupCutter::cut(ByteWindow& window) {
  const std::uint64_t offset = window.offset();
  const bool counts_depth = layout_ != RecordLayout::SgmlDocuments;
  const std::size_t limit = static_cast<std::size_t>(limits_.record_bytes);
  std::size_t at = 0;
  std::size_t open = 0;   // elements of the record's name
  std::size_t depth = 0;  // elements of any name
  while (window.need(at + 1)) {
    const MarkupToken token = token_at(window, at, limit);
    if (token.end > limit) return skip(window, at, open, too_large(offset, limits_));
    if (!token.is_complete) break;
    at = token.end;
    const bool is_same = same_name(token.name, name_);
    if (token.kind == MarkupKind::StartTag) {
      open += is_same ? 1 : 0;
      if (!is_void(token.name)) ++depth;
      if (counts_depth && depth > limits_.nesting_depth) {
        return skip(window, at, open, {"nested too deeply", {}, offset, false});
      }
      if (counts_depth && has_too_many_attributes(window.view(), token)) {
        return skip(window, at, open, {"too many attributes", {}, offset, false});
      }
    } else if (token.kind == MarkupKind::EndTag) {
      depth -= depth > 0 ? 1 : 0;
      open -= is_same && open > 0 ? 1 : 0;
    }
    if (open == 0) return CutRecord{window.take(at), offset};
  }
  if (window.stream().failure()) return std::nullopt;
  return CutFailure{ends_in_the_middle(layout_), "<" + name_ + "> is not closed", offset, true};
}

/// Drops a record to its end, of which `scanned` bytes are known and `open` elements are open.
CutPiece MarkupCutter::skip(ByteWindow& window, std::size_t scanned, std::size_t open,
                            CutFailure failure) {
  window.drop(scanned);
  open = std::max<std::size_t>(open, 1);
  while (open > 0 && window.need(1)) {
    const MarkupToken token = token_at(window, 0, 1 << 20);
    if (token.is_complete && same_name(token.name, name_)) {
      if (token.kind == MarkupKind::StartTag) ++open;
      if (token.kind == MarkupKind::EndTag) --open;
    }
    // A section beyond the window is passed over piece by piece, with room for its closing mark.
    const std::size_t rest = window.size() > 16 && !token.is_complete ? 16 : 0;
    window.drop(std::max<std::size_t>(token.end - rest, 1));
  }
  return failure;
}

}  // namespace pullquote

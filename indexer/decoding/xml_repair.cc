// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/decoding/xml_repair.h"

#include <algorithm>
#include <vector>

#include "indexer/decoding/html_fragment.h"
#include "indexer/decoding/markup_scanner.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

/// The parser refuses what is half as deep.
constexpr std::size_t kDeepest = 512;
/// An element of more attributes has none behind these.
constexpr std::size_t kMostAttributes = 256;

/// A character that XML 1.0 allows.
bool is_allowed(std::int32_t c) {
  return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

/// Elements of HTML that are never closed. (RSS has others of their names: "link".)
bool is_void(std::string_view name) {
  return name == "br" || name == "BR" || name == "hr" || name == "img" || name == "IMG";
}

/// Text of an element or attribute: entities are decoded as HTML's, then the rest is escaped.
void append_escaped(std::string& out, std::string_view text) {
  const std::string decoded = decode_entities(text);
  for (std::size_t at = 0; at < decoded.size();) {
    const std::size_t start = at;
    const std::int32_t c = next_code_point(decoded, at);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (c != kIllFormed && is_allowed(c)) out.append(decoded, start, at - start);
    }
  }
}

class Repair {
 public:
  explicit Repair(std::string_view xml) : xml_(xml) { out_.reserve(xml.size() + 64); }

  std::string run() {
    for (std::size_t at = 0; at < xml_.size() && open_.size() < kDeepest;) {
      const MarkupToken token = next_markup(xml_, at);
      take(token);
      at = token.end;
    }
    while (!open_.empty()) close_last();
    return std::move(out_);
  }

 private:
  void take(const MarkupToken& token) {
    const std::string_view bytes = xml_.substr(token.begin, token.end - token.begin);
    switch (token.kind) {
      case MarkupKind::Text:
        if (!open_.empty()) append_escaped(out_, bytes);
        break;
      case MarkupKind::CData:
        if (!open_.empty())
          append_section(bytes.substr(9, bytes.size() - 9 - (token.is_complete ? 3 : 0)));
        break;
      case MarkupKind::StartTag:
      case MarkupKind::EmptyTag:
        start_tag(token);
        break;
      case MarkupKind::EndTag:
        end_tag(token.name);
        break;
      default:
        break;
    }
  }

  /// Nothing is decoded in a section.
  void append_section(std::string_view text) {
    for (char c : text) {
      if (c == '&') {
        out_ += "&amp;";
      } else if (c == '<') {
        out_ += "&lt;";
      } else if (c == '>') {
        out_ += "&gt;";
      } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
        out_ += c;
      }
    }
  }

  void start_tag(const MarkupToken& token) {
    if (open_.empty() && has_root_) return;  // a second root has no place in a tree
    has_root_ = true;
    out_.append("<").append(token.name);
    std::string_view rest = attributes_of(xml_, token);
    std::string_view name;
    std::string_view value;
    std::vector<std::string_view> names;
    while (names.size() < kMostAttributes && next_attribute(rest, name, value)) {
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      names.push_back(name);
      out_.append(" ").append(name).append("=\"");
      append_escaped(out_, value);
      out_ += '"';
    }
    if (token.kind == MarkupKind::EmptyTag || is_void(token.name)) {
      out_ += "/>";
    } else {
      out_ += '>';
      open_.push_back(token.name);
    }
  }

  /// Closes what was left open within; an end without a start is dropped.
  void end_tag(std::string_view name) {
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found == open_.rend()) return;
    for (auto inner = found - open_.rbegin(); inner >= 0; --inner) close_last();
  }

  void close_last() {
    out_.append("</").append(open_.back()).append(">");
    open_.pop_back();
  }

  std::string_view xml_;
  std::string out_;
  std::vector<std::string_view> open_;
  bool has_root_ = false;
};

}  // namespace

std::string repair_xml(std::string_view xml) {
  return Repair(xml).run();
}

}  // namespace pullquote

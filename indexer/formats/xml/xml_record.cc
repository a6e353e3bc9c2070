// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/xml/xml_record.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/decoding/charset.h"
#include "indexer/decoding/markup_scanner.h"

namespace pullquote {
namespace {

/// Elements deeper than that are no envelope.
constexpr std::size_t kMaxOpen = 32;

/// The start tags that `text` leaves open, in order.
std::vector<std::string_view> open_tags(std::string_view text) {
  struct Open {
    std::string_view name;
    std::string_view tag;
  };
  std::vector<Open> open;
  for (std::size_t at = 0; at < text.size();) {
    const MarkupToken token = next_markup(text, at);
    at = token.end;
    if (!token.is_complete) break;
    if (token.kind == MarkupKind::StartTag) {
      open.push_back({token.name, text.substr(token.begin, token.end - token.begin)});
    } else if (token.kind == MarkupKind::EndTag) {
      const auto found = std::find_if(open.rbegin(), open.rend(),
                                      [&](const Open& each) { return each.name == token.name; });
      if (found != open.rend()) open.erase(std::next(found).base(), open.end());
    }
  }
  std::vector<std::string_view> tags;
  for (const Open& each : open) tags.push_back(each.tag);
  if (tags.size() > kMaxOpen) tags.resize(kMaxOpen);
  return tags;
}

/// Without declarations, so that no DTD ever reaches the parser.
std::string without_prolog(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const MarkupToken token = next_markup(text, at);
    at = token.end;
    const bool is_content = token.kind == MarkupKind::StartTag ||
                            token.kind == MarkupKind::EmptyTag ||
                            token.kind == MarkupKind::EndTag || token.kind == MarkupKind::CData ||
                            token.kind == MarkupKind::Text;
    if (is_content && token.is_complete) out += text.substr(token.begin, token.end - token.begin);
  }
  return out;
}

/// The element that the context's tags were put around.
XmlElement descend(XmlElement root, std::size_t levels) {
  while (levels > 0 && root) {
    root = root.first_child();
    --levels;
  }
  return root;
}

}  // namespace

std::variant<XmlRecordParser::Record, std::string> XmlRecordParser::parse(const RawRecord& record) {
  read_context(record);
  const std::string body = decode_text(record.bytes, record.charset).text;
  const std::vector<std::string_view> tags = open_tags(context_.start_tags);
  std::string xml = context_.start_tags + body;
  for (auto tag = tags.rbegin(); tag != tags.rend(); ++tag) {
    xml.append("</").append(next_markup(*tag, 0).name).append(">");
  }
  auto parsed = XmlTree::parse(xml);
  if (auto* message = std::get_if<std::string>(&parsed)) return std::move(*message);
  auto& tree = std::get<XmlTree>(parsed);
  const XmlElement element = descend(tree.root(), tags.size());
  if (!element) return std::string("no element");
  return Record{std::move(tree), element, context_};
}

void XmlRecordParser::read_context(const RawRecord& record) {
  if (record.context == bytes_) return;
  bytes_ = record.context;
  context_ = {};
  if (!bytes_) return;
  const std::string text = without_prolog(decode_text(*bytes_, record.charset).text);
  for (std::string_view tag : open_tags(text)) context_.start_tags += tag;
  // Its last elements are open, which the parser refuses and the repair closes.
  auto parsed = XmlTree::parse(text);
  if (auto* tree = std::get_if<XmlTree>(&parsed)) context_.tree.emplace(std::move(*tree));
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/decoding/markup_scanner.h"

#include <algorithm>

#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

using Kind = MarkupKind;
constexpr std::size_t kNone = std::string_view::npos;

bool is_letter(char c) {
  return is_ascii_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_character(char c) {
  return is_letter(c) || is_ascii_digit(c) || c == '-' || c == '.' || c == ':';
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// True when markup may begin with the '<' at `at`; at the end of the text it may.
bool begins_markup(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return true;
  const char c = text[at + 1];
  if (c == '/') return at + 2 >= text.size() || is_letter(text[at + 2]);
  return is_letter(c) || c == '!' || c == '?';
}

MarkupToken until(std::string_view text, std::size_t at, Kind kind, std::string_view close,
                  std::size_t opening) {
  MarkupToken token{kind, at, text.size(), {}, false};
  const std::size_t end = text.find(close, std::min(at + opening, text.size()));
  if (end == kNone) return token;
  token.end = end + close.size();
  token.is_complete = true;
  return token;
}

/// "<!DOCTYPE a [ <!ENTITY b "c"> ]>"
MarkupToken declaration(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '[') ++depth;
    if (c == ']' && depth > 0) --depth;
    if (c == '>' && depth == 0) return {Kind::Declaration, at, i + 1, {}, true};
  }
  return {Kind::Declaration, at, text.size(), {}, false};
}

MarkupToken tag(std::string_view text, std::size_t at) {
  MarkupToken token{Kind::StartTag, at, text.size(), {}, false};
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') {
    token.kind = Kind::EndTag;
    ++i;
  }
  const std::size_t name = i;
  while (i < text.size() && is_name_character(text[i])) ++i;
  token.name = text.substr(name, i - name);
  char quote = 0;
  std::size_t first_close = kNone;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '>' && first_close == kNone) first_close = i;
    if (c == '<') {  // values have none: a quote was never closed, or the tag was not
      token.end = first_close == kNone ? i : first_close + 1;
      token.is_complete = true;
      break;
    }
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      token.end = i + 1;
      token.is_complete = true;
      break;
    } else if ((c == '"' || c == '\'') && i > 0 && (text[i - 1] == '=' || is_space(text[i - 1]))) {
      quote = c;  // elsewhere than behind '=' it is a stray one
    }
  }
  const bool closes_itself = token.end >= 2 && text.substr(token.end - 2, 2) == "/>";
  if (token.kind == Kind::StartTag && closes_itself) token.kind = Kind::EmptyTag;
  return token;
}

}  // namespace

MarkupToken next_markup(std::string_view text, std::size_t at) {
  if (text[at] != '<' || !begins_markup(text, at)) {
    std::size_t end = text.find('<', at + 1);
    while (end != kNone && !begins_markup(text, end)) end = text.find('<', end + 1);
    return {Kind::Text, at, end == kNone ? text.size() : end, {}, true};
  }
  const std::string_view rest = text.substr(at, 9);
  if (rest.starts_with("<!--")) return until(text, at, Kind::Comment, "-->", 4);
  if (rest.starts_with("<![CDATA[")) return until(text, at, Kind::CData, "]]>", 9);
  if (rest.starts_with("<?")) return until(text, at, Kind::Instruction, "?>", 2);
  // Too little to tell a comment from a section or a declaration.
  for (std::string_view longer : {"<!--", "<![CDATA["}) {
    if (longer.starts_with(rest)) return {Kind::Text, at, text.size(), {}, false};
  }
  if (rest.starts_with("<!")) return declaration(text, at);
  return tag(text, at);
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == kNone ? name : name.substr(colon + 1);
}

std::string_view attributes_of(std::string_view text, const MarkupToken& tag) {
  const auto name_end = static_cast<std::size_t>(tag.name.data() + tag.name.size() - text.data());
  std::size_t end = tag.end;
  if (end > name_end && text[end - 1] == '>') --end;
  if (tag.kind == Kind::EmptyTag && end > name_end && text[end - 1] == '/') --end;
  return text.substr(name_end, end - name_end);
}

bool next_attribute(std::string_view& rest, std::string_view& name, std::string_view& value) {
  std::size_t i = 0;
  while (i < rest.size() && !is_letter(rest[i])) ++i;
  const std::size_t start = i;
  while (i < rest.size() && is_name_character(rest[i])) ++i;
  name = rest.substr(start, i - start);
  value = {};
  if (name.empty()) return false;
  while (i < rest.size() && is_space(rest[i])) ++i;
  if (i == rest.size() || rest[i] != '=') {
    rest.remove_prefix(i);
    return true;
  }
  ++i;
  while (i < rest.size() && is_space(rest[i])) ++i;
  std::size_t end = i;
  if (i < rest.size() && (rest[i] == '"' || rest[i] == '\'')) {
    end = std::min(rest.find(rest[i], i + 1), rest.size());
    value = rest.substr(i + 1, end - i - 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return true;
  }
  while (end < rest.size() && !is_space(rest[end])) ++end;
  value = rest.substr(i, end - i);
  rest.remove_prefix(end);
  return true;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Tags, comments and sections of XML and SGML, one after another, without a parser: what cutting
/// records out of a stream and mending broken markup have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pullquote {

enum class MarkupKind : std::uint8_t {
  Text,
  StartTag,
  EmptyTag,  ///< "<br/>"
  EndTag,
  Comment,
  CData,
  Instruction,  ///< "<?xml ... ?>"
  Declaration,  ///< "<!DOCTYPE ...>" with its internal subset
};

struct MarkupToken {
  MarkupKind kind = MarkupKind::Text;
  std::size_t begin = 0;
  std::size_t end = 0;      ///< one past it
  std::string_view name;    ///< of a tag, with its prefix; a view into the text
  bool is_complete = true;  ///< false: the text ends within the token
};

/// The token at `at` < text.size(). A '<' that begins no markup belongs to the text around it. A
/// tag whose quote is never closed ends at its first '>', else before the next '<'.
MarkupToken next_markup(std::string_view text, std::size_t at);

/// "media:title" -> "title".
std::string_view local_name(std::string_view name);

/// The attributes of a tag, one a call; false at the end. `rest` is the tag's inside behind its
/// name. Values are as written, entities and all; without a value it is empty.
bool next_attribute(std::string_view& rest, std::string_view& name, std::string_view& value);

/// The inside of a start tag behind its name: what next_attribute() walks.
std::string_view attributes_of(std::string_view text, const MarkupToken& tag);

}  // namespace pullquote

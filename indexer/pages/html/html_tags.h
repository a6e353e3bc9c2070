// SPDX-License-Identifier: GPL-3.0-or-later
/// The HTML elements that extraction tells apart, and how a browser lays them out by default.
///
/// Other elements are one of two kinds, Inline and Block; unknown ones are Inline, as in the HTML
/// standard. All functions are pure and thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

namespace pullquote::html {

/// Elements with a meaning of their own here. is_heading() relies on the order of H1 to H6.
enum class Tag : std::uint8_t {
  Root,
  Text,    ///< no element: a run of character data
  Inline,  ///< any other element that flows within a line ("span", "b", unknown ones)
  Block,   ///< any other element that stands on lines of its own ("div", "center")
  A,
  Address,
  Article,
  Aside,
  Blockquote,
  Body,
  Br,
  Button,
  Caption,
  Cite,
  Dd,
  Dt,
  Figcaption,
  Figure,
  Footer,
  Form,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Head,
  Header,
  Hr,
  Html,
  Img,
  Label,
  Li,
  Link,
  List,  ///< ul, ol, dl, menu, dir
  Main,
  Meta,
  Nav,
  P,
  Pre,
  Q,
  Section,
  Skipped,  ///< never shown as text: script, style, noscript, template, select, ...
  Sup,
  Table,
  Td,  ///< and th
  Time,
  Title,
  Tr,
};

/// The tag of an element name in lower case; Inline for unknown names.
Tag tag_of(std::string_view name);

/// Whether the element starts and ends a line of its own, by a browser's default style sheet.
constexpr bool is_block(Tag tag) {
  switch (tag) {
    case Tag::Text:
    case Tag::Inline:
    case Tag::A:
    case Tag::Br:
    case Tag::Button:
    case Tag::Cite:
    case Tag::Img:
    case Tag::Label:
    case Tag::Link:
    case Tag::Meta:
    case Tag::Q:
    case Tag::Skipped:
    case Tag::Sup:
    case Tag::Time:
      return false;
    default:
      return true;
  }
}

/// Whether the element is one of <h1> to <h6>.
constexpr bool is_heading(Tag tag) {
  return tag >= Tag::H1 && tag <= Tag::H6;
}

}  // namespace pullquote::html

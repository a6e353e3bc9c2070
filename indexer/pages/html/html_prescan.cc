// SPDX-License-Identifier: GPL-3.0-or-later
/// A tokeniser after the HTML standard (13.2.5), reduced to what decides where tags begin and end:
/// tag names, attributes with their quotation marks, comments, and the raw text of script and
/// style. Tags are written out again with the attributes in enum Attribute, each once and closed by
/// a mark that its value doesn't have; a '<' that starts nothing becomes "&lt;". The text of
/// <title> and <textarea> isn't special: tags in it stay tags.
///
/// The pass is linear even for hostile pages. What closes a construct ("-->", '>', a quotation
/// mark) is searched for in vain once only, because if it doesn't follow here it doesn't follow
/// further down.
#include "indexer/pages/html/html_prescan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"
#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kLongestValue = 4096;  // bytes kept of an attribute; titles are far shorter

/// Whether the byte begins the name of a tag.
bool starts_name(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
/// Whether the byte ends the name of a tag or attribute.
bool ends_name(char c) {
  return is_space(c) || c == '/' || c == '>';
}

/// The pass over one page; used once.
class Prescan {
 public:
  explicit Prescan(std::string_view page) : page_(page) { result_.markup.reserve(page.size() / 2); }

  PrescannedPage run() {
    std::size_t i = 0;
    while (i < page_.size()) {
      const std::size_t tag = std::min(page_.find('<', i), page_.size());
      append(page_.substr(i, tag - i));
      i = tag < page_.size() ? markup_at(tag) : tag;
    }
    return std::move(result_);
  }

 private:
  /// Handles the '<' at byte `at`. @return the byte to go on with.
  std::size_t markup_at(std::size_t at) {
    const std::string_view rest = page_.substr(at, 4);
    const char next = rest.size() > 1 ? rest[1] : ' ';
    if (starts_name(next)) return start_tag(at);
    if (next == '/' && rest.size() > 2 && starts_name(rest[2])) return end_tag(at);
    if (rest == "<!--") {
      if (const std::size_t end = end_of_comment(at); end != kNone) return end;
    }
    if ((next == '!' || next == '?') && declarations_end_) {
      const std::size_t end = page_.find('>', at);
      if (end != kNone) return end + 1;
      declarations_end_ = false;
    }
    result_.markup.append("&lt;");
    return at + 1;
  }

  /// One past "-->"; npos when the comment never ends.
  std::size_t end_of_comment(std::size_t at) {
    if (comments_end_) {
      const std::size_t end = page_.find("-->", at + 2);  // "<!-->" is an empty comment
      if (end != kNone) return end + 3;
      comments_end_ = false;
    }
    return kNone;
  }

  /// Copies a start tag with the attributes that are kept. Script and style are handed to
  /// raw_element().
  std::size_t start_tag(std::size_t at) {
    std::size_t i = at + 1;
    while (i < page_.size() && !ends_name(page_[i])) ++i;
    const std::string_view name = page_.substr(at + 1, i - at - 1);
    const bool is_script = equals_ignoring_case(name, "script");
    if (is_script || equals_ignoring_case(name, "style")) return raw_element(i, is_script);
    result_.markup.push_back('<');
    append(cut_utf8(name, kLongestValue));
    kept_ = 0;
    i = attributes(i, [this](std::string_view key, std::string_view value) { keep(key, value); });
    result_.markup.push_back('>');
    return i;
  }

  /// Copies an end tag without whatever stands behind its name.
  std::size_t end_tag(std::size_t at) {
    const std::size_t end = std::min(page_.find('>', at), page_.size());
    std::size_t i = at + 2;
    while (i < end && !ends_name(page_[i])) ++i;
    append(cut_utf8(page_.substr(at, i - at), kLongestValue));
    result_.markup.push_back('>');
    return std::min(end + 1, page_.size());
  }

  /// Skips a script or style whose attributes begin at byte `i`; JSON-LD is set aside.
  std::size_t raw_element(std::size_t i, bool is_script) {
    bool is_json_ld = false;
    i = attributes(i, [&](std::string_view key, std::string_view value) {
      if (!equals_ignoring_case(key, "type")) return;
      is_json_ld = find_ignoring_case(value.substr(0, 64), "ld+json") != kNone;
    });
    const std::size_t end = find_end_tag(is_script ? "script" : "style", i);
    if (is_script && is_json_ld) result_.json_ld.emplace_back(page_.substr(i, end - i));
    return std::min(page_.find('>', end), page_.size() - 1) + 1;
  }

  /// The byte at which "</name" next stands at or after `from`; the page's end when nowhere.
  std::size_t find_end_tag(std::string_view name, std::size_t from) const {
    for (std::size_t i = page_.find("</", from); i != kNone; i = page_.find("</", i + 2)) {
      if (starts_with_ignoring_case(page_.substr(i + 2, name.size()), name)) return i;
    }
    return page_.size();
  }

  /// Calls `use(key, value)` for each attribute from byte `i` on. @return one past the tag.
  template <class Use>
  std::size_t attributes(std::size_t i, Use&& use) {
    while (i < page_.size() && page_[i] != '>') {
      if (is_space(page_[i]) || page_[i] == '/') {
        ++i;
        continue;
      }
      const std::size_t key = i++;  // a leading '=' is part of the name
      while (i < page_.size() && !ends_name(page_[i]) && page_[i] != '=') ++i;
      const std::string_view name = page_.substr(key, i - key);
      std::size_t value = i;
      while (value < page_.size() && is_space(page_[value])) ++value;
      if (value >= page_.size() || page_[value] != '=') {
        use(name, std::string_view{});
        continue;
      }
      i = value_at(value + 1, name, use);
    }
    return std::min(i + 1, page_.size());
  }

  /// Reads the value behind '='. @return one past it.
  template <class Use>
  std::size_t value_at(std::size_t i, std::string_view name, Use&& use) {
    while (i < page_.size() && is_space(page_[i])) ++i;
    if (i < page_.size() && (page_[i] == '"' || page_[i] == '\'')) {
      const std::size_t end = closing_mark(i);
      if (end != kNone) {
        use(name, page_.substr(i + 1, end - i - 1));
        return end + 1;
      }
      ++i;  // never closed: the value ends as an unquoted one does
    }
    const std::size_t start = i;
    while (i < page_.size() && !is_space(page_[i]) && page_[i] != '>') ++i;
    use(name, page_.substr(start, i - start));
    return i;
  }

  /// The mark that closes the one at byte `i`; npos when none follows.
  std::size_t closing_mark(std::size_t i) {
    bool& follows = page_[i] == '"' ? double_marks_follow_ : single_marks_follow_;
    if (!follows) return kNone;
    const std::size_t end = page_.find(page_[i], i + 1);
    if (end == kNone) follows = false;
    return end;
  }

  /// Copies an attribute if extraction reads it. Of several with one name the first counts, as in
  /// the HTML standard.
  void keep(std::string_view key, std::string_view value) {
    const auto known = attribute_named(key);
    if (!known) return;
    const std::uint32_t bit = 1u << static_cast<unsigned>(*known);
    if ((kept_ & bit) != 0) return;
    kept_ |= bit;
    result_.markup.push_back(' ');
    append(key);
    const char mark = value.find('"') == kNone ? '"' : '\'';
    value = cut_utf8(value, kLongestValue);
    // An unquoted value may hold both marks; the rest behind the second kind is lost.
    value = value.substr(0, value.find(mark));
    result_.markup.push_back('=');
    result_.markup.push_back(mark);
    append(value);
    result_.markup.push_back(mark);
  }

  /// Copies text. NUL, at which the parser would stop, becomes a space.
  void append(std::string_view piece) {
    const std::size_t before = result_.markup.size();
    result_.markup.append(piece);
    if (piece.find('\0') != kNone) {
      std::replace(result_.markup.begin() + static_cast<std::ptrdiff_t>(before),
                   result_.markup.end(), '\0', ' ');
    }
  }

  std::string_view page_;
  PrescannedPage result_;
  std::uint32_t kept_ = 0;  // attributes of the current tag, a bit each
  // Whether the end of such a construct may still follow; false once a search was in vain.
  bool comments_end_ = true;
  bool declarations_end_ = true;
  bool double_marks_follow_ = true;
  bool single_marks_follow_ = true;
};

}  // namespace

PrescannedPage prescan(std::string_view page) {
  return Prescan(page).run();
}

}  // namespace pullquote::html

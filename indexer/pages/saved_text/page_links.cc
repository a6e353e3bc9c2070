// SPDX-License-Identifier: GPL-3.0-or-later
/// Two passes. The first finds the list: the last run of numbered lines that starts at 1 and leads
/// to addresses, with at most four long lines among or below it. The second removes the markers of
/// its numbers from the text above.
///
/// A writer may number sources the same way. So markers count as a browser's only if most stand
/// directly before what they mark ("[1]Home"), while a writer sets them behind a word ("he said
/// [1]."). Invariant: either both the list and its markers go, or nothing does.
#include "indexer/pages/saved_text/page_links.h"

#include <algorithm>
#include <cstddef>

#include "indexer/decoding/paragraphs.h"

namespace pullquote {
namespace {

/// Digits of the longest number; longer ones are no entry.
constexpr std::size_t kMaxDigits = 5;
/// Long lines below the first entry that are neither entries nor addresses.
constexpr std::size_t kMostStrange = 4;
/// Bytes of the longest heading: "References", "Visible links".
constexpr std::size_t kMaxHeading = 24;

/// The number that `text` begins with, 0: none. `digits` becomes its length.
std::size_t leading_number(std::string_view text, std::size_t& digits) {
  std::size_t number = 0;
  for (digits = 0; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    if (digits == kMaxDigits) return 0;
    number = number * 10 + static_cast<std::size_t>(text[digits] - '0');
  }
  return number;
}

/// The number of an entry: 12 for "  12. https://..."; 0: the line is no entry. The entry behind
/// number `before` may lead anywhere ("13. javascript:..."), any other must lead to an address.
std::size_t number_of_entry(std::string_view line, std::size_t before) {
  const std::size_t start = line.find_first_not_of(' ');
  if (start == std::string_view::npos) return 0;
  line.remove_prefix(start);
  std::size_t digits = 0;
  const std::size_t number = leading_number(line, digits);
  if (number == 0 || !line.substr(digits).starts_with(". ")) return 0;
  if (before > 0 && number == before + 1) return number;
  const std::string_view address = line.substr(digits + 2);
  return address.substr(0, address.find(' ')).find(":/") != std::string_view::npos ? number : 0;
}

/// The list of links; count 0: there is none.
struct LinkList {
  std::size_t start = std::string_view::npos;  ///< byte at which its heading begins
  std::size_t count = 0;                       ///< the highest number
  std::size_t strange = 0;  ///< long lines below the first entry that are no entries
};

/// Finds the list that the page ends with. An entry with the number 1 starts anew, so that the last
/// of several lists is found.
LinkList find_list(std::string_view text) {
  LinkList list;
  std::size_t heading = 0;  // where the list would begin: its heading, or the end of a longer line
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t number = number_of_entry(line, list.count);
    if (number == 1) list = {heading, 1, 0};  // the last of several such lists
    if (number > 1 && list.count > 0) list.count = std::max(list.count, number);
    if (number == 0 && line.find_first_not_of(" \r") != std::string_view::npos) {
      const bool is_heading = line.size() <= kMaxHeading;
      heading = is_heading ? at : end;
      // Text that goes on below makes it the writer's own list; an address may stand by itself.
      const bool address = line.substr(0, line.find(' ')).find(":/") != std::string_view::npos;
      if (!is_heading && !address && ++list.strange > kMostStrange) list = {};
    }
    at = end + 1;
  }
  return list;
}

/// The length of the marker "[12]" at byte `at`; 0: there is none, or its number is beyond the
/// list.
std::size_t marker_at(std::string_view text, std::size_t at, std::size_t count) {
  std::size_t digits = 0;
  const std::size_t number = leading_number(text.substr(at + 1), digits);
  const bool closed = at + 1 + digits < text.size() && text[at + 1 + digits] == ']';
  return closed && number >= 1 && number <= count ? digits + 2 : 0;
}

/// Whether most markers stand before what they mark, rather than behind it.
bool is_marked(std::string_view text, std::size_t count) {
  std::size_t before = 0;
  std::size_t after = 0;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const std::size_t length = marker_at(text, at, count);
    if (length == 0 || at + length >= text.size()) continue;
    const char next = text[at + length];
    ++(next == ' ' || next == '\n' || next == '.' || next == ',' ? after : before);
  }
  return before > after;
}

}  // namespace

std::string without_link_list(std::string_view text) {
  const LinkList list = find_list(text);
  if (list.count == 0 || !is_marked(text.substr(0, list.start), list.count)) {
    return std::string(text);
  }
  text = text.substr(0, list.start);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bracket = std::min(text.find('[', at), text.size());
    out.append(text, at, bracket - at);
    at = bracket;
    if (at == text.size()) break;
    const std::size_t length = marker_at(text, at, list.count);
    if (length == 0) out += text[at];
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <algorithm>
#include <iterator>

#include "pullquote/evaluation.h"

namespace pullquote {
namespace {

/// The number of bytes of the control or separator that `text` begins with: of ASCII, C1 (U+0080 to
/// U+009F), U+2028 to U+202E, or U+2066 to U+2069; 0: another character.
std::size_t control_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  if (byte(0) <= 0x20 || byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;
  if (byte(0) != 0xE2) return 0;
  const bool separates = byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE;
  const bool isolates = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
  return separates || isolates ? 3 : 0;
}

}  // namespace

std::string run_file_field(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t control = control_length(text);
    for (const char c : text.substr(0, control)) {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
    if (control == 0) out += text[0];
    text.remove_prefix(std::max<std::size_t>(control, 1));
  }
  return out;
}

std::string to_run_lines(std::string_view query_id, const Ranking& ranking, std::string_view tag) {
  std::string lines;
  const std::string query = run_file_field(query_id);
  const std::string run = run_file_field(tag);
  std::size_t rank = 0;
  for (const auto& [id, score] : ranking) {
    fmt::format_to(std::back_inserter(lines), "{} Q0 {} {} {} {}\n", query, run_file_field(id),
                   ++rank, score, run);
  }
  return lines;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <iterator>

#include "pullquote/evaluation.h"

namespace pullquote {
namespace {

/// Percent-encodes white space and control characters, which would end a field of the run file.
std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) {
      fmt::format_to(std::back_inserter(out), "%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string to_run_lines(std::string_view query_id, const Ranking& ranking, std::string_view tag) {
  std::string lines;
  const std::string query = without_blanks(query_id);
  const std::string run = without_blanks(tag);
  std::size_t rank = 0;
  for (const auto& [id, score] : ranking) {
    fmt::format_to(std::back_inserter(lines), "{} Q0 {} {} {} {}\n", query, without_blanks(id),
                   ++rank, score, run);
  }
  return lines;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/wire_cutter.h"

#include <string_view>
#include <utility>

namespace pullquote {
namespace {

constexpr char kStartOfHeading = '\x01';
constexpr char kEndOfText = '\x03';
constexpr std::string_view kEnds("\x01\x04",
                                 2);  // the next message's start, or end of transmission

}  // namespace

std::optional<CutPiece> WireCutter::next(ByteWindow& window) {
  if (cut_short_) return std::exchange(cut_short_, std::nullopt);
  std::size_t start = window.view().find(kStartOfHeading);
  while (start == std::string_view::npos) {
    window.drop(window.size());
    if (!window.fill()) return std::nullopt;
    start = window.view().find(kStartOfHeading);
  }
  window.drop(start);
  const std::uint64_t offset = window.offset();
  for (std::size_t searched = 1;;) {
    const std::size_t end = window.view().find_first_of(kEnds, searched);
    if (end != std::string_view::npos) return CutRecord{window.take(end), offset};
    searched = window.size();
    if (searched > limits_.record_bytes) {
      window.drop(searched);
      return too_large(offset, limits_);
    }
    if (window.fill()) continue;
    if (window.stream().failure()) return std::nullopt;
    // What is there of the message is read, and what is missing said after it.
    if (window.view().find(kEndOfText) == std::string_view::npos) {
      cut_short_ = CutFailure{"wire message ends in the middle", {}, offset, true};
    }
    return CutRecord{window.take(window.size()), offset};
  }
}

}  // namespace pullquote

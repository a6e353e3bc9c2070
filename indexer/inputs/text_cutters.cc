// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/text_cutters.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace pullquote {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_space);
}

/// Follows a JSON value byte by byte.
class ValueScanner {
 public:
  /// True when `c` was the last byte of the value.
  bool ends_with(char c) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
      }
      return false;
    }
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') ++depth_;
    if (c == '}' || c == ']') return --depth_ == 0;
    return false;
  }

 private:
  std::uint64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace

std::optional<CutPiece> PageCutter::next(ByteWindow& window) {
  if (done_) return std::nullopt;
  done_ = true;
  const bool is_too_large = window.need(limits_.record_bytes + 1);
  if (window.stream().failure()) return std::nullopt;
  if (is_too_large) {
    CutFailure failure = too_large(window.offset(), limits_);
    failure.is_last = true;
    return failure;
  }
  if (is_blank(window.view())) return CutFailure{"empty file", {}, 0, true};
  const std::uint64_t offset = window.offset();
  return CutRecord{window.take(window.size()), offset};
}

std::optional<CutPiece> LineCutter::next(ByteWindow& window) {
  std::size_t searched = 0;
  for (;;) {
    const std::size_t end = window.view().find('\n', searched);
    if (end != std::string_view::npos) {
      CutRecord line{{}, window.offset()};
      line.bytes = window.take(end);
      window.drop(1);
      if (line.bytes.size() > limits_.record_bytes) return too_large(line.offset_bytes, limits_);
      if (!is_blank(line.bytes)) return line;
      searched = 0;
      continue;
    }
    searched = window.size();
    if (searched > limits_.record_bytes) return skip_line(window);
    if (window.fill()) continue;
    // What stands before a failure of the stream is a piece of a line.
    if (window.stream().failure()) return std::nullopt;
    CutRecord line{{}, window.offset()};
    line.bytes = window.take(searched);
    if (is_blank(line.bytes)) return std::nullopt;
    return line;
  }
}

/// Drops the rest of a line that is too long.
CutPiece LineCutter::skip_line(ByteWindow& window) const {
  const std::uint64_t offset = window.offset();
  for (;;) {
    const std::size_t end = window.view().find('\n');
    window.drop(end == std::string_view::npos ? window.size() : end + 1);
    if (end != std::string_view::npos || !window.fill()) return too_large(offset, limits_);
  }
}

std::optional<CutPiece> JsonValueCutter::next(ByteWindow& window) {
  // Between values: the brackets and commas of the arrays around them.
  for (;;) {
    if (window.size() == 0 && !window.fill()) return end(window);
    const char c = window.view().front();
    if (c == '{') break;
    const bool fits = is_space(c) || c == '[' || (open_arrays_ > 0 && (c == ']' || c == ',')) ||
                      (c == ',' && found_any_);
    if (!fits)
      return CutFailure{"invalid JSON", "an object was expected here", window.offset(), true};
    if (c == '[') ++open_arrays_;
    if (c == ']') --open_arrays_;
    window.drop(1);
  }
  found_any_ = true;
  ValueScanner scanner;
  const std::uint64_t offset = window.offset();
  for (std::size_t length = 0;;) {
    for (const std::string_view view = window.view(); length < view.size(); ++length) {
      if (scanner.ends_with(view[length])) return CutRecord{window.take(length + 1), offset};
    }
    if (length > limits_.record_bytes) {
      CutFailure failure = too_large(offset, limits_);
      failure.is_last = true;
      return failure;
    }
    if (window.fill()) continue;
    if (window.stream().failure()) return std::nullopt;
    return CutFailure{"JSON ends in the middle", "an object is not closed", offset, true};
  }
}

/// What the end of the stream says about the values before it.
std::optional<CutPiece> JsonValueCutter::end(const ByteWindow& window) const {
  if (window.stream().failure()) return std::nullopt;
  if (open_arrays_ > 0) {
    return CutFailure{"JSON ends in the middle", "an array is not closed", window.offset(), true};
  }
  return std::nullopt;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/escape.h"

#include <cstdint>
#include <cstdio>

#include "schema/analysis/utf8.h"

namespace pullquote::cli {
namespace {

/// Embeddings, overrides and isolates, which reorder the text behind them. The marks U+200E, U+200F
/// and U+061C are not escaped: Arabic and Hebrew text needs them, and they move only neutral
/// characters beside them.
bool reorders(std::int32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Control characters and the Unicode line and paragraph separators.
bool is_control(std::int32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/// "\x1b" or "\u202e".
std::string escape(std::int32_t c) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, c < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(c));
  return buffer;
}

/// Appends one character, escaped if need be.
/// @param c  negative for ill-formed bytes.
void append_harmless(std::string_view bytes, std::int32_t c, Newlines newlines, std::string& out) {
  if (c == '\n' && newlines == Newlines::Keep) {
    out += '\n';
  } else if (c == '\t' || c == '\n' || c == '\r') {
    out += ' ';
  } else if (c < 0) {
    for (const char byte : bytes) out += escape(static_cast<unsigned char>(byte));
  } else if (is_control(c) || reorders(c)) {
    out += escape(c);
  } else {
    out += bytes;
  }
}

/// Moves spans along while their text is copied.
class SpanMover {
 public:
  explicit SpanMover(std::vector<ByteSpan>& spans) : spans_(spans), from_(spans) {}

  /// Notes that the next character is at byte `before` of the source and at byte `after` of the
  /// result.
  void advance(std::size_t before, std::size_t after) {
    for (; starts_ < from_.size() && from_[starts_].start <= before; ++starts_) {
      spans_[starts_].start = static_cast<std::uint32_t>(after);
    }
    for (; ends_ < from_.size() && from_[ends_].end <= before; ++ends_) {
      spans_[ends_].end = static_cast<std::uint32_t>(after);
    }
  }

 private:
  std::vector<ByteSpan>& spans_;
  const std::vector<ByteSpan> from_;
  std::size_t starts_ = 0;
  std::size_t ends_ = 0;
};

}  // namespace

std::string escape_for_terminal(std::string_view text, std::vector<ByteSpan>& spans,
                                Newlines newlines) {
  SpanMover mover(spans);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    mover.advance(start, out.size());
    const std::int32_t character = next_code_point(text, i);
    append_harmless(text.substr(start, i - start), character, newlines, out);
  }
  mover.advance(static_cast<std::size_t>(-1), out.size());
  return out;
}

std::string escape_for_terminal(std::string_view text, Newlines newlines) {
  std::vector<ByteSpan> none;
  return escape_for_terminal(text, none, newlines);
}

}  // namespace pullquote::cli

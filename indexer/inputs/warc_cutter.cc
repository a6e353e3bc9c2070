// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/warc_cutter.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/decoding/http_message.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxHeaderBytes = 64 * 1024;
constexpr std::string_view kMark = "WARC/";
constexpr std::size_t kNone = std::string_view::npos;

/// Drops the line ends between records; false at the end of the stream.
bool drop_line_ends(ByteWindow& window) {
  while (window.need(1)) {
    const char c = window.view().front();
    if (c != '\r' && c != '\n') return true;
    window.drop(1);
  }
  return false;
}

/// What follows the block at `at` is what should: line ends, then the next record or the end.
bool ends_at(ByteWindow& window, std::size_t at) {
  window.need(at + 4 + kMark.size());
  if (window.size() < at) return false;
  std::string_view rest = window.view().substr(at);
  while (!rest.empty() && (rest.front() == '\r' || rest.front() == '\n')) rest.remove_prefix(1);
  return rest.empty() || rest.starts_with(kMark);
}

/// Where a record header begins on a line of its own behind `from`.
std::size_t find_mark(std::string_view bytes, std::size_t from) {
  for (std::size_t at = bytes.find("\nWARC/", from); at != kNone;
       at = bytes.find("\nWARC/", at + 1)) {
    const std::string_view version = bytes.substr(at + 6, 2);
    if (version == "1." || version == "0.") return at + 1;
  }
  return kNone;
}

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool holds_capture(std::string_view type) {
  return type == "response" || type == "resource" || type == "conversion";
}

}  // namespace

std::optional<CutPiece> WarcCutter::next(ByteWindow& window) {
  while (!done_ && drop_line_ends(window)) {
    const std::uint64_t offset = window.offset();
    window.need(kMark.size());
    if (!window.view().starts_with(kMark)) {
      return resynchronise(window, {"damaged WARC record", "no header here", offset, false});
    }
    window.need(kMaxHeaderBytes);
    const std::size_t header = header_length(window.view().substr(0, kMaxHeaderBytes));
    if (header == 0) {
      window.drop(kMark.size());
      return resynchronise(window,
                           {"damaged WARC record", "its header does not end", offset, false});
    }
    const HeaderFields fields(window.view().substr(0, header));
    const std::string type = ascii_lower(fields.value("warc-type"));
    const auto length = number_of(fields.value("content-length"));
    if (!length) {
      window.drop(header);
      return resynchronise(window, {"damaged WARC record", "no Content-Length", offset, false});
    }
    if (holds_capture(type)) {
      found_any_ = true;
      return capture(window, header, *length);
    }
    // Not held; a length that leads astray is noticed at its end.
    std::uint64_t rest = header + *length;
    while (rest > 0 && window.need(1)) {
      const std::uint64_t size = std::min<std::uint64_t>(rest, window.size());
      window.drop(static_cast<std::size_t>(size));
      rest -= size;
    }
  }
  if (std::exchange(done_, true) || found_any_ || window.stream().failure()) return std::nullopt;
  return CutFailure{"archive without captures", {}, 0, true};
}

std::optional<CutPiece> WarcCutter::capture(ByteWindow& window, std::size_t header,
                                            std::uint64_t length) {
  const std::uint64_t offset = window.offset();
  if (length > limits_.record_bytes) {
    window.drop(header);
    return resynchronise(window, too_large(offset, limits_));
  }
  const std::size_t end = header + static_cast<std::size_t>(length);
  if (ends_at(window, end)) return CutRecord{window.take(end), offset};
  const std::size_t next = find_mark(window.view(), header);
  if (next != kNone) {  // the length lies; the next header does not
    std::size_t block_end = next;
    while (block_end > header &&
           (window.view()[block_end - 1] == '\n' || window.view()[block_end - 1] == '\r')) {
      --block_end;
    }
    CutRecord record{window.take(block_end), offset};
    return record;
  }
  if (window.size() < end) {
    if (window.stream().failure()) return std::nullopt;
    return CutFailure{
        "truncated WARC record",
        "the file ends before its Content-Length of " + std::to_string(length) + " bytes", offset,
        true};
  }
  return CutRecord{window.take(end), offset};  // too short: what is left over is reported next
}

/// Moves on to the next record header.
CutPiece WarcCutter::resynchronise(ByteWindow& window, CutFailure failure) const {
  for (;;) {
    const std::size_t next = find_mark(window.view(), 0);
    if (next != kNone) {
      window.drop(next);
      return failure;
    }
    const std::size_t rest = std::min<std::size_t>(window.size(), 16);
    window.drop(window.size() - rest);
    if (!window.fill()) {
      window.drop(window.size());
      return failure;
    }
  }
}

std::optional<CutPiece> ArcCutter::next(ByteWindow& window) {
  while (drop_line_ends(window)) {
    const std::uint64_t offset = window.offset();
    window.need(kMaxHeaderBytes);
    const std::string_view line = window.view().substr(0, window.view().find('\n'));
    const std::string_view trimmed = line.substr(0, line.find_last_not_of("\r ") + 1);
    const auto length = number_of(trimmed.substr(trimmed.rfind(' ') + 1));
    const std::size_t header = line.size() + 1;
    if (!length || line.find("://") == kNone || line.size() > kMaxHeaderBytes) {
      return CutFailure{"damaged ARC record", "no header here", offset, true};
    }
    if (*length > limits_.record_bytes) {
      CutFailure failure = too_large(offset, limits_);
      failure.is_last = true;
      return failure;
    }
    const std::size_t end = header + static_cast<std::size_t>(*length);
    const bool is_version_block = line.starts_with("filedesc:");
    if (!window.need(end)) {
      if (window.stream().failure()) return std::nullopt;
      return CutFailure{"truncated ARC record", {}, offset, true};
    }
    if (!is_version_block) return CutRecord{window.take(end), offset};
    window.drop(end);
  }
  return std::nullopt;
}

}  // namespace pullquote

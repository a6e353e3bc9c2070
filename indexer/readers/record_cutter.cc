// SPDX-License-Identifier: GPL-3.0-or-later
/// A window over the stream: filled at its end, consumed from its start, moved down when half of it
/// has been consumed.
#include "indexer/readers/record_cutter.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/charset.h"

namespace pullquote {
namespace {

constexpr std::size_t kReadBytes = 1 << 20;

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

RecordCutter::RecordCutter(ByteStream stream, RecordLayout layout, const ReaderLimits& limits)
    : stream_(std::move(stream)), layout_(layout), limits_(limits) {}

/// Adds to the window; false when the stream has ended.
bool RecordCutter::fill() {
  if (at_end_) return false;
  if (start_ > buffer_.size() / 2) {
    buffer_.erase(0, start_);
    start_ = 0;
  }
  const std::size_t had = buffer_.size();
  buffer_.resize(had + kReadBytes);
  const std::size_t got = stream_.read({buffer_.data() + had, kReadBytes});
  buffer_.resize(had + got);
  at_end_ = got < kReadBytes;
  return got > 0;
}

std::string_view RecordCutter::peek(std::size_t bytes) {
  while (buffer_.size() - start_ < bytes && fill()) {
  }
  return std::string_view(buffer_).substr(start_, bytes);
}

void RecordCutter::skip(std::size_t bytes) {
  start_ += bytes;
  offset_ += bytes;
}

std::optional<CutFailure> RecordCutter::transcode() {
  while (buffer_.size() - start_ <= limits_.record_bytes && fill()) {
  }
  if (buffer_.size() - start_ > limits_.record_bytes) {
    done_ = true;
    return CutFailure{"record too large", "a file in UTF-16 is read as a whole", offset_};
  }
  buffer_ = decode_text(std::string_view(buffer_).substr(start_)).text;
  start_ = 0;
  return std::nullopt;
}

CutRecord RecordCutter::take(std::size_t length) {
  CutRecord record{buffer_.substr(start_, length), offset_};
  start_ += length;
  offset_ += length;
  return record;
}

CutFailure RecordCutter::too_large(std::uint64_t offset) const {
  return {"record too large", "more than " + std::to_string(limits_.record_bytes) + " bytes",
          offset};
}

/// The stream's failure, once.
std::optional<CutFailure> RecordCutter::stream_failure() {
  if (!stream_.failure() || std::exchange(reported_, true)) return std::nullopt;
  done_ = true;
  return CutFailure{stream_.failure()->reason, stream_.failure()->detail, offset_};
}

std::optional<std::variant<CutRecord, CutFailure>> RecordCutter::next() {
  if (done_) return std::nullopt;
  switch (layout_) {
    case RecordLayout::Page:
      return next_page();
    case RecordLayout::Lines:
      return next_line();
    case RecordLayout::JsonValues:
      return next_value();
  }
  return std::nullopt;
}

std::optional<RecordCutter::Piece> RecordCutter::next_page() {
  while (buffer_.size() - start_ <= limits_.record_bytes && fill()) {
  }
  done_ = true;
  if (auto failure = stream_failure()) return *failure;
  if (buffer_.size() - start_ > limits_.record_bytes) return too_large(offset_);
  if (is_blank(buffer_)) return CutFailure{"empty file", {}, 0};
  buffer_.erase(0, start_);
  return CutRecord{std::move(buffer_), offset_};
}

std::optional<RecordCutter::Piece> RecordCutter::next_line() {
  std::size_t searched = 0;
  for (;;) {
    const std::size_t end = buffer_.find('\n', start_ + searched);
    if (end != std::string::npos) {
      CutRecord line = take(end - start_);
      ++start_;
      ++offset_;
      if (line.bytes.size() > limits_.record_bytes) return too_large(line.offset_bytes);
      if (!is_blank(line.bytes)) return line;
      searched = 0;
      continue;
    }
    searched = buffer_.size() - start_;
    if (searched > limits_.record_bytes) return skip_line();
    if (fill()) continue;
    // What stands before a failure of the stream is a piece of a line.
    if (auto failure = stream_failure()) return *failure;
    done_ = true;
    CutRecord line = take(searched);
    if (is_blank(line.bytes)) return std::nullopt;
    return line;
  }
}

/// Drops the rest of a line that is too long.
RecordCutter::Piece RecordCutter::skip_line() {
  const std::uint64_t offset = offset_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', start_);
    const std::size_t length = (end == std::string::npos ? buffer_.size() : end + 1) - start_;
    start_ += length;
    offset_ += length;
    if (end != std::string::npos || !fill()) return too_large(offset);
  }
}

std::optional<RecordCutter::Piece> RecordCutter::next_value() {
  // Between values: the brackets and commas of an array around them.
  for (;;) {
    if (start_ == buffer_.size() && !fill()) {
      done_ = true;
      if (auto failure = stream_failure()) return *failure;
      return std::nullopt;
    }
    const char c = buffer_[start_];
    if (c == '{') break;
    if (!is_space(c) && c != '[' && c != ']' && c != ',') {
      done_ = true;
      return CutFailure{"invalid JSON", "an object was expected here", offset_};
    }
    ++start_;
    ++offset_;
  }
  ValueScanner scanner;
  for (std::size_t length = 0;; ++length) {
    if (length > limits_.record_bytes) {
      done_ = true;
      return too_large(offset_);
    }
    if (start_ + length == buffer_.size() && !fill()) {
      done_ = true;
      if (auto failure = stream_failure()) return *failure;
      return CutFailure{"JSON ends in the middle", {}, offset_};
    }
    if (scanner.ends_with(buffer_[start_ + length])) return take(length + 1);
  }
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// A window over a stream of bytes: filled at its end, consumed from its start.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/inputs/byte_stream.h"

namespace pullquote {

/// One thread at a time. Views end with the next call that fills or consumes.
class ByteWindow {
 public:
  explicit ByteWindow(ByteStream stream);

  /// What has been read and not yet consumed.
  std::string_view view() const { return std::string_view(buffer_).substr(start_); }
  std::size_t size() const { return buffer_.size() - start_; }

  /// Reads on; false when the stream has ended or failed.
  bool fill();

  /// Fills until the window has `bytes` bytes; false when the stream ends before.
  bool need(std::size_t bytes);

  /// Drops the first `bytes`.
  void drop(std::size_t bytes);

  /// Drops the first `length` and returns them.
  std::string take(std::size_t length);

  /// Puts other bytes in place of all that is left of the stream, which must have ended.
  void replace(std::string bytes);

  /// Of the window's start in the stream.
  std::uint64_t offset() const { return offset_; }

  const ByteStream& stream() const { return stream_; }

 private:
  ByteStream stream_;
  std::string buffer_;        ///< bytes read and not yet dropped
  std::size_t start_ = 0;     ///< of the window in buffer_
  std::uint64_t offset_ = 0;  ///< of start_ in the stream
  bool at_end_ = false;       ///< the stream has nothing more
};

}  // namespace pullquote

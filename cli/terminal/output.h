// SPDX-License-Identifier: GPL-3.0-or-later
/// Standard output that tells a closed pipe ("pullquote search x | head -1", no error) from a full
/// disk (an error).
#pragma once

#include <array>
#include <exception>
#include <streambuf>

namespace pullquote::cli {

/// Nobody reads the output any more.
class ClosedPipe : public std::exception {
 public:
  const char* what() const noexcept override { return "closed pipe"; }
};

/// Buffers writes to a descriptor. A failing write throws ClosedPipe or WriteFailed. A stream over
/// the buffer must have exceptions(std::ios::badbit) set, because it would swallow them otherwise.
/// SIGPIPE must be ignored. One thread at a time.
class DescriptorBuffer final : public std::streambuf {
 public:
  /// @param descriptor  stays open and is not closed here. The destructor writes nothing: flush
  /// before.
  explicit DescriptorBuffer(int descriptor);

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  /// Writes the buffer out and empties it, even when writing fails: nothing is written twice.
  void write_out();

  int descriptor_;
  std::array<char, 1 << 14> buffer_;
};

}  // namespace pullquote::cli

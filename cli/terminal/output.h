// SPDX-License-Identifier: GPL-3.0-or-later
/// Standard output that tells a closed pipe ("pullquote search x | head -1": no error) from a full
/// disk (an error).
#pragma once

#include <array>
#include <exception>
#include <streambuf>

namespace pullquote::cli {

/// Nobody reads our output any more.
class ClosedPipe : public std::exception {
 public:
  const char* what() const noexcept override { return "closed pipe"; }
};

/// Buffers writes to a descriptor. A failing write throws ClosedPipe or WriteFailed; a stream over
/// it must have exceptions(std::ios::badbit) set, so that they come through. SIGPIPE must be
/// ignored.
class DescriptorBuffer final : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  void write_out();

  int descriptor_;
  std::array<char, 1 << 14> buffer_;
};

}  // namespace pullquote::cli

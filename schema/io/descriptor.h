// SPDX-License-Identifier: GPL-3.0-or-later
/// An open file by its descriptor, and reading from one. All descriptors are closed on exec.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace pullquote {

/// Closes its descriptor when it goes. What failed to open has the descriptor -1 and errno says
/// why.
class Descriptor final {
 public:
  /// @param flags  of open(2).
  explicit Descriptor(const std::filesystem::path& file, int flags = O_RDONLY)
      : number_(::open(file.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }

  int get() const { return number_; }
  /// Who calls it has to close it.
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

/// Repeats a system call while a signal interrupts it.
/// @return what the last call returned; errno is of that call
template <class Call>
auto uninterrupted(Call call) {
  for (;;) {
    const auto result = call();
    if (result >= 0 || errno != EINTR) return result;
  }
}

/// Reads until `into` is full or the file ends, from where the descriptor stands.
/// @return the bytes read; empty when reading fails, and errno says why
std::optional<std::size_t> read_full(int descriptor, std::span<char> into);

/// The bytes of a regular file, up to `most_bytes` of them. A pipe or device is not read, since
/// that may wait for ever: its errno is EINVAL.
/// @return empty when it cannot be read, and errno says why
std::optional<std::string> read_regular_file(const std::filesystem::path& file,
                                             std::size_t most_bytes);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// An open file by its descriptor.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
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

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// A file open for reading.
#pragma once

#include <fcntl.h>
#include <unistd.h>
#include <filesystem>

namespace pullquote {

/// Closes its descriptor when it goes. What failed to open has the descriptor -1 and errno says
/// why.
class OpenFile final {
 public:
  explicit OpenFile(const std::filesystem::path& file)
      : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace pullquote

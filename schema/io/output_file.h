// SPDX-License-Identifier: GPL-3.0-or-later
/// A file that is written from its beginning; whatever fails names it.
#pragma once

#include <filesystem>
#include <string_view>

#include "schema/io/descriptor.h"

namespace pullquote {

/// Without a buffer. One thread at a time; throws WriteFailed.
class OutputFile final {
 public:
  /// Makes the file, or empties it.
  explicit OutputFile(std::filesystem::path path);

  const std::filesystem::path& path() const { return path_; }
  int descriptor() const { return descriptor_.get(); }

  /// All of it, in as many pieces as the system likes.
  void write(std::string_view bytes);

  /// Until the bytes are on the disk.
  void sync();

  /// After the last byte: only now is it known that none got lost.
  void close();

 private:
  std::filesystem::path path_;
  Descriptor descriptor_;
};

}  // namespace pullquote

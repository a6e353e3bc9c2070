// SPDX-License-Identifier: GPL-3.0-or-later
/// A file's bytes without reading them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace pullquote {

/// A read-only mapping, page-aligned. Immutable, shared by threads.
class MappedFile final {
 public:
  /// @throws IndexUnavailable on I/O errors, IndexCorrupt when it is no regular file or empty.
  explicit MappedFile(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return {static_cast<const char*>(mapping_), size_}; }

 private:
  void* mapping_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace pullquote

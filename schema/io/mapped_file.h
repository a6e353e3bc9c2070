// SPDX-License-Identifier: GPL-3.0-or-later
/// A file's bytes without reading them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "schema/io/index_damage.h"

namespace pullquote {

/// A read-only mapping, page-aligned. Immutable, shared by threads. What it means that a file is
/// empty, its reader knows.
class MappedFile final {
 public:
  /// @param remedy  what helps where there is no such file.
  /// @throws IndexUnavailable on I/O errors, IndexCorrupt when it is no regular file.
  explicit MappedFile(const std::filesystem::path& file, const char* remedy = kDerivedRemedy);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return {static_cast<const char*>(mapping_), size_}; }

 private:
  void* mapping_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace pullquote

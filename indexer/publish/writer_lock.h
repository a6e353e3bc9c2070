// SPDX-License-Identifier: GPL-3.0-or-later
/// One writer at a time on an index: flock on INDEX/LOCK, so that the lock dies with its holder,
/// whatever that dies of. The file's line names the holder for people; only the flock counts.
#pragma once

#include <cstdint>
#include <filesystem>

#include "schema/io/descriptor.h"

namespace pullquote {

class WriterLock final {
 public:
  /// @param index  root of the index; must exist.
  /// @throws LockHeld naming the holder, WriteFailed when the file cannot be written.
  explicit WriterLock(const std::filesystem::path& index);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

  /// When the lock was taken by the file system's clock, unix seconds: the library reads no other.
  std::int64_t taken_at() const { return taken_at_; }

 private:
  WriterLock(const std::filesystem::path& index, const std::filesystem::path& name);

  Descriptor file_;
  std::int64_t taken_at_ = 0;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// ZIP and tar archives, member by member, without ever writing one to the disk.
///
/// A ZIP file on the disk is read by its directory at its end, as it should be; one from a pipe,
/// and tar, as they come. A tar archive may be compressed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "indexer/inputs/byte_stream.h"

namespace pullquote {

struct ArchiveMember {
  std::string name;           ///< without "./" and "/" at its start
  std::int64_t modified = 0;  ///< unix seconds; 0: not stated
};

/// One thread at a time.
class ArchiveReader {
 public:
  /// A ZIP file by its path.
  ArchiveReader(const std::string& path, const ReaderLimits& limits);
  /// Whatever comes out of `stream`, from its start.
  ArchiveReader(ByteStream stream, const ReaderLimits& limits);
  ~ArchiveReader();
  ArchiveReader(ArchiveReader&&) noexcept;
  ArchiveReader& operator=(ArchiveReader&&) noexcept;

  /// Moves to the next regular file, hidden ones and sidecars left out; a failure ends the archive.
  /// Empty at its end.
  std::optional<std::variant<ArchiveMember, StreamFailure>> next();

  /// The bytes of the member that next() has moved to. To be used up before it moves on.
  ByteStream open_member();

  /// Bytes taken from the disk so far.
  std::uint64_t bytes_on_disk() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote

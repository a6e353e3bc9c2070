// SPDX-License-Identifier: GPL-3.0-or-later
/// The decompressed bytes of one file, archive member or buffer, in order, with bounded memory.
///
/// gzip, zstd, xz and bzip2 are recognised by their first bytes, whatever the name, and
/// decompressed by libarchive (concatenated members and layers of compression included); anything
/// else is passed through.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "pullquote/article_reader.h"

namespace pullquote {

/// Why a stream ended early, in the words of a Rejection.
struct StreamFailure {
  std::string reason;
  std::string detail;
};

/// Fills a buffer from its start; 0 at the end. Once it cannot go on it says why.
using ByteSource = std::function<std::size_t(std::span<char>, std::optional<StreamFailure>&)>;

/// One thread at a time.
class ByteStream {
 public:
  /// Opens `path`; "-" is stdin. A file that cannot be opened is a stream that fails at once.
  /// @param stop  ends the wait for a pipe or terminal that says nothing.
  /// @throws Interrupted  when stopped while it waits, here and in read().
  ByteStream(const std::string& path, const ReaderLimits& limits, std::stop_token stop = {});
  /// Takes its bytes from `source`: a member of an archive.
  ByteStream(ByteSource source, const ReaderLimits& limits);
  ~ByteStream();
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;

  /// Fills `buffer` from its start as far as the stream goes; fewer bytes mean that it has ended or
  /// failed.
  std::size_t read(std::span<char> buffer);

  /// Set once reading has failed: unreadable, truncated or damaged, beyond a limit.
  const std::optional<StreamFailure>& failure() const;

  /// How the bytes are compressed: "gzip", "zstd", "xz", "bzip2"; "" for not at all.
  std::string_view compression() const;

  /// Bytes taken from the disk, or the source, so far.
  std::uint64_t bytes_on_disk() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A source that hands out `bytes`, which it keeps.
ByteSource source_of(std::string bytes);

}  // namespace pullquote

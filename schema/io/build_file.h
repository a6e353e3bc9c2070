// SPDX-License-Identifier: GPL-3.0-or-later
/// A file that a build writes, or reads back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace pullquote {

/// Buffered. Whatever fails names the file. Movable; one thread at a time. Throws WriteFailed, for
/// failures to read as well: what cannot be read back was not written.
class BuildFile final {
 public:
  enum class Mode : std::uint8_t {
    Read,
    Write,      ///< a new file, or one that is emptied
    WriteRead,  ///< the same, to be read back before it is closed
  };

  BuildFile(std::filesystem::path path, Mode mode, std::size_t buffer_bytes);

  const std::filesystem::path& path() const { return path_; }

  void write(std::string_view bytes);

  /// Goes on at the first byte, reading or writing.
  void rewind();

  /// @return how many bytes there were; fewer than asked for only at the end.
  std::size_t read(std::span<char> into);

  /// For bytes that must be there.
  void read_exactly(std::span<char> into);

  /// Writes what `from` has from where it stands to its end.
  void append_rest_of(BuildFile& from);

  /// After the last byte was written: only now is it known that none got lost.
  void close();

  /// There should be more. @throws WriteFailed always.
  [[noreturn]] void throw_ended() const;

 private:
  struct CloseStream {
    void operator()(std::FILE* stream) const { std::fclose(stream); }
  };

  /// Reading stopped: at the end, or because it failed.
  void check_end() const;

  std::filesystem::path path_;
  std::unique_ptr<char[]> buffer_;  ///< of the stream, which it must outlive
  std::unique_ptr<std::FILE, CloseStream> stream_;
};

}  // namespace pullquote

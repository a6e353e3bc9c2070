// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/build_file.h"

#include <array>
#include <system_error>
#include <utility>

#include "schema/io/write_failure.h"

namespace pullquote {

namespace {

constexpr std::size_t kCopyBytes = std::size_t{1} << 16;

const char* mode_text(BuildFile::Mode mode) {
  switch (mode) {
    case BuildFile::Mode::Read:
      return "rb";
    case BuildFile::Mode::Write:
      return "wb";
    case BuildFile::Mode::WriteRead:
      break;
  }
  return "w+b";
}

}  // namespace

BuildFile::BuildFile(std::filesystem::path path, Mode mode, std::size_t buffer_bytes)
    : path_(std::move(path)),
      buffer_(std::make_unique_for_overwrite<char[]>(buffer_bytes)),
      stream_(std::fopen(path_.c_str(), mode_text(mode))) {
  if (!stream_) throw_write_failed("open", path_);
  std::setvbuf(stream_.get(), buffer_.get(), _IOFBF, buffer_bytes);
}

void BuildFile::write(std::string_view bytes) {
  if (bytes.empty()) return;  // fwrite takes no null pointer
  if (std::fwrite(bytes.data(), 1, bytes.size(), stream_.get()) != bytes.size()) {
    throw_write_failed("write", path_);
  }
}

void BuildFile::rewind() {
  if (std::fseek(stream_.get(), 0, SEEK_SET) != 0) throw_write_failed("write", path_);
}

std::size_t BuildFile::read(std::span<char> into) {
  if (into.empty()) return 0;  // as fwrite
  const std::size_t size = std::fread(into.data(), 1, into.size(), stream_.get());
  if (size != into.size()) check_end();
  return size;
}

void BuildFile::read_exactly(std::span<char> into) {
  if (read(into) != into.size()) throw_ended();
}

void BuildFile::append_rest_of(BuildFile& from) {
  std::array<char, kCopyBytes> bytes;
  while (const std::size_t size = from.read(bytes)) write({bytes.data(), size});
}

void BuildFile::close() {
  if (std::fclose(stream_.release()) != 0) throw_write_failed("write", path_);
}

void BuildFile::throw_ended() const {
  throw_write_failed("read back", path_, std::make_error_code(std::errc::io_error));
}

void BuildFile::check_end() const {
  if (std::ferror(stream_.get()) != 0) throw_write_failed("read back", path_);
}

}  // namespace pullquote

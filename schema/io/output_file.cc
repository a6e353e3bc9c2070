// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/output_file.h"

#include <cerrno>

#include "schema/io/write_failure.h"

namespace pullquote {

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path)), descriptor_(path_, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW) {
  if (descriptor_.get() < 0) throw_write_failed("create", path_);
}

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count =
        uninterrupted([&] { return ::write(descriptor_.get(), bytes.data(), bytes.size()); });
    if (count <= 0) throw_write_failed("write", path_);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void OutputFile::sync() {
  if (uninterrupted([&] { return ::fsync(descriptor_.get()); }) != 0)
    throw_write_failed("sync", path_);
}

void OutputFile::close() {
  if (::close(descriptor_.release()) != 0) throw_write_failed("close", path_);
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/descriptor.h"

#include <sys/stat.h>

#include <algorithm>

namespace pullquote {

std::optional<std::size_t> read_full(int descriptor, std::span<char> into) {
  std::size_t filled = 0;
  while (filled < into.size()) {
    const ssize_t count = uninterrupted(
        [&] { return ::read(descriptor, into.data() + filled, into.size() - filled); });
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  return filled;
}

std::optional<std::string> read_regular_file(const std::filesystem::path& file,
                                             std::size_t most_bytes) {
  // Opening a pipe that nobody writes to would wait; O_NONBLOCK means nothing to a regular file.
  const Descriptor in(file, O_RDONLY | O_NONBLOCK);
  struct stat status {};
  if (in.get() < 0 || ::fstat(in.get(), &status) != 0) return std::nullopt;
  if (!S_ISREG(status.st_mode)) {
    errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    return std::nullopt;
  }
  std::string bytes(std::min(most_bytes, static_cast<std::size_t>(status.st_size)), '\0');
  const auto filled = read_full(in.get(), bytes);
  if (!filled) return std::nullopt;
  bytes.resize(*filled);
  return bytes;
}

}  // namespace pullquote

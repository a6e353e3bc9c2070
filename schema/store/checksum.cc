// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/checksum.h"

#include <fmt/format.h>
#include <libdeflate.h>
#include <cerrno>
#include <system_error>
#include <vector>

#include "pullquote/error.h"
#include "schema/io/descriptor.h"

namespace pullquote {
namespace {

[[noreturn]] void throw_unreadable(const std::filesystem::path& file) {
  throw IndexUnavailable("cannot read " + file.string() + ": " +
                         std::generic_category().message(errno));
}

}  // namespace

std::uint32_t crc32_of(std::string_view bytes, std::uint32_t crc) {
  if (bytes.empty()) return crc;  // libdeflate takes a null pointer for a request to begin anew
  return libdeflate_crc32(crc, bytes.data(), bytes.size());
}

std::string checksum_of_file(const std::filesystem::path& file) {
  const Descriptor in(file, O_RDONLY | O_NONBLOCK);  // a pipe must not make us wait
  if (in.get() < 0) throw_unreadable(file);
  std::vector<char> buffer(1 << 18);
  std::uint32_t crc = 0;
  for (std::size_t count = buffer.size(); count == buffer.size();) {
    const auto filled = read_full(in.get(), buffer);
    if (!filled) throw_unreadable(file);
    count = *filled;
    crc = crc32_of({buffer.data(), count}, crc);
  }
  return fmt::format("crc32:{:08X}", crc);
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/checksum.h"

#include <fmt/format.h>
#include <libdeflate.h>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <vector>

#include "pullquote/error.h"

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
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.c_str(), "rb"),
                                                           &std::fclose);
  if (!in) throw_unreadable(file);
  std::vector<char> buffer(1 << 18);
  std::uint32_t crc = 0;
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), in.get())) {
    crc = crc32_of({buffer.data(), count}, crc);
  }
  if (std::ferror(in.get()) != 0) throw_unreadable(file);
  return fmt::format("crc32:{:08X}", crc);
}

}  // namespace pullquote

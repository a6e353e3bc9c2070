// SPDX-License-Identifier: GPL-3.0-or-later
/// CRC-32 (the polynomial of gzip and PNG) of bytes and of files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace pullquote {

/// Goes on from `crc` (0 to begin).
std::uint32_t crc32_of(std::string_view bytes, std::uint32_t crc = 0);

/// "crc32:" and eight hex digits in capitals, of a whole file.
/// @throws IndexUnavailable when it cannot be read.
std::string checksum_of_file(const std::filesystem::path& file);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The bytes of a fuzzer as a file of packed columns.
#pragma once

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

#include "tests/support/sealed_columns.h"

namespace pullquote::fuzz {

/// The same file each time. @param sealed  with the checksums that the bytes need to be believed.
inline std::filesystem::path columns_file(std::span<const std::uint8_t> data, bool sealed,
                                          std::uint32_t columns, std::uint32_t byte_columns) {
  std::string bytes(data.begin(), data.end());
  if (sealed) testing::seal_columns(columns, byte_columns, bytes);
  const auto file =
      std::filesystem::temp_directory_path() / ("pullquote-fuzz-" + std::to_string(::getpid()));
  std::filesystem::remove(file);  // ext4 waits for the disk when it is cut to nothing instead
  std::ofstream(file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file;
}

}  // namespace pullquote::fuzz

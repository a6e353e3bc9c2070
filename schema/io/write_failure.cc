// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/write_failure.h"

#include <fmt/format.h>
#include <cerrno>

#include "pullquote/error.h"

namespace pullquote {
namespace {

/// What to do about it; empty when the reason says enough.
std::string_view remedy(const std::error_code& error) {
  if (error == std::errc::no_space_on_device ||
      error == std::error_code(EDQUOT, std::generic_category())) {
    return "; free some space and try again";
  }
  if (error == std::errc::file_too_large) {
    return "; raise the limit on the size of files (ulimit -f) and try again";
  }
  if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted ||
      error == std::errc::read_only_file_system) {
    return "; the index must be writable for whoever writes it";
  }
  if (error == std::errc::too_many_files_open) {
    return "; raise the limit on open files (ulimit -n) and try again";
  }
  return {};
}

}  // namespace

void throw_write_failed(std::string_view operation, const std::filesystem::path& path,
                        const std::error_code& error) {
  throw WriteFailed(
      fmt::format("cannot {} {}: {}{}", operation, path.string(), error.message(), remedy(error)));
}

void throw_write_failed(std::string_view operation, const std::filesystem::path& path) {
  throw_write_failed(operation, path, {errno, std::generic_category()});
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// What a failed write says: the operation, the path, the system's reason, and what helps.
#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

namespace pullquote {

/// "cannot write INDEX/...: No space left on device; free some space and try again".
/// @throws WriteFailed always.
[[noreturn]] void throw_write_failed(std::string_view operation, const std::filesystem::path& path,
                                     const std::error_code& error);

/// Of what errno says.
[[noreturn]] void throw_write_failed(std::string_view operation, const std::filesystem::path& path);

}  // namespace pullquote

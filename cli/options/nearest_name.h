// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds the known name nearest to a mistyped one, for "did you mean".
#pragma once

#include <span>
#include <string_view>

namespace pullquote::cli {

/// The nearest of `names`: within one edit for each three letters, or a name that begins with the
/// three or more letters typed. Of equally near names the first; empty when none is near.
std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names);

}  // namespace pullquote::cli

// SPDX-License-Identifier: GPL-3.0-or-later
/// The nearest known name to a mistyped one, for "did you mean".
#pragma once

#include <span>
#include <string_view>

namespace pullquote::cli {

/// The nearest of `names` to `typed`: at most one edit in three letters, or a name that starts with
/// what was typed. Empty when nothing is near; the earlier of equals.
std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names);

}  // namespace pullquote::cli

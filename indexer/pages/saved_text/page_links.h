// SPDX-License-Identifier: GPL-3.0-or-later
/// The numbers that a text browser sets before links, and its list of where they lead.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// `text` without the list of addresses at its end ("References", "1. https://...") and without the
/// "[1]" that refer to it. Where there is no such list, nothing is taken away: brackets with
/// numbers are the writer's then.
std::string without_link_list(std::string_view text);

}  // namespace pullquote

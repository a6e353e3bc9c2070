// SPDX-License-Identifier: GPL-3.0-or-later
/// Removal of link numbers: a text browser that saves a page ("lynx -dump") writes "[1]" before
/// each link and lists the addresses at the end.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// `text` without the list of addresses at its end ("References", "1. https://...") and without the
/// "[1]" that refer to entries of it. Text without such a list is returned as it is: numbers in
/// brackets are the writer's own there. Linear; thread-safe.
std::string without_link_list(std::string_view text);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Formats numbers for people, in English notation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote::cli {

std::string grouped(std::uint64_t number);         ///< "21,578"
std::string decimal(double number, int decimals);  ///< "3.14"
std::string readable_bytes(std::uint64_t bytes);   ///< "512 bytes", "27.3 MB" (powers of 1,000)
std::string readable_seconds(double seconds);      ///< "0.42 s", "12.3 s", "3:05 min", "2:07 h"
std::string percentage(double share);              ///< 0.25 as "25.0 %"
/// The number with its noun: "1 article", "2 articles".
std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural);

}  // namespace pullquote::cli

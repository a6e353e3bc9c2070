// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/numbers.h"

#include <array>
#include <cstdio>

namespace pullquote::cli {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

std::string decimal(double number, int decimals) {
  std::array<char, 64> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, number);
  if (size < 0 || static_cast<std::size_t>(size) >= buffer.size()) return "?";
  return {buffer.data(), static_cast<std::size_t>(size)};
}

std::string readable_bytes(std::uint64_t bytes) {
  if (bytes < 1000) return counted(bytes, "byte", "bytes");
  double number = static_cast<double>(bytes);
  std::size_t unit = 0;
  constexpr std::array<const char*, 5> kUnits{"bytes", "kB", "MB", "GB", "TB"};
  // 999.95 would be printed as "1000.0".
  while (number >= 999.95 && unit + 1 < kUnits.size()) {
    number /= 1000;
    ++unit;
  }
  return decimal(number, 1) + " " + kUnits[unit];
}

std::string readable_seconds(double seconds) {
  if (seconds < 10) return decimal(seconds, 2) + " s";
  if (seconds < 100) return decimal(seconds, 1) + " s";
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  const std::uint64_t minutes = whole / 60;
  const bool hours = minutes >= 100;
  const std::uint64_t upper = hours ? minutes / 60 : minutes;
  const std::uint64_t lower = hours ? minutes % 60 : whole % 60;
  return std::to_string(upper) + (lower < 10 ? ":0" : ":") + std::to_string(lower) +
         (hours ? " h" : " min");
}

std::string percentage(double share) {
  return decimal(share * 100, 1) + " %";
}

std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural) {
  return grouped(number) + " " + std::string(number == 1 ? singular : plural);
}

}  // namespace pullquote::cli

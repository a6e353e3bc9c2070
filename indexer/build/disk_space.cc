// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/disk_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

#include "indexer/inputs/input_walk.h"
#include "pullquote/error.h"

namespace pullquote {
namespace {

constexpr std::uint64_t kSpacePerRecordByte = 8;

/// What the empty tables and the manifest of the smallest index take.
constexpr std::uint64_t kLeastBytes = 1 << 20;

constexpr std::uint64_t kUnpacked = 3;
constexpr std::uint64_t kMarkup = 8;

bool ends_in_one_of(std::string_view path, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

std::uint64_t record_bytes_of(const FoundFile& file) {
  std::string_view path = file.path;
  std::uint64_t bytes = file.bytes;
  if (ends_in_one_of(path, {".gz", ".zst", ".xz", ".bz2"})) {
    bytes *= kUnpacked;
    path.remove_suffix(path.size() - path.rfind('.'));
  }
  return ends_in_one_of(path, {".html", ".htm"}) ? bytes / kMarkup : bytes;
}

}  // namespace

std::uint64_t space_for_records(std::uint64_t record_bytes) {
  return kLeastBytes + record_bytes * kSpacePerRecordByte;
}

std::uint64_t space_for_inputs(const std::vector<std::string>& inputs,
                               const std::filesystem::path& skip_folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : find_files(inputs, skip_folder)) {
    if (const auto* file = std::get_if<FoundFile>(&entry)) bytes += record_bytes_of(*file);
  }
  return space_for_records(bytes);
}

void check_space(Filesystem& filesystem, const std::filesystem::path& folder,
                 std::uint64_t needed_bytes) {
  const std::uint64_t free = filesystem.available_bytes(folder);
  if (free >= needed_bytes) return;
  throw WriteFailed(
      fmt::format("up to {} are needed below {}, where {} are free; free some, put the index on "
                  "another disk, or begin with --unchecked-space",
                  readable_space(needed_bytes), folder.string(), readable_space(free)));
}

std::string readable_space(std::uint64_t bytes) {
  constexpr std::array kUnits{"bytes", "kB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  // 999.95 would be printed as "1000.0".
  for (; value >= 999.95 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  return fmt::format("{:.{}f} {}", value, unit == 0 ? 0 : 1, kUnits[unit]);
}

}  // namespace pullquote

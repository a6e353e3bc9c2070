// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/generation.h"

#include <fmt/format.h>

#include "pullquote/analyzer.h"
#include "schema/analysis/string_hash.h"

namespace pullquote {
namespace {

/// Of what decides which terms and positions are stored. Weights are not in it: they belong to one
/// index and stand in its manifest. Descriptions change nothing on disk.
std::uint64_t field_table_hash() {
  std::string table;
  for (const Field& field : kFields) {
    table += fmt::format("{}:{}:{}\n", field.name, field.prefix, static_cast<int>(field.kind));
  }
  table += fmt::format("scale {} gap {} longest {}\n", kWeightScale, kFieldGap, kMaxTermBytes);
  return hash_of(table);
}

}  // namespace

std::optional<GenerationId> parse_generation_id(std::string_view text) {
  constexpr std::size_t kTimeLength = std::string_view("20261122T103000Z").size();
  if (text.size() != kTimeLength + 5 || text[kTimeLength] != '-') return std::nullopt;
  if (text[8] != 'T' || text[kTimeLength - 1] != 'Z') return std::nullopt;
  for (char digit : text.substr(kTimeLength + 1)) {
    if (digit < '0' || digit > '9') return std::nullopt;
  }
  if (!parse_iso8601(text.substr(0, kTimeLength))) return std::nullopt;
  return GenerationId{std::string(text)};
}

std::string schema_fingerprint() {
  static const std::string fingerprint = fmt::format(
      "fields-{:016x}.analyzer-{}.format-{}", field_table_hash(), kAnalyzerVersion, kFormatVersion);
  return fingerprint;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/generation.h"

#include <fmt/format.h>

#include "pullquote/analyzer.h"

namespace pullquote {
namespace {

/// 64-bit FNV-1a (Fowler, Noll, Vo).
class Fnv1a {
 public:
  void add(std::string_view bytes) {
    for (char c : bytes) {
      hash_ ^= static_cast<unsigned char>(c);
      hash_ *= 0x100000001B3ull;
    }
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325ull;
};

/// Of what decides which terms and positions are stored. Weights are not in it: they belong to one
/// index and stand in its manifest. Descriptions change nothing on disk.
std::uint64_t field_table_hash() {
  Fnv1a hash;
  for (const Field& field : kFields) {
    hash.add(fmt::format("{}:{}:{}\n", field.name, field.prefix, static_cast<int>(field.kind)));
  }
  hash.add(fmt::format("scale {} gap {} longest {}\n", kWeightScale, kFieldGap, kMaxTermBytes));
  return hash.value();
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

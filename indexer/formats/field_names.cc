// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/field_names.h"

#include <utility>

#include "indexer/decoding/lexicon_lines.h"

namespace pullquote {
namespace {

constexpr std::size_t kLongestName = 32;

}  // namespace

FieldNames::FieldNames(const std::map<std::string, std::string>& field_map) {
  std::size_t rank = 0;
  for (const DefaultName& known : default_names()) {
    names_.emplace(known.name, Meaning{known.field, rank++});
  }
  for (const auto& [name, paths] : field_map) {
    Mapped mapped{require_article_field(name), {}};
    for_each_piece(paths, ',', [&](std::string_view path) { mapped.paths.emplace_back(path); });
    is_mapped_[static_cast<std::size_t>(mapped.field)] = true;
    mapped_.push_back(std::move(mapped));
  }
}

std::optional<FieldNames::Meaning> FieldNames::default_meaning(std::string_view name) {
  auto found = names_.find(name);
  if (found == names_.end()) {
    if (name.size() > kLongestName) return std::nullopt;
    scratch_ = normalize_field_name(name);
    found = names_.find(scratch_);
  }
  if (found == names_.end() || is_mapped_[static_cast<std::size_t>(found->second.field)]) {
    return std::nullopt;
  }
  return found->second;
}

std::optional<FieldNames::Meaning> FieldNames::meaning(std::string_view name) {
  for (const Mapped& mapped : mapped_) {
    for (std::size_t rank = 0; rank < mapped.paths.size(); ++rank) {
      if (normalize_field_name(mapped.paths[rank]) == normalize_field_name(name)) {
        return Meaning{mapped.field, rank};
      }
    }
  }
  return default_meaning(name);
}

}  // namespace pullquote

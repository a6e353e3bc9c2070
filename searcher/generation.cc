// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "pullquote/error.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "searcher/open_generation.h"

namespace pullquote {

namespace {

bool was_built_ranked(const Manifest& manifest) {
  return std::any_of(manifest.checksums.begin(), manifest.checksums.end(), [](const auto& entry) {
    return std::filesystem::path(entry.first).filename() == kRankedPostingsName;
  });
}

}  // namespace

OpenGeneration::OpenGeneration(const std::filesystem::path& folder)
    : folder_(folder), hold_(folder), manifest_(read_manifest(folder)) {
  check_schema(manifest_, folder);
  for (const GenerationPart& part : manifest_.parts) {
    const std::filesystem::path articles = folder / part.articles;
    parts_.push_back(
        {articles, std::make_unique<const PartColumns>(articles, part.article_count), nullptr});
  }
  open_ranked();
}

/// All parts or none, so that an article weighs the same in whatever part it lies.
void OpenGeneration::open_ranked() {
  try {
    for (Part& part : parts_) {
      part.ranked = RankedLists::open(part.articles, part.columns->size(), manifest_.ranking);
    }
  } catch (const Error& error) {
    ranked_fault_ = error.what();
  }
  const bool complete = std::all_of(parts_.begin(), parts_.end(),
                                    [](const Part& part) { return part.ranked != nullptr; });
  if (complete) return;
  for (Part& part : parts_) part.ranked = nullptr;
  if (ranked_fault_.empty() && was_built_ranked(manifest_)) {
    ranked_fault_ =
        folder_.string() + " lacks its ranked index; run 'pullquote rank' or rebuild the index";
  }
}

std::shared_ptr<const Generation> Generation::open(const std::filesystem::path& index) {
  for (;;) {
    const GenerationId id = read_current(index);
    try {
      return open(index, id);
    } catch (const Error&) {
      // A build may have published another one and removed this since CURRENT was read.
      if (read_current(index) == id) throw;
    }
  }
}

std::shared_ptr<const Generation> Generation::open(const std::filesystem::path& index,
                                                   const GenerationId& id) {
  return std::make_shared<const OpenGeneration>(StoreLayout{index}.generation(id));
}

}  // namespace pullquote

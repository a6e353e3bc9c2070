// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "pullquote/error.h"
#include "pullquote/searcher.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "searcher/lists/generation_files.h"

namespace pullquote {

GenerationFiles::GenerationFiles(const std::filesystem::path& folder)
    : folder_(folder), hold_(folder), manifest_(read_manifest(folder)) {
  check_schema(manifest_, folder);
  for (const GenerationPart& part : manifest_.parts) {
    parts_.push_back(std::make_unique<const PartFiles>(folder, part, manifest_.ranking));
  }
}

Generation::Generation(Key, std::unique_ptr<const GenerationFiles> files)
    : files_(std::move(files)) {}

Generation::~Generation() = default;

const Manifest& Generation::manifest() const {
  return files_->manifest();
}

std::shared_ptr<const Generation> Generation::open(const std::filesystem::path& index) {
  for (;;) {
    const GenerationId id = read_current(index);
    try {
      return open(index, id);
    } catch (const Error&) {
      // A build may have published another generation and removed this one since CURRENT was read.
      if (read_current(index) == id) throw;
    }
  }
}

std::shared_ptr<const Generation> Generation::open(const std::filesystem::path& index,
                                                   const GenerationId& id) {
  return std::make_shared<const Generation>(
      Key(), std::make_unique<const GenerationFiles>(StoreLayout{index}.generation(id)));
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/id_runs.h"

#include <utility>

#include "indexer/publish/filesystem.h"
#include "indexer/publish/write_failure.h"
#include "schema/ranked/id_file.h"

namespace pullquote {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

}  // namespace

IdRunWriter::IdRunWriter(std::filesystem::path path, std::uint32_t first_docid)
    : run_{path, {}, {}},
      next_docid_(first_docid),
      file_(std::move(path), BuildFile::Mode::Write, kBufferBytes) {}

void IdRunWriter::add(std::string_view id) {
  entry_.clear();
  append_id_entry(next_docid_++, id, entry_);
  if (entry_.size() > kMostIdEntryBytes) throw_write_failed("an id is too long for", run_.path);
  file_.write(entry_);
  run_.sizes.push_back(static_cast<std::uint32_t>(entry_.size()));
  run_.hashes.push_back(id_hash(id));
}

IdRun IdRunWriter::finish() {
  file_.close();
  return std::move(run_);
}

void write_ids(const std::filesystem::path& path, const std::vector<IdRun>& runs) {
  std::vector<std::uint32_t> sizes;
  std::vector<std::uint32_t> hashes;
  for (const IdRun& run : runs) {
    sizes.insert(sizes.end(), run.sizes.begin(), run.sizes.end());
    hashes.insert(hashes.end(), run.hashes.begin(), run.hashes.end());
  }
  BuildFile file(path, BuildFile::Mode::Write, kBufferBytes);
  file.write(id_file_front(sizes, hashes));
  for (const IdRun& run : runs) {
    BuildFile entries(run.path, BuildFile::Mode::Read, kBufferBytes);
    file.append_rest_of(entries);
    real_filesystem().remove_tree(run.path);
  }
  file.close();
}

}  // namespace pullquote

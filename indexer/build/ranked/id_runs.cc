// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/id_runs.h"

#include <utility>

#include "indexer/publish/write_failure.h"
#include "schema/ranked/id_file.h"
#include "schema/store/object_bytes.h"

namespace pullquote {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

glass::File open_file(const std::filesystem::path& path, const char* mode) {
  glass::File file(std::fopen(path.c_str(), mode));
  if (!file) throw_write_failed("open", path);
  return file;
}

void write(const glass::File& file, const std::filesystem::path& path, std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) {
    throw_write_failed("write", path);
  }
}

void close(glass::File& file, const std::filesystem::path& path) {
  if (std::fclose(file.release()) != 0) throw_write_failed("write", path);
}

}  // namespace

IdRunWriter::IdRunWriter(std::filesystem::path path, std::uint32_t first_docid)
    : run_{std::move(path), {}}, next_docid_(first_docid), file_(open_file(run_.path, "wb")) {}

void IdRunWriter::add(std::string_view id) {
  entry_.clear();
  append_id_entry(next_docid_++, id, entry_);
  write(file_, run_.path, entry_);
  run_.sizes.push_back(static_cast<std::uint32_t>(entry_.size()));
}

IdRun IdRunWriter::finish() {
  close(file_, run_.path);
  return std::move(run_);
}

void write_ids(const std::filesystem::path& path, const std::vector<IdRun>& runs) {
  std::vector<std::uint64_t> ends;
  std::uint64_t end = 0;
  for (const IdRun& run : runs) {
    for (const std::uint32_t size : run.sizes) ends.push_back(end += size);
  }
  glass::File file = open_file(path, "wb");
  write(file, path, id_file_header(ends.size(), end));
  write(file, path, bytes_of(ends));
  std::string bytes(kBufferBytes, '\0');
  for (const IdRun& run : runs) {
    glass::File in = open_file(run.path, "rb");
    for (std::size_t size; (size = std::fread(bytes.data(), 1, bytes.size(), in.get())) != 0;) {
      write(file, path, std::string_view(bytes).substr(0, size));
    }
    if (std::ferror(in.get()) != 0) throw_write_failed("read back", run.path);
    in.reset();
    std::filesystem::remove(run.path);
  }
  close(file, path);
}

}  // namespace pullquote

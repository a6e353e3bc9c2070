// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/run_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <queue>

#include "indexer/build/glass/encoding.h"
#include "indexer/publish/write_failure.h"

namespace pullquote::glass {
namespace {

constexpr std::size_t kWriteBufferBytes = std::size_t{1} << 20;
/// Hundreds of runs are open at once in a large build.
constexpr std::size_t kLeastReadBufferBytes = std::size_t{1} << 14;
constexpr std::size_t kMostReadBufferBytes = std::size_t{1} << 18;

[[noreturn]] void fail(const char* operation, const std::filesystem::path& path) {
  throw_write_failed(fmt::format("{} the temporary file", operation), path);
}

File open_file(const std::filesystem::path& path, const char* mode, std::size_t buffer_bytes) {
  File file(std::fopen(path.c_str(), mode));
  if (!file) fail("open", path);
  std::setvbuf(file.get(), nullptr, _IOFBF, buffer_bytes);
  return file;
}

}  // namespace

RunWriter::RunWriter(std::filesystem::path path)
    : path_(std::move(path)), file_(open_file(path_, "wb", kWriteBufferBytes)) {}

void RunWriter::add(std::string_view term, std::uint64_t count, std::uint64_t sum,
                    std::string_view bytes) {
  head_.clear();
  append_string(head_, term);
  append_uint(head_, count);
  append_uint(head_, sum);
  append_uint(head_, bytes.size());
  if (std::fwrite(head_.data(), 1, head_.size(), file_.get()) != head_.size() ||
      std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    fail("write", path_);
  }
}

void RunWriter::finish() {
  if (std::fclose(file_.release()) != 0) fail("write", path_);
}

RunReader::RunReader(std::filesystem::path path, std::size_t buffer_bytes)
    : path_(std::move(path)), file_(open_file(path_, "rb", buffer_bytes)) {}

bool RunReader::read_uint(std::uint64_t& value) {
  value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const int byte = getc_unlocked(file_.get());
    if (byte == EOF) return false;
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if ((byte & 0x80) == 0) return true;
  }
}

void RunReader::read(std::string& bytes, std::uint64_t size) {
  bytes.resize(size);
  if (std::fread(bytes.data(), 1, size, file_.get()) != size) fail("read back", path_);
}

bool RunReader::next() {
  std::uint64_t size = 0;
  if (!read_uint(size)) {
    if (std::ferror(file_.get()) != 0) fail("read back", path_);
    return false;
  }
  read(entry_.term, size);
  if (!read_uint(entry_.count) || !read_uint(entry_.sum) || !read_uint(entry_.byte_count))
    fail("read back", path_);
  return true;
}

void merge_runs(const std::vector<std::filesystem::path>& paths, std::size_t buffer_bytes,
                const std::function<void(const std::vector<RunReader*>&)>& visit) {
  const std::size_t share = std::clamp(buffer_bytes / std::max<std::size_t>(paths.size(), 1),
                                       kLeastReadBufferBytes, kMostReadBufferBytes);
  std::vector<RunReader> readers;
  readers.reserve(paths.size());
  for (const std::filesystem::path& path : paths) readers.emplace_back(path, share);

  const auto later = [&](std::size_t left, std::size_t right) {
    const int order = readers[left].entry().term.compare(readers[right].entry().term);
    return order != 0 ? order > 0 : left > right;
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> queue(later);
  for (std::size_t i = 0; i < readers.size(); ++i) {
    if (readers[i].next()) queue.push(i);
  }

  std::vector<std::size_t> numbers;
  std::vector<RunReader*> same_term;
  while (!queue.empty()) {
    numbers.clear();
    same_term.clear();
    do {
      numbers.push_back(queue.top());
      same_term.push_back(&readers[queue.top()]);
      queue.pop();
    } while (!queue.empty() &&
             readers[queue.top()].entry().term == same_term.front()->entry().term);
    visit(same_term);
    for (const std::size_t reader : numbers) {
      if (readers[reader].next()) queue.push(reader);
    }
  }
}

}  // namespace pullquote::glass

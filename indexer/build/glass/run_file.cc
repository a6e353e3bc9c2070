// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/run_file.h"

#include <algorithm>
#include <queue>
#include <utility>

#include "indexer/build/glass/encoding.h"

namespace pullquote::glass {
namespace {

constexpr std::size_t kWriteBufferBytes = std::size_t{1} << 16;
/// Hundreds of runs are open at once in a large build.
constexpr std::size_t kLeastReadBufferBytes = std::size_t{1} << 12;
constexpr std::size_t kMostReadBufferBytes = std::size_t{1} << 14;

}  // namespace

RunWriter::RunWriter(std::filesystem::path path)
    : file_(std::move(path), BuildFile::Mode::Write, kWriteBufferBytes) {}

void RunWriter::add(std::string_view term, std::uint64_t count, std::uint64_t sum,
                    std::string_view bytes) {
  add_head(term, count, sum, bytes.size());
  file_.write(bytes);
}

void RunWriter::add(std::string_view term, std::uint64_t count, std::uint64_t sum,
                    const ByteList& bytes) {
  add_head(term, count, sum, bytes.size_bytes());
  bytes.for_each_piece([this](std::string_view piece) { file_.write(piece); });
}

void RunWriter::add_head(std::string_view term, std::uint64_t count, std::uint64_t sum,
                         std::uint64_t byte_count) {
  head_.clear();
  append_string(head_, term);
  append_uint(head_, count);
  append_uint(head_, sum);
  append_uint(head_, byte_count);
  file_.write(head_);
}

RunReader::RunReader(std::filesystem::path path, std::size_t buffer_bytes)
    : file_(std::move(path), BuildFile::Mode::Read, buffer_bytes) {}

std::optional<std::uint64_t> RunReader::read_uint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = file_.read_byte();
    if (!byte) return std::nullopt;
    value |= static_cast<std::uint64_t>(*byte & 0x7f) << shift;
    if ((*byte & 0x80) == 0) return value;
  }
}

std::uint64_t RunReader::number() {
  const auto value = read_uint();
  if (!value) file_.throw_ended();
  return *value;
}

void RunReader::read(std::string& bytes, std::uint64_t size) {
  bytes.resize(size);
  file_.read_exactly(bytes);
}

bool RunReader::next() {
  const auto size = read_uint();
  if (!size) return false;
  read(entry_.term, *size);
  entry_.count = number();
  entry_.sum = number();
  entry_.byte_count = number();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/run_file.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <queue>
#include <span>
#include <system_error>
#include <utility>

#include "indexer/build/glass/encoding.h"

namespace pullquote::glass {
namespace {

constexpr std::size_t kWriteBufferBytes = std::size_t{1} << 16;
/// Hundreds of runs are open at once in a large build.
constexpr std::size_t kLeastReadBufferBytes = std::size_t{1} << 12;
constexpr std::size_t kMostReadBufferBytes = std::size_t{1} << 14;
/// Of the stream behind a reader's own buffer, which larger reads pass by.
constexpr std::size_t kFileBufferBytes = std::size_t{1} << 12;

constexpr std::size_t kMostTermBytes = RunWriter::kMostTermBytes;
constexpr std::size_t kMostHeadBytes = kMostTermBytes + 4 * 10;  // a number takes ten at most

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
  assert(term.size() <= kMostTermBytes);
  head_.clear();
  append_string(head_, term);
  append_uint(head_, count);
  append_uint(head_, sum);
  append_uint(head_, byte_count);
  file_.write(head_);
}

RunReader::RunReader(std::filesystem::path path, std::size_t buffer_bytes)
    : file_(std::move(path), BuildFile::Mode::Read, kFileBufferBytes),
      buffer_(std::max(buffer_bytes, kMostHeadBytes) + kMostHeadBytes) {}

/// Makes the head of an entry available, and what else there is room for. Zeros follow the last
/// entry, so that reading a number ends.
void RunReader::fill() {
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
            buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
  end_ -= std::exchange(begin_, 0);
  const auto room = std::span(buffer_).first(buffer_.size() - kMostHeadBytes).subspan(end_);
  end_ += file_.read(room);
  std::fill_n(buffer_.begin() + static_cast<std::ptrdiff_t>(end_), kMostHeadBytes, '\0');
}

bool RunReader::next() {
  if (available() < kMostHeadBytes) fill();
  if (available() == 0) return false;
  const char* const head = buffer_.data() + begin_;
  const char* from = head;
  const std::uint64_t term_bytes = read_uint(from);
  if (term_bytes > kMostTermBytes) file_.throw_ended();
  entry_.term.assign(from, term_bytes);
  from += term_bytes;
  entry_.count = read_uint(from);
  entry_.sum = read_uint(from);
  entry_.byte_count = read_uint(from);
  begin_ += static_cast<std::size_t>(from - head);
  if (begin_ > end_) file_.throw_ended();
  return true;
}

std::string_view RunReader::read_bytes(std::string& large) {
  const auto size = static_cast<std::size_t>(entry_.byte_count);
  if (available() < size && size <= buffer_.size() - kMostHeadBytes) fill();
  if (available() >= size) {
    const std::string_view bytes(buffer_.data() + begin_, size);
    begin_ += size;
    return bytes;
  }
  large.resize(size);
  const std::size_t here = available();
  std::copy_n(buffer_.data() + begin_, here, large.data());
  begin_ = end_;
  file_.read_exactly(std::span(large).subspan(here));
  return large;
}

void merge_runs(const std::vector<std::filesystem::path>& paths, std::size_t buffer_bytes,
                const std::function<void(const std::vector<RunReader*>&)>& visit) {
  const std::size_t share = std::clamp(buffer_bytes / std::max<std::size_t>(paths.size(), 1),
                                       kLeastReadBufferBytes, kMostReadBufferBytes);
  std::vector<RunReader> readers;
  readers.reserve(paths.size());
  for (const std::filesystem::path& path : paths) {
    // Those without entries need not be open: a process may have so many files, and no segment has
    // positions of quotes.
    std::error_code unknown;
    if (!std::filesystem::is_empty(path, unknown)) readers.emplace_back(path, share);
  }

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

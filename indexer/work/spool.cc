// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/work/spool.h"

#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <functional>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "pullquote/error.h"
#include "schema/analysis/string_hash.h"
#include "schema/io/write_failure.h"
#include "schema/store/columns.h"
#include "schema/store/record.h"

namespace pullquote {
namespace {

constexpr std::size_t kBufferBytes = 1 << 20;

/// Of records that are read at once: they stay near the processor until they are decoded.
constexpr std::size_t kReadBytes = 1 << 18;

std::filesystem::path file_name(const std::filesystem::path& folder, std::uint32_t number) {
  return folder / ("spool-" + std::to_string(number));
}

}  // namespace

std::uint64_t total_record_bytes(std::span<const SpooledArticle> articles) {
  std::uint64_t bytes = 0;
  for (const SpooledArticle& article : articles) bytes += article.size_bytes;
  return bytes;
}

SpoolWriter::SpoolWriter(const std::filesystem::path& folder, std::uint32_t number)
    : file_(file_name(folder, number)), number_(number) {
  buffer_.reserve(2 * kBufferBytes);
}

void SpoolWriter::add(const Article& article, std::uint64_t order, std::uint64_t version) {
  const std::size_t before = buffer_.size();
  encode_record(article, buffer_);
  const std::size_t size = buffer_.size() - before;
  if (size > std::numeric_limits<std::uint32_t>::max()) {
    throw WriteFailed("the article " + article.id + " is larger than 4 GiB");
  }
  SpooledArticle entry;
  entry.id_hash = hash_of(article.id);
  entry.published = article.published ? article.published->unix_seconds : kUnknownTime;
  entry.revised = article.modified ? article.modified->unix_seconds : entry.published;
  entry.order = order;
  entry.version = version;
  entry.offset_bytes = written_bytes_ + before;
  entry.size_bytes = static_cast<std::uint32_t>(size);
  entry.file = number_;
  entry.quote_count = static_cast<std::uint32_t>(article.quotes.size());
  article.language.copy(entry.language.data(), entry.language.size());
  entries_.push_back(entry);
  if (buffer_.size() >= kBufferBytes) flush();
}

void SpoolWriter::add_withdrawal(const Withdrawal& withdrawal, std::uint64_t order) {
  Article name_only;
  name_only.id = withdrawal.id;
  name_only.modified = withdrawal.time;
  add(name_only, order, withdrawal.version);
  entries_.back().is_withdrawn = true;
}

std::deque<SpooledArticle> SpoolWriter::finish() {
  flush();
  file_.close();
  return std::move(entries_);
}

void SpoolWriter::flush() {
  file_.write(buffer_);
  written_bytes_ += buffer_.size();
  buffer_.clear();
}

Spool::Spool(const std::filesystem::path& folder, std::uint32_t files) : folder_(folder) {
  files_.reserve(files);
  for (std::uint32_t number = 0; number < files; ++number) {
    files_.emplace_back(file_name(folder, number));
    if (files_.back().get() < 0) throw_write_failed("open", file_name(folder, number));
  }
}

std::string_view Spool::read_front(const SpooledArticle& entry, std::size_t size,
                                   std::string& bytes) const {
  bytes.resize(std::min<std::size_t>(size, entry.size_bytes));
  read_bytes(entry.file, entry.offset_bytes, bytes);
  return bytes;
}

void Spool::read_bytes(std::uint32_t file, std::uint64_t offset_bytes,
                       std::span<char> bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = uninterrupted([&] {
      return ::pread(files_[file].get(), bytes.data(), bytes.size(),
                     static_cast<off_t>(offset_bytes));
    });
    if (count <= 0) throw_write_failed("read", file_name(folder_, file));
    bytes = bytes.subspan(static_cast<std::size_t>(count));
    offset_bytes += static_cast<std::uint64_t>(count);
  }
}

void Spool::read_some(std::span<const SpooledArticle> entries, SpooledRecords& records) const {
  std::uint64_t size = 0;
  std::vector<std::size_t> by_place;
  for (const SpooledArticle& entry : entries) {
    if (!by_place.empty() && size + entry.size_bytes > kReadBytes) break;
    size += entry.size_bytes;
    by_place.push_back(by_place.size());
  }
  std::sort(by_place.begin(), by_place.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(entries[a].file, entries[a].offset_bytes) <
           std::tie(entries[b].file, entries[b].offset_bytes);
  });
  records.bytes.resize(size);
  records.records.resize(by_place.size());
  std::span<char> rest = records.bytes;
  for (auto next = by_place.begin(); next != by_place.end();) {
    const SpooledArticle& first = entries[*next];
    std::size_t together = 0;
    for (; next != by_place.end(); ++next) {
      const SpooledArticle& entry = entries[*next];
      if (entry.file != first.file || entry.offset_bytes != first.offset_bytes + together) break;
      records.records[*next] = {rest.data() + together, entry.size_bytes};
      together += entry.size_bytes;
    }
    read_bytes(first.file, first.offset_bytes, rest.first(together));
    rest = rest.subspan(together);
  }
}

void Spool::read(const SpooledArticle& entry, std::string& bytes) const {
  read_front(entry, entry.size_bytes, bytes);
}

Article Spool::decoded(std::string_view record) const {
  std::optional<Article> article = decode_record(record);
  if (!article) throw WriteFailed("the spool below " + folder_.string() + " is damaged");
  return std::move(*article);
}

std::string Spool::id(const SpooledArticle& entry) const {
  std::string bytes;
  for (std::size_t size = 256;; size *= 16) {
    const std::string_view front = read_front(entry, size, bytes);
    if (auto id = record_id(front)) return std::string(*id);
    if (front.size() == entry.size_bytes)
      throw_write_failed("find the id of an article in", folder_);
  }
}

}  // namespace pullquote

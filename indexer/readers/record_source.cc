// SPDX-License-Identifier: GPL-3.0-or-later
/// Files one after another: opened, recognised, cut into records.
#include <fstream>
#include <string>
#include <utility>

#include "indexer/readers/charset.h"
#include "indexer/readers/input_walk.h"
#include "indexer/readers/record_cutter.h"
#include "indexer/readers/sniff.h"
#include "pullquote/article_reader.h"

namespace pullquote {
namespace {

constexpr std::size_t kSniffBytes = 64 * 1024;
constexpr std::size_t kMaxSidecarBytes = 1 << 20;

std::string read_small_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  if (!file) return bytes;
  bytes.resize(kMaxSidecarBytes);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

/// "page.txt.gz" may have page.txt.gz.meta.json, page.txt.meta.json or page.meta.json beside it.
std::string read_sidecar(const std::string& path) {
  const std::size_t name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
  for (std::string stem = path; stem.size() > name;) {
    if (std::string bytes = read_small_file(stem + ".meta.json"); !bytes.empty()) return bytes;
    const std::size_t dot = stem.rfind('.');
    if (dot == std::string::npos || dot <= name) break;
    stem.resize(dot);
  }
  return {};
}

/// One file on its way through the cutter.
struct OpenFile {
  RecordCutter cutter;
  InputFormat format;
  Provenance where;
  std::string sidecar;
};

}  // namespace

struct RecordSource::Impl {
  using Outcome = std::variant<RawRecord, Rejection>;

  Impl(const std::vector<std::string>& inputs, const ReaderOptions& given_options)
      : options(given_options), entries(find_files(inputs, given_options.skip_folder)) {
    for (const auto& entry : entries) {
      if (const auto* file = std::get_if<FoundFile>(&entry)) {
        progress.bytes_total += file->bytes;
        ++progress.files_total;
      }
    }
  }

  std::optional<Outcome> next() {
    for (;;) {
      if (open) {
        if (auto outcome = next_of_file()) return outcome;
        close_file();
      }
      if (next_entry == entries.size()) return std::nullopt;
      auto& entry = entries[next_entry++];
      if (auto* rejection = std::get_if<Rejection>(&entry)) return std::move(*rejection);
      current = std::move(std::get<FoundFile>(entry));
      if (auto rejection = open_file()) return std::move(*rejection);
    }
  }

  /// Opens the current file; a rejection when nothing can be read from it.
  std::optional<Rejection> open_file() {
    RecordCutter cutter(ByteStream(current.path, options.limits), RecordLayout::Page,
                        options.limits);
    const std::string_view head = cutter.peek(kSniffBytes);
    const std::optional<StreamFailure>& failure = cutter.stream().failure();
    if (head.empty()) {
      file_done(cutter);
      return failure ? Rejection{current.path, 0, failure->reason, failure->detail}
                     : Rejection{current.path, 0, "empty file", {}};
    }
    const Sniffed sniffed = sniff(head, options.format);
    if (!sniffed.refusal.empty()) {
      file_done(cutter);
      return Rejection{current.path, 0, sniffed.refusal, sniffed.detail};
    }
    cutter.set_layout(sniffed.layout);
    const std::string_view signature = unicode_signature(head);
    if (sniffed.layout != RecordLayout::Page && signature == "UTF-8") {
      cutter.skip(3);
    } else if (sniffed.layout != RecordLayout::Page && !signature.empty()) {
      if (auto problem = cutter.transcode()) {
        file_done(cutter);
        return Rejection{current.path, 0, problem->reason, problem->detail};
      }
    }
    open.emplace(OpenFile{std::move(cutter), sniffed.format, provenance(), {}});
    if (options.sidecars && current.path != "-") open->sidecar = read_sidecar(current.path);
    if (sniffed.layout != RecordLayout::Page) open->where.number = 1;
    return std::nullopt;
  }

  Provenance provenance() const {
    Provenance where;
    where.source = current.path;
    where.relative_path = current.relative_path;
    where.ordinal = next_ordinal;
    if (options.use_file_times && current.modified != 0) where.file_time = current.modified;
    return where;
  }

  std::optional<Outcome> next_of_file() {
    auto cut = open->cutter.next();
    if (!cut) return std::nullopt;
    if (const auto* failure = std::get_if<CutFailure>(&*cut)) {
      return Rejection{current.path, failure->offset_bytes, failure->reason, failure->detail};
    }
    auto& piece = std::get<CutRecord>(*cut);
    RawRecord record{open->where, open->format, std::move(piece.bytes), open->sidecar};
    record.where.offset_bytes = piece.offset_bytes;
    if (open->where.number != 0) ++open->where.number;
    return record;
  }

  void close_file() {
    file_done(open->cutter);
    open.reset();
  }

  void file_done(const RecordCutter& cutter) {
    progress.bytes_done += cutter.stream().bytes_on_disk();
    ++progress.files_done;
    ++next_ordinal;
  }

  ReadProgress progress_now() const {
    ReadProgress now = progress;
    if (open) now.bytes_done += open->cutter.stream().bytes_on_disk();
    // A pipe has no size to compare with, and a file may have grown.
    if (now.bytes_total != 0) now.bytes_total = std::max(now.bytes_total, now.bytes_done);
    return now;
  }

  ReaderOptions options;
  std::vector<std::variant<FoundFile, Rejection>> entries;
  std::size_t next_entry = 0;
  std::uint64_t next_ordinal = 0;
  FoundFile current;
  std::optional<OpenFile> open;
  ReadProgress progress;
};

RecordSource::RecordSource(const std::vector<std::string>& inputs, const ReaderOptions& options)
    : impl_(std::make_unique<Impl>(inputs, options)) {}
RecordSource::~RecordSource() = default;
RecordSource::RecordSource(RecordSource&&) noexcept = default;
RecordSource& RecordSource::operator=(RecordSource&&) noexcept = default;

std::optional<std::variant<RawRecord, Rejection>> RecordSource::next() {
  return impl_->next();
}

ReadProgress RecordSource::progress() const {
  return impl_->progress_now();
}

}  // namespace pullquote

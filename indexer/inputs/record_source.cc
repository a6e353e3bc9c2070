// SPDX-License-Identifier: GPL-3.0-or-later
/// Files one after another: opened, recognised, cut into records.
#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "indexer/inputs/archive_reader.h"
#include "indexer/inputs/input_walk.h"
#include "indexer/inputs/open_input.h"
#include "pullquote/article_reader.h"
#include "schema/io/descriptor.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxSidecarBytes = 1 << 20;

/// "page.txt.gz" may have page.txt.gz.meta.json, page.txt.meta.json or page.meta.json beside it.
std::string read_sidecar(const std::string& path) {
  const std::size_t name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
  for (std::string stem = path; stem.size() > name;) {
    const auto bytes = read_regular_file(stem + ".meta.json", kMaxSidecarBytes);
    if (bytes && !bytes->empty()) return *bytes;
    const std::size_t dot = stem.rfind('.');
    if (dot == std::string::npos || dot <= name) break;
    stem.resize(dot);
  }
  return {};
}

/// What a cutter has looked at and the rest of its stream.
ByteSource source_of(RecordCutter&& cutter) {
  // Shared by the copies that a std::function may be made into; there is but one in use.
  auto shared = std::make_shared<RecordCutter>(std::move(cutter));
  return [shared](std::span<char> buffer, std::optional<StreamFailure>& problem) {
    const std::string_view bytes = shared->peek(buffer.size());
    std::copy(bytes.begin(), bytes.end(), buffer.begin());
    const std::size_t size = bytes.size();
    shared->skip(size);
    if (size == 0) problem = shared->stream().failure();
    return size;
  };
}

/// One file, or member of an archive, on its way through the cutter.
struct OpenFile {
  OpenInput input;
  Provenance where;
  std::string sidecar;
};

/// An archive and where it stands.
struct OpenArchive {
  ArchiveReader reader;
  FoundFile file;
};

using Clock = std::chrono::steady_clock;

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
      if (archive) {
        if (auto rejection = open_member()) return std::move(*rejection);
        continue;
      }
      if (next_entry == entries.size()) return std::nullopt;
      auto& entry = entries[next_entry++];
      if (auto* rejection = std::get_if<Rejection>(&entry)) return std::move(*rejection);
      current = std::move(std::get<FoundFile>(entry));
      spent = {};
      if (auto rejection = open_file()) return std::move(*rejection);
    }
  }

  Rejection reject(const CutFailure& failure) const {
    return {current.path, failure.offset_bytes, failure.reason, failure.detail};
  }

  /// Opens the current file; a rejection when nothing can be read from it.
  std::optional<Rejection> open_file() {
    auto opened = open_input(ByteStream(current.path, options.limits, options.stop), options);
    if (auto* failure = std::get_if<CutFailure>(&opened)) {
      file_done(current.bytes);
      return reject(*failure);
    }
    auto& input = std::get<OpenInput>(opened);
    if (input.is_archive) {
      open_archive(std::move(input));
      return std::nullopt;
    }
    open.emplace(OpenFile{std::move(input), provenance(), {}});
    if (options.sidecars && current.path != "-") open->sidecar = read_sidecar(current.path);
    if (open->input.layout != RecordLayout::Page) open->where.number = 1;
    return std::nullopt;
  }

  void open_archive(OpenInput&& input) {
    const bool is_zip = input.cutter.peek(2) == "PK" && input.cutter.stream().compression().empty();
    if (current.path == "-") {  // what has been looked at cannot be read again
      archive.emplace(
          OpenArchive{ArchiveReader(ByteStream(source_of(std::move(input.cutter)), options.limits),
                                    options.limits),
                      current});
    } else if (is_zip) {
      archive.emplace(OpenArchive{ArchiveReader(current.path, options.limits), current});
    } else {
      archive.emplace(OpenArchive{
          ArchiveReader(ByteStream(current.path, options.limits, options.stop), options.limits),
          current});
    }
  }

  /// Opens the archive's next member, or closes the archive.
  std::optional<Rejection> open_member() {
    const auto found = archive->reader.next();
    if (!found) {
      file_done(archive->reader.bytes_on_disk());
      archive.reset();
      return std::nullopt;
    }
    if (const auto* failure = std::get_if<StreamFailure>(&*found)) {
      return Rejection{archive->file.path, 0, failure->reason, failure->detail};
    }
    const auto& member = std::get<ArchiveMember>(*found);
    current = {archive->file.path + "!" + member.name,
               archive->file.relative_path + "/" + member.name, 0, member.modified};
    auto opened = open_input(archive->reader.open_member(), options);
    if (const auto* failure = std::get_if<CutFailure>(&opened)) {
      ++next_ordinal;
      return reject(*failure);
    }
    if (std::get<OpenInput>(opened).is_archive) {
      ++next_ordinal;
      return Rejection{current.path, 0, "archive within an archive", "unpack the outer one"};
    }
    open.emplace(OpenFile{std::move(std::get<OpenInput>(opened)), provenance(), {}});
    if (open->input.layout != RecordLayout::Page) open->where.number = 1;
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
    if (current.path != "-" && spent > std::chrono::seconds(options.limits.seconds)) {
      close_file();
      if (archive) archive.reset();
      return Rejection{current.path, 0, "takes too long",
                       "more than " + std::to_string(options.limits.seconds) + " seconds"};
    }
    const Clock::time_point start = Clock::now();
    auto cut = open->input.cutter.next();
    spent += Clock::now() - start;
    if (!cut) return std::nullopt;
    if (const auto* failure = std::get_if<CutFailure>(&*cut)) {
      if (open->where.number != 0) ++open->where.number;  // a refused record keeps its number
      return reject(*failure);
    }
    auto& piece = std::get<CutRecord>(*cut);
    RawRecord record;
    record.where = open->where;
    record.format = open->input.format;
    record.bytes = std::move(piece.bytes);
    record.sidecar = open->sidecar;
    record.charset = open->input.charset;
    record.context = open->input.cutter.context();
    record.where.offset_bytes = piece.offset_bytes;
    if (open->where.number != 0) ++open->where.number;
    return record;
  }

  void close_file() {
    if (archive) {
      ++next_ordinal;
    } else {
      file_done(open->input.cutter.stream().bytes_on_disk());
    }
    open.reset();
  }

  void file_done(std::uint64_t bytes) {
    progress.bytes_done += bytes;
    ++progress.files_done;
    ++next_ordinal;
  }

  ReadProgress progress_now() const {
    ReadProgress now = progress;
    if (archive) {
      now.bytes_done += archive->reader.bytes_on_disk();
    } else if (open) {
      now.bytes_done += open->input.cutter.stream().bytes_on_disk();
    }
    // A pipe has no size to compare with, and a file may have grown.
    if (now.bytes_total != 0) now.bytes_total = std::max(now.bytes_total, now.bytes_done);
    return now;
  }

  ReaderOptions options;
  std::vector<std::variant<FoundFile, Rejection>> entries;
  std::size_t next_entry = 0;
  std::uint64_t next_ordinal = 0;
  FoundFile current;
  std::optional<OpenArchive> archive;
  std::optional<OpenFile> open;  ///< within the archive, where there is one; closed before it
  Clock::duration spent{};       ///< on cutting the current file
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

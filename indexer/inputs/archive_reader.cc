// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/inputs/input_walk.h"

namespace pullquote {
namespace {

constexpr std::size_t kBlockBytes = 1 << 18;
constexpr std::uint64_t kFreeExpansion = 64u << 20;

struct ArchiveCloser {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

std::string plain_name(const char* name) {
  std::string_view rest = name == nullptr ? std::string_view() : name;
  while (rest.starts_with("./") || rest.starts_with('/')) {
    rest.remove_prefix(rest.starts_with('/') ? 1 : 2);
  }
  return std::string(rest);
}

/// ".git/config", "__MACOSX/._page.html"
bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos ||
         name.starts_with("__MACOSX/");
}

}  // namespace

struct ArchiveReader::Impl {
  explicit Impl(const ReaderLimits& given_limits) : limits(given_limits) {}

  void open(const std::string& path) {
    reader.reset(archive_read_new());
    archive_read_support_format_zip(reader.get());
    failed = archive_read_open_filename(reader.get(), path.c_str(), kBlockBytes) != ARCHIVE_OK;
  }

  void open(ByteStream given) {
    stream.emplace(std::move(given));
    reader.reset(archive_read_new());
    archive_read_support_format_zip_streamable(reader.get());
    archive_read_support_format_tar(reader.get());
    failed = archive_read_open(reader.get(), this, nullptr, &Impl::feed, nullptr) != ARCHIVE_OK;
  }

  static la_ssize_t feed(archive*, void* self, const void** block) {
    auto& impl = *static_cast<Impl*>(self);
    impl.block.resize(kBlockBytes);
    const std::size_t size = impl.stream->read(impl.block);
    *block = impl.block.data();
    return static_cast<la_ssize_t>(size);
  }

  StreamFailure failure() const {
    if (stream && stream->failure()) return *stream->failure();
    const char* message = archive_error_string(reader.get());
    const std::string detail = message == nullptr ? "" : message;
    const bool truncated = detail.find("runcated") != std::string::npos;
    return {truncated ? "truncated archive" : "damaged archive", detail};
  }

  std::uint64_t bytes_on_disk() const {
    if (stream) return stream->bytes_on_disk();
    return static_cast<std::uint64_t>(
        std::max<la_int64_t>(0, archive_filter_bytes(reader.get(), -1)));
  }

  std::size_t read(std::span<char> buffer, std::optional<StreamFailure>& problem) {
    const la_ssize_t got = archive_read_data(reader.get(), buffer.data(), buffer.size());
    if (got < 0) {
      problem = failure();
      return 0;
    }
    produced += static_cast<std::uint64_t>(got);
    if (produced > kFreeExpansion && produced / limits.expansion_ratio > bytes_on_disk()) {
      problem =
          StreamFailure{"expands too much", "more than " + std::to_string(limits.expansion_ratio) +
                                                " times its compressed size"};
      ended = true;
      return 0;
    }
    return static_cast<std::size_t>(got);
  }

  ReaderLimits limits;
  std::optional<ByteStream> stream;  ///< where the bytes come from, unless from a file by its name
  std::unique_ptr<archive, ArchiveCloser> reader;
  std::vector<char> block;
  std::uint64_t produced = 0;
  std::uint64_t members = 0;
  bool failed = false;
  bool ended = false;
};

ArchiveReader::ArchiveReader(const std::string& path, const ReaderLimits& limits)
    : impl_(std::make_unique<Impl>(limits)) {
  impl_->open(path);
}
ArchiveReader::ArchiveReader(ByteStream stream, const ReaderLimits& limits)
    : impl_(std::make_unique<Impl>(limits)) {
  impl_->open(std::move(stream));
}
ArchiveReader::~ArchiveReader() = default;
ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader& ArchiveReader::operator=(ArchiveReader&&) noexcept = default;

std::optional<std::variant<ArchiveMember, StreamFailure>> ArchiveReader::next() {
  if (impl_->ended) return std::nullopt;
  if (impl_->failed) {
    impl_->ended = true;
    return impl_->failure();
  }
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(impl_->reader.get(), &entry);
    if (status == ARCHIVE_EOF) return std::nullopt;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      impl_->ended = true;
      return impl_->failure();
    }
    ArchiveMember member{plain_name(archive_entry_pathname(entry)), archive_entry_mtime(entry)};
    if (archive_entry_filetype(entry) != AE_IFREG || member.name.empty() ||
        is_hidden(member.name) || is_sidecar_name(member.name)) {
      continue;
    }
    if (++impl_->members > impl_->limits.records) {
      impl_->ended = true;
      return StreamFailure{"too many records",
                           "more than " + std::to_string(impl_->limits.records) + " members"};
    }
    return member;
  }
}

ByteStream ArchiveReader::open_member() {
  return ByteStream(
      [impl = impl_.get()](std::span<char> buffer, std::optional<StreamFailure>& problem) {
        return impl->read(buffer, problem);
      },
      impl_->limits);
}

std::uint64_t ArchiveReader::bytes_on_disk() const {
  return impl_->bytes_on_disk();
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// read(2) for plain files, libarchive's filters for compressed ones.
#include "indexer/inputs/byte_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "pullquote/error.h"
#include "schema/io/descriptor.h"

namespace pullquote {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBlockBytes = 1 << 18;
constexpr std::size_t kMagicBytes = 6;
/// Small files may expand as they like: a page of blanks compresses without limit.
constexpr std::uint64_t kFreeExpansion = 64u << 20;

/// How a compression is called in a rejection; "" for uncompressed bytes.
std::string_view compression_of(std::string_view head) {
  if (head.starts_with("\x1F\x8B"sv)) return "gzip";
  if (head.starts_with("\x28\xB5\x2F\xFD"sv)) return "zstd";
  if (head.starts_with("\xFD"
                       "7zXZ\0"sv))
    return "xz";
  if (head.size() > 3 && head.starts_with("BZh"sv) && head[3] >= '1' && head[3] <= '9') {
    return "bzip2";
  }
  return {};
}

struct ArchiveCloser {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

}  // namespace

struct ByteStream::Impl {
  explicit Impl(const ReaderLimits& given_limits) : limits(given_limits) {}
  ~Impl() {
    decompressor.reset();
    if (descriptor > STDIN_FILENO) ::close(descriptor);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void open(const std::string& path) {
    // Without O_NONBLOCK the opening of a pipe would wait for its writer; to a regular file it
    // means nothing.
    descriptor =
        path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0) {
      return fail("unreadable file", std::strerror(errno));
    }
    may_wait = !S_ISREG(status.st_mode);
    recognise();
  }

  void recognise() {
    head.resize(kMagicBytes);
    head.resize(read_disk(head));
    compression = compression_of({head.data(), head.size()});
    if (!compression.empty()) open_decompressor();
  }

  /// As many bytes of the file as there are, up to the size of `buffer`.
  std::size_t read_disk(std::span<char> buffer) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
      if (source) {
        std::optional<StreamFailure> problem;
        const std::size_t got = source(buffer.subspan(filled), problem);
        if (problem) fail(std::move(problem->reason), std::move(problem->detail));
        if (got == 0) break;
        filled += got;
        continue;
      }
      if (may_wait) wait_for_bytes();
      const ssize_t got = uninterrupted(
          [&] { return ::read(descriptor, buffer.data() + filled, buffer.size() - filled); });
      if (got < 0 && errno == EAGAIN) continue;
      if (got < 0) fail("unreadable file", std::strerror(errno));
      if (got <= 0) break;
      filled += static_cast<std::size_t>(got);
    }
    disk_bytes += filled;
    return filled;
  }

  /// Returns when read() would not wait. @throws Interrupted
  void wait_for_bytes() const {
    // How long a stop may go unnoticed.
    constexpr int kMilliseconds = 50;
    for (;;) {
      pollfd waited{.fd = descriptor, .events = POLLIN, .revents = 0};
      const int ready = ::poll(&waited, 1, kMilliseconds);
      if (stop.stop_requested()) throw Interrupted("interrupted while waiting for input");
      if (ready > 0 || (ready < 0 && errno != EINTR)) return;
    }
  }

  void open_decompressor() {
    decompressor.reset(archive_read_new());
    archive* reader = decompressor.get();
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_format_raw(reader);
    archive_read_support_format_empty(reader);
    archive_entry* entry = nullptr;
    if (archive_read_open(reader, this, nullptr, &Impl::feed, nullptr) != ARCHIVE_OK) {
      return fail_decompression();
    }
    const int status = archive_read_next_header(reader, &entry);
    if (status == ARCHIVE_EOF) {
      ended = true;
    } else if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      fail_decompression();
    }
  }

  /// Hands libarchive the next block, the bytes looked at before included.
  static la_ssize_t feed(archive*, void* self, const void** block) {
    auto& stream = *static_cast<Impl*>(self);
    stream.block.resize(kBlockBytes);
    std::size_t size = std::exchange(stream.head_used, stream.head.size());
    size = stream.head.size() - size;
    std::copy_n(stream.head.end() - static_cast<std::ptrdiff_t>(size), size, stream.block.begin());
    if (size == 0) size = stream.read_disk(stream.block);
    *block = stream.block.data();
    return static_cast<la_ssize_t>(size);
  }

  std::size_t read_plain(std::span<char> buffer) {
    const std::size_t from_head = std::min(buffer.size(), head.size() - head_used);
    std::copy_n(head.begin() + static_cast<std::ptrdiff_t>(head_used), from_head, buffer.begin());
    head_used += from_head;
    return from_head + read_disk(buffer.subspan(from_head));
  }

  /// By blocks: archive_read_data() loses what it has read when a later block fails.
  std::size_t read_compressed(std::span<char> buffer) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
      if (pending.empty() && !next_block()) break;
      const std::size_t size = std::min(pending.size(), buffer.size() - filled);
      std::copy_n(pending.begin(), size, buffer.begin() + static_cast<std::ptrdiff_t>(filled));
      pending.remove_prefix(size);
      filled += size;
    }
    return filled;
  }

  bool next_block() {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(decompressor.get(), &data, &size, &offset);
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      if (status != ARCHIVE_EOF) fail_decompression();
      return false;
    }
    pending = {static_cast<const char*>(data), size};
    return true;
  }

  void fail(std::string reason, std::string detail) {
    ended = true;
    if (!failure) failure = StreamFailure{std::move(reason), std::move(detail)};
  }

  void fail_decompression() {
    const char* message = archive_error_string(decompressor.get());
    const std::string detail = message != nullptr ? message : "";
    const bool truncated = detail.find("runcated") != std::string::npos;
    fail((truncated ? "truncated " : "damaged ") + std::string(compression) + " stream", detail);
  }

  void check_limits() {
    if (produced > limits.input_bytes) {
      fail("input too large", "more than " + std::to_string(limits.input_bytes) + " bytes");
    } else if (!compression.empty() && produced > kFreeExpansion &&
               produced / limits.expansion_ratio > disk_bytes) {
      fail("expands too much",
           "more than " + std::to_string(limits.expansion_ratio) + " times its compressed size");
    }
  }

  ReaderLimits limits;
  ByteSource source;  ///< in place of the descriptor
  int descriptor = -1;
  bool may_wait = false;  ///< `descriptor` is a pipe, a terminal or the like
  std::stop_token stop;
  std::vector<char> head;     ///< read to recognise compression
  std::size_t head_used = 0;  ///< bytes of it already passed on
  std::string_view compression;
  std::vector<char> block;
  std::string_view pending;  ///< decompressed and not yet handed out; libarchive's
  std::unique_ptr<archive, ArchiveCloser> decompressor;
  std::uint64_t disk_bytes = 0;
  std::uint64_t produced = 0;
  bool ended = false;
  std::optional<StreamFailure> failure;
};

ByteStream::ByteStream(const std::string& path, const ReaderLimits& limits, std::stop_token stop)
    : impl_(std::make_unique<Impl>(limits)) {
  impl_->stop = std::move(stop);
  impl_->open(path);
}
ByteStream::ByteStream(ByteSource source, const ReaderLimits& limits)
    : impl_(std::make_unique<Impl>(limits)) {
  impl_->source = std::move(source);
  impl_->recognise();
}
ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

std::size_t ByteStream::read(std::span<char> buffer) {
  if (impl_->ended) return 0;
  const std::size_t got =
      impl_->decompressor ? impl_->read_compressed(buffer) : impl_->read_plain(buffer);
  impl_->produced += got;
  if (got < buffer.size()) impl_->ended = true;
  impl_->check_limits();
  return got;
}

const std::optional<StreamFailure>& ByteStream::failure() const {
  return impl_->failure;
}

std::string_view ByteStream::compression() const {
  return impl_->compression;
}

std::uint64_t ByteStream::bytes_on_disk() const {
  return impl_->disk_bytes;
}

ByteSource source_of(std::string bytes) {
  return [bytes = std::move(bytes), at = std::size_t{0}](std::span<char> buffer,
                                                         std::optional<StreamFailure>&) mutable {
    const std::size_t size = std::min(buffer.size(), bytes.size() - at);
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), size, buffer.begin());
    at += size;
    return size;
  };
}

}  // namespace pullquote

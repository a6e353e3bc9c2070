// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/writer_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <string>
#include <string_view>

#include "pullquote/error.h"
#include "pullquote/timestamp.h"
#include "schema/io/write_failure.h"
#include "schema/store/layout.h"

namespace pullquote {
namespace {

/// The first line of the lock file: "process 4711 on host.example since 2026-11-22T10:30:00Z".
std::string holder_of(int descriptor) {
  std::array<char, 512> buffer{};
  const ssize_t count = ::pread(descriptor, buffer.data(), buffer.size(), 0);
  if (count <= 0) return "another process";
  const std::string_view text(buffer.data(), static_cast<std::size_t>(count));
  return std::string(text.substr(0, text.find('\n')));
}

std::string host_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "this machine";
  return name.data();
}

/// Empties the file; its new modification time is the present.
std::int64_t stamp(int descriptor, const std::filesystem::path& file) {
  struct stat status {};
  // Writing before cutting, because cutting an empty file leaves its times as they are.
  if (::pwrite(descriptor, "\n", 1, 0) != 1 || ::ftruncate(descriptor, 0) != 0 ||
      ::fstat(descriptor, &status) != 0) {
    throw_write_failed("write", file);
  }
  return status.st_mtime;
}

void write_holder(int descriptor, std::int64_t since, const std::filesystem::path& file) {
  const std::string line = fmt::format("process {} on {} since {}\n", ::getpid(), host_name(),
                                       to_iso8601({since, TimePrecision::Second, std::int16_t{0}}));
  if (::pwrite(descriptor, line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) {
    throw_write_failed("write", file);
  }
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& index)
    : WriterLock(index, StoreLayout{index}.lock()) {}

WriterLock::WriterLock(const std::filesystem::path& index, const std::filesystem::path& name)
    : file_(name, O_RDWR | O_CREAT | O_NOFOLLOW) {
  if (file_.get() < 0) throw_write_failed("open", name);
  if (uninterrupted([&] { return ::flock(file_.get(), LOCK_EX | LOCK_NB); }) != 0) {
    if (errno != EWOULDBLOCK) throw_write_failed("lock", name);
    throw LockHeld(fmt::format("{} is being written by {}; wait for it to end", index.string(),
                               holder_of(file_.get())));
  }
  taken_at_ = stamp(file_.get(), name);
  write_holder(file_.get(), taken_at_, name);
}

WriterLock::~WriterLock() {
  // The file stays: removing it would let two writers lock two files of one name.
  (void)::ftruncate(file_.get(), 0);
}

}  // namespace pullquote

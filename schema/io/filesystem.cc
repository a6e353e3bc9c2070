// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/filesystem.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <string>
#include <system_error>

#include "schema/io/write_failure.h"

namespace pullquote {
namespace {

namespace fs = std::filesystem;

/// An open file or folder; closing reports errors only where asked.
class Descriptor final {
 public:
  Descriptor(const fs::path& path, int flags) : path_(path) {
    number_ = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    if (number_ < 0) throw_write_failed("open", path_);
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::write(number_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) throw_write_failed("write", path_);
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }

  void sync() {
    if (::fsync(number_) != 0) throw_write_failed("sync", path_);
  }

  void close() {
    const int number = number_;
    number_ = -1;
    if (::close(number) != 0) throw_write_failed("close", path_);
  }

 private:
  const fs::path& path_;
  int number_ = -1;
};

class RealFilesystem final : public Filesystem {
 public:
  void sync_tree(const fs::path& root) override {
    std::error_code error;
    for (fs::recursive_directory_iterator entry(root, error), end; !error && entry != end;
         entry.increment(error)) {
      Descriptor(entry->path(), O_RDONLY).sync();
    }
    if (error && error != std::errc::not_a_directory) throw_write_failed("list", root, error);
    Descriptor(root, O_RDONLY).sync();
  }

  void write_synced(const fs::path& file, std::string_view bytes) override {
    Descriptor out(file, O_WRONLY | O_CREAT | O_TRUNC);
    out.write(bytes);
    out.sync();
    out.close();
  }

  void rename(const fs::path& from, const fs::path& to) override {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) throw_write_failed("rename " + from.string() + " to", to, error);
  }

  void sync_directory(const fs::path& folder) override {
    Descriptor(folder, O_RDONLY | O_DIRECTORY).sync();
  }

  void create_directories(const fs::path& folder) override {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw_write_failed("make the folder", folder, error);
  }

  void remove_tree(const fs::path& root) override {
    std::error_code error;
    fs::remove_all(root, error);
    if (error) throw_write_failed("remove", root, error);
  }
};

}  // namespace

std::uint64_t Filesystem::available_bytes(const fs::path& folder) {
  std::error_code error;
  const fs::space_info space = fs::space(folder, error);
  if (error) throw_write_failed("find the free space of", folder, error);
  return space.available;
}

Filesystem& real_filesystem() {
  static RealFilesystem filesystem;
  return filesystem;
}

}  // namespace pullquote

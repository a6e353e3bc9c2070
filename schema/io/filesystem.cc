// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/filesystem.h"

#include <unistd.h>
#include <string>
#include <system_error>

#include "schema/io/descriptor.h"
#include "schema/io/output_file.h"
#include "schema/io/write_failure.h"

namespace pullquote {
namespace {

namespace fs = std::filesystem;

/// Of a file or folder as it is.
void sync(const fs::path& path) {
  const Descriptor descriptor(path);
  if (descriptor.get() < 0) throw_write_failed("open", path);
  if (::fsync(descriptor.get()) != 0) throw_write_failed("sync", path);
}

class RealFilesystem final : public Filesystem {
 public:
  void sync_tree(const fs::path& root) override {
    std::error_code error;
    for (fs::recursive_directory_iterator entry(root, error), end; !error && entry != end;
         entry.increment(error)) {
      sync(entry->path());
    }
    if (error && error != std::errc::not_a_directory) throw_write_failed("list", root, error);
    sync(root);
  }

  void write_synced(const fs::path& file, std::string_view bytes) override {
    OutputFile out(file);
    out.write(bytes);
    out.sync();
    out.close();
  }

  void rename(const fs::path& from, const fs::path& to) override {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) throw_write_failed("rename " + from.string() + " to", to, error);
  }

  void sync_directory(const fs::path& folder) override { sync(folder); }

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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "pullquote/error.h"
#include "schema/store/index_damage.h"

namespace pullquote {
namespace {

/// Closes a file descriptor when it goes.
class OpenFile final {
 public:
  explicit OpenFile(const std::filesystem::path& file)
      : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void throw_unavailable(const std::filesystem::path& file) {
  throw IndexUnavailable("cannot map " + file.string() + ": " +
                         std::generic_category().message(errno));
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& file) {
  const OpenFile in(file);
  struct stat status {};
  if (in.get() < 0 || ::fstat(in.get(), &status) != 0) throw_unavailable(file);
  if (!S_ISREG(status.st_mode) || status.st_size == 0) {
    throw_index_corrupt(file.string() + " is empty or no regular file");
  }
  size_ = static_cast<std::size_t>(status.st_size);
  void* mapping = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, in.get(), 0);
  if (mapping == MAP_FAILED) throw_unavailable(file);
  mapping_ = mapping;
}

MappedFile::~MappedFile() {
  ::munmap(mapping_, size_);
}

}  // namespace pullquote

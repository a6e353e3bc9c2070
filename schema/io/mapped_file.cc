// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/io/mapped_file.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <cerrno>
#include <system_error>

#include "pullquote/error.h"
#include "schema/io/descriptor.h"
#include "schema/io/index_damage.h"

namespace pullquote {
namespace {

[[noreturn]] void throw_unavailable(const std::filesystem::path& file, const char* remedy) {
  const std::error_code error(errno, std::generic_category());
  const bool missing = error == std::errc::no_such_file_or_directory;
  throw IndexUnavailable("cannot map " + file.string() + ": " + error.message() +
                         (missing ? std::string("; ") + remedy : ""));
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& file, const char* remedy) {
  const Descriptor in(file, O_RDONLY | O_NONBLOCK);  // a pipe must not make us wait
  struct stat status {};
  if (in.get() < 0 || ::fstat(in.get(), &status) != 0) throw_unavailable(file, remedy);
  if (!S_ISREG(status.st_mode)) throw_index_corrupt(file.string() + " is no regular file");
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* mapping = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, in.get(), 0);
  if (mapping == MAP_FAILED) throw_unavailable(file, remedy);
  mapping_ = mapping;
}

MappedFile::~MappedFile() {
  if (mapping_ != nullptr) ::munmap(mapping_, size_);
}

}  // namespace pullquote

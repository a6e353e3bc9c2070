// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/generation_lock.h"

#include <sys/file.h>
#include <sys/stat.h>
#include <cerrno>

#include "pullquote/error.h"
#include "schema/store/layout.h"

namespace pullquote {
namespace {

/// Whether somebody else has a lock that excludes this one.
bool is_refused(const Descriptor& file, int kind) {
  const int result = uninterrupted([&] { return ::flock(file.get(), kind | LOCK_NB); });
  return result != 0 && errno == EWOULDBLOCK;
}

/// Whether the open file still has this name.
bool has_name(const Descriptor& file, const std::filesystem::path& name) {
  struct stat open {};
  struct stat named {};
  return ::fstat(file.get(), &open) == 0 && ::stat(name.c_str(), &named) == 0 &&
         open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

}  // namespace

GenerationHold::GenerationHold(const std::filesystem::path& folder)
    : manifest_(folder / kManifestName) {
  if (manifest_.get() < 0) return;
  if (!is_refused(manifest_, LOCK_SH) && has_name(manifest_, folder / kManifestName)) return;
  throw IndexUnavailable("cannot open " + folder.string() +
                         ": it is being removed by a build that published a newer generation; "
                         "open the published one, or build with a greater --keep");
}

GenerationRemoval::GenerationRemoval(const std::filesystem::path& folder)
    : manifest_(folder / kManifestName) {
  granted_ = manifest_.get() < 0 || !is_refused(manifest_, LOCK_EX);
}

}  // namespace pullquote

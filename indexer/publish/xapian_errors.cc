// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/xapian_errors.h"

#include <string>
#include <string_view>

#include "schema/io/index_damage.h"

namespace pullquote {
namespace {

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  for (std::string_view other : types) {
    if (type == other) return true;
  }
  return false;
}

}  // namespace

void throw_translated(const Xapian::Error& error, const std::filesystem::path& index) {
  const std::string name = index.empty() ? "the index" : index.string();
  const std::string reason = name + ": " + error.get_description();
  // Xapian's errors are not polymorphic: the type's name is all that is left of the class here.
  const std::string_view type = error.get_type();
  if (is_one_of(type,
                {"DatabaseCorruptError", "DocNotFoundError", "RangeError", "SerialisationError"})) {
    throw_index_corrupt("cannot read " + reason);
  }
  if (type == "DatabaseLockError") {
    throw LockHeld("cannot write " + reason + "; wait for the other writer to end");
  }
  if (is_one_of(type, {"DatabaseOpeningError", "DatabaseNotFoundError", "DatabaseVersionError"})) {
    throw IndexUnavailable("cannot open " + reason +
                           "; check that its files are there and readable (`pullquote verify`), " +
                           kIndexRemedy);
  }
  throw IndexUnavailable("cannot read " + reason +
                         "; try again, and check the disk and the index (`pullquote verify`) if "
                         "it happens again");
}

}  // namespace pullquote

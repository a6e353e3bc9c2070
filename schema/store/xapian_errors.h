// SPDX-License-Identifier: GPL-3.0-or-later
/// The only place that names Xapian's errors. Xapian::Error is no std::exception, so a catch clause
/// above the libraries would miss it.
#pragma once

#include <xapian.h>
#include <utility>

#include "pullquote/error.h"

namespace pullquote {

template <class Operation>
decltype(auto) with_pullquote_errors(Operation&& operation) try {
  return std::forward<Operation>(operation)();
} catch (const Xapian::DatabaseCorruptError& error) {
  throw IndexCorrupt(error.get_description() +
                     "; rebuild the index or roll back to an older generation");
} catch (const Xapian::DatabaseLockError& error) {
  throw LockHeld(error.get_description());
} catch (const Xapian::DatabaseOpeningError& error) {
  throw IndexUnavailable(error.get_description());
} catch (const Xapian::Error& error) {
  throw IndexUnavailable(error.get_description());
}

}  // namespace pullquote

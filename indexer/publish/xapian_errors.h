// SPDX-License-Identifier: GPL-3.0-or-later
/// The only place that names Xapian's errors. Xapian::Error is no std::exception, so a catch clause
/// above the libraries would miss it.
#pragma once

#include <xapian.h>
#include <filesystem>
#include <utility>

#include "pullquote/error.h"

namespace pullquote {

/// Throws what `error` means for who reads `index`: a message with the path, the operation, the
/// engine's own words and what to do.
/// @throws IndexCorrupt  the database contradicts itself, or has no document that it should have.
/// @throws LockHeld, IndexUnavailable
[[noreturn]] void throw_translated(const Xapian::Error& error, const std::filesystem::path& index);

/// Runs an operation on the databases of `index`: a generation, or one database of it; empty where
/// only the engine knows.
template <class Operation>
decltype(auto) with_pullquote_errors(Operation&& operation,
                                     const std::filesystem::path& index = {}) try {
  return std::forward<Operation>(operation)();
} catch (const Xapian::Error& error) {
  throw_translated(error, index);
}

}  // namespace pullquote

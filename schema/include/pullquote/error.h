// SPDX-License-Identifier: GPL-3.0-or-later
/// What can go wrong with the world. Malformed input and malformed queries are values, not these.
///
///     try {
///       build_index(options);
///     } catch (const LockHeld& error) {
///       std::cerr << error.what() << '\n';  // another build is at work
///     } catch (const Error& error) {
///       std::cerr << error.what() << '\n';
///     }
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace pullquote {

/// Base of all exceptions of this library. The message names the path, the operation that failed
/// and what to do about it.
class Error : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Nothing is published there, or it cannot be read (permissions, I/O errors).
class IndexUnavailable : public Error {
  using Error::Error;
};

/// The index contradicts itself; it must be rebuilt or rolled back.
class IndexCorrupt : public Error {
  using Error::Error;
};

/// The index was built with another field table, analyser or format. Names both versions.
class SchemaMismatch : public Error {
  using Error::Error;
};

/// Another writer holds the index. Names the holder.
class LockHeld : public Error {
  using Error::Error;
};

/// The disk is full, a file cannot be written, a directory cannot be made.
class WriteFailed : public Error {
  using Error::Error;
};

/// A build stopped on purpose: too many rejections, or verification refused the result. What was
/// published before is untouched.
class BuildRefused : public Error {
  using Error::Error;
};

/// The caller asked to stop (SIGINT, SIGTERM). What was published before is untouched.
class Interrupted : public Error {
  using Error::Error;
};

/// An input the reader understood well enough to refuse: counted and reported, never thrown.
struct Rejection {
  std::string source;  ///< path as given, with "!member" inside an archive; "-" is stdin
  std::uint64_t offset_bytes = 0;  ///< of the record within the (decompressed) source
  std::string reason;  ///< short and stable enough to count by ("no headline and no body")
  std::string detail;  ///< what was found, and what to do; may be empty
  friend bool operator==(const Rejection&, const Rejection&) = default;
};

}  // namespace pullquote

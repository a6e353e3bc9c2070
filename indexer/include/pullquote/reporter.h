// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a library's words go: the library never prints.
///
///     class Log final : public Reporter {
///       void message(Severity, std::string_view text) override { std::clog << text << '\n'; }
///     };
#pragma once

#include <cstdint>
#include <string_view>

namespace pullquote {

enum class Severity : std::uint8_t { Error, Warning, Info, Debug };

/// How far a long operation has come. Totals of 0 are unknown.
struct Progress {
  std::string_view stage;  ///< as named in the report: "reading", "indexing", "publishing"
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  std::string_view unit;       ///< of done and total: "bytes", "articles"
  std::uint64_t articles = 0;  ///< finished so far in this stage
  double seconds = 0;          ///< since the stage began
};

/// Says nothing; derive from it to hear. Implementations must be thread-safe: any worker may call.
class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual void message(Severity /*severity*/, std::string_view /*text*/) {}
  /// Called several times a second at most.
  virtual void progress(const Progress& /*progress*/) {}
};

/// For operations whose messages and progress nobody wants. What an operation did is in what it
/// returns; warnings are lost.
inline Reporter& silent_reporter() {
  static Reporter silent;
  return silent;
}

}  // namespace pullquote

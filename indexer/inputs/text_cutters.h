// SPDX-License-Identifier: GPL-3.0-or-later
/// Whole pages, lines, and JSON values over several lines.
#pragma once

#include "indexer/inputs/record_cutter.h"

namespace pullquote {

/// The whole stream is one record.
class PageCutter final : public LayoutCutter {
 public:
  explicit PageCutter(const ReaderLimits& limits) : limits_(limits) {}
  std::optional<CutPiece> next(ByteWindow& window) override;

 private:
  ReaderLimits limits_;
  bool done_ = false;
};

/// One record a line. A line that is too long is passed over without being held.
class LineCutter final : public LayoutCutter {
 public:
  explicit LineCutter(const ReaderLimits& limits) : limits_(limits) {}
  std::optional<CutPiece> next(ByteWindow& window) override;

 private:
  CutPiece skip_line(ByteWindow& window) const;

  ReaderLimits limits_;
};

/// JSON objects over several lines: one after another, or the elements of an array.
class JsonValueCutter final : public LayoutCutter {
 public:
  explicit JsonValueCutter(const ReaderLimits& limits) : limits_(limits) {}
  std::optional<CutPiece> next(ByteWindow& window) override;

 private:
  std::optional<CutPiece> end(const ByteWindow& window) const;

  ReaderLimits limits_;
  std::uint64_t open_arrays_ = 0;
  bool found_any_ = false;
};

}  // namespace pullquote

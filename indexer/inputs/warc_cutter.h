// SPDX-License-Identifier: GPL-3.0-or-later
/// Cuts WARC (ISO 28500, versions 0.17 to 1.1) and ARC files into their captures.
///
/// Only records that hold a capture are handed on (response, resource, conversion); requests,
/// metadata, revisits and the like are passed over without being held. A stated length is believed
/// only where another record, or the end, follows what it measures.
#pragma once

#include <string>
#include <string_view>

#include "indexer/inputs/record_cutter.h"

namespace pullquote {

class WarcCutter final : public LayoutCutter {
 public:
  explicit WarcCutter(const ReaderLimits& limits) : limits_(limits) {}
  std::optional<CutPiece> next(ByteWindow& window) override;

 private:
  std::optional<CutPiece> capture(ByteWindow& window, std::size_t header, std::uint64_t length);
  CutPiece resynchronise(ByteWindow& window, CutFailure failure) const;

  ReaderLimits limits_;
  bool found_any_ = false;
  bool done_ = false;
};

class ArcCutter final : public LayoutCutter {
 public:
  explicit ArcCutter(const ReaderLimits& limits) : limits_(limits) {}
  std::optional<CutPiece> next(ByteWindow& window) override;

 private:
  ReaderLimits limits_;
};

}  // namespace pullquote

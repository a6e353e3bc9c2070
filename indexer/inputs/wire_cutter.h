// SPDX-License-Identifier: GPL-3.0-or-later
/// Cuts a log of wire messages (IPTC 7901): each begins with SOH and ends with EOT, or where the
/// next one begins. A message that ends with the stream, before its end of text (ETX), is handed
/// out and then reported.
#pragma once

#include "indexer/inputs/record_cutter.h"

namespace pullquote {

class WireCutter final : public LayoutCutter {
 public:
  explicit WireCutter(const ReaderLimits& limits) : limits_(limits) {}
  std::optional<CutPiece> next(ByteWindow& window) override;

 private:
  ReaderLimits limits_;
  std::optional<CutFailure> cut_short_;  ///< of the record that was handed out last
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// One record a row; the first row, which names the columns, is the context, with the line before
/// it that states the separator, where there is one.
#pragma once

#include "indexer/inputs/record_cutter.h"

namespace pullquote {

class CsvCutter final : public LayoutCutter {
 public:
  explicit CsvCutter(const ReaderLimits& limits) : limits_(limits) {}
  std::optional<CutPiece> next(ByteWindow& window) override;

 private:
  std::optional<CutPiece> row(ByteWindow& window) const;

  ReaderLimits limits_;
  char separator_ = ',';
};

}  // namespace pullquote

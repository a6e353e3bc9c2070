// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/csv_cutter.h"

#include <utility>

#include "indexer/formats/csv_row.h"

namespace pullquote {

std::optional<CutPiece> CsvCutter::next(ByteWindow& window) {
  if (!context_) {
    window.need(64 * 1024);
    separator_ = csv_separator(window.view());
    std::string head = window.take(csv_separator_line(window.view()));
    auto first = row(window);
    if (!first || std::holds_alternative<CutFailure>(*first)) return first;
    head += std::get<CutRecord>(*first).bytes;
    context_ = std::make_shared<const std::string>(std::move(head));
  }
  return row(window);
}

/// The next row that is not blank.
std::optional<CutPiece> CsvCutter::row(ByteWindow& window) const {
  for (;;) {
    const std::uint64_t offset = window.offset();
    const std::size_t size = window.size();
    const auto length = csv_row_length(window.view(), separator_);
    if (!length && size <= limits_.record_bytes && window.fill()) continue;
    if (!length && size > limits_.record_bytes) {
      // Most likely a quote that is never closed: the rows behind it cannot be told apart.
      CutFailure failure = too_large(offset, limits_);
      failure.is_last = true;
      return failure;
    }
    if (!length && window.stream().failure()) return std::nullopt;
    if (!length && csv_ends_in_quotes(window.view(), separator_)) {
      return CutFailure{"CSV ends within quotes", {}, offset, true};
    }
    CutRecord record{window.take(length.value_or(size)), offset};
    if (record.bytes.find_first_not_of(" \t\r\n") != std::string::npos) return record;
    if (!length) return std::nullopt;
  }
}

}  // namespace pullquote

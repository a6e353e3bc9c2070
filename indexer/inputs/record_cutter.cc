// SPDX-License-Identifier: GPL-3.0-or-later
/// What all layouts have in common: limits, and the failures of the stream.
#include "indexer/inputs/record_cutter.h"

#include <utility>

#include "indexer/decoding/charset.h"
#include "indexer/inputs/csv_cutter.h"
#include "indexer/inputs/markup_cutter.h"
#include "indexer/inputs/text_cutters.h"
#include "indexer/inputs/warc_cutter.h"
#include "indexer/inputs/wire_cutter.h"

namespace pullquote {

CutFailure too_large(std::uint64_t offset, const ReaderLimits& limits) {
  return {"record too large",
          "more than " + std::to_string(limits.record_bytes) +
              " bytes, which --limits and an eighth of --memory allow",
          offset, false};
}

std::unique_ptr<LayoutCutter> make_layout_cutter(RecordLayout layout, const ReaderLimits& limits) {
  switch (layout) {
    case RecordLayout::Page:
      return std::make_unique<PageCutter>(limits);
    case RecordLayout::Lines:
      return std::make_unique<LineCutter>(limits);
    case RecordLayout::JsonValues:
      return std::make_unique<JsonValueCutter>(limits);
    case RecordLayout::CsvRows:
      return std::make_unique<CsvCutter>(limits);
    case RecordLayout::WireMessages:
      return std::make_unique<WireCutter>(limits);
    case RecordLayout::WarcRecords:
      return std::make_unique<WarcCutter>(limits);
    case RecordLayout::ArcRecords:
      return std::make_unique<ArcCutter>(limits);
    default:
      return std::make_unique<MarkupCutter>(layout, limits);
  }
}

RecordCutter::RecordCutter(ByteStream stream, RecordLayout layout, const ReaderLimits& limits)
    : window_(std::move(stream)), limits_(limits), layout_(make_layout_cutter(layout, limits)) {}

std::string_view RecordCutter::peek(std::size_t bytes) {
  window_.need(bytes);
  return window_.view().substr(0, bytes);
}

void RecordCutter::set_layout(RecordLayout layout) {
  layout_ = make_layout_cutter(layout, limits_);
}

std::optional<CutFailure> RecordCutter::transcode() {
  if (window_.need(limits_.record_bytes + 1)) {
    done_ = true;
    return CutFailure{"record too large", "a file in UTF-16 is read as a whole", window_.offset(),
                      true};
  }
  window_.replace(decode_text(window_.view()).text);
  return std::nullopt;
}

std::optional<CutPiece> RecordCutter::next() {
  if (done_) return std::nullopt;
  const std::uint64_t offset = window_.offset();
  auto piece = layout_->next(window_);
  if (piece && records_ == limits_.records) {
    done_ = true;
    return CutFailure{"too many records",
                      "more than " + std::to_string(limits_.records) + " in one file", offset,
                      true};
  }
  if (piece) {
    if (const auto* failure = std::get_if<CutFailure>(&*piece)) done_ = failure->is_last;
    ++records_;
    return piece;
  }
  done_ = true;
  const auto& failure = stream().failure();
  if (!failure || std::exchange(reported_, true)) return std::nullopt;
  return CutFailure{failure->reason, failure->detail, window_.offset(), true};
}

}  // namespace pullquote

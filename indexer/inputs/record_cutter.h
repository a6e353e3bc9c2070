// SPDX-License-Identifier: GPL-3.0-or-later
/// Cuts a stream of bytes into records without ever holding more than one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "indexer/inputs/byte_window.h"
#include "indexer/inputs/sniff.h"

namespace pullquote {

struct CutRecord {
  std::string bytes;
  std::uint64_t offset_bytes = 0;
};

/// What could not be cut.
struct CutFailure {
  std::string reason;
  std::string detail;
  std::uint64_t offset_bytes = 0;
  bool is_last = false;  ///< nothing more can be cut from this stream
};

using CutPiece = std::variant<CutRecord, CutFailure>;

/// How one kind of file is cut.
class LayoutCutter {
 public:
  virtual ~LayoutCutter() = default;

  /// The next record, or why the next bytes are none; empty at the end of the stream, whether it
  /// came as it should or by a failure of the stream.
  virtual std::optional<CutPiece> next(ByteWindow& window) = 0;

  /// What stands before the first record and belongs to all of them; null: nothing.
  std::shared_ptr<const std::string> context() const { return context_; }

 protected:
  /// Owned here and by the records cut so far (RawRecord::context).
  std::shared_ptr<const std::string> context_;
};

std::unique_ptr<LayoutCutter> make_layout_cutter(RecordLayout layout, const ReaderLimits& limits);

/// Refuses a record beyond the limit.
CutFailure too_large(std::uint64_t offset, const ReaderLimits& limits);

/// One thread at a time.
class RecordCutter {
 public:
  RecordCutter(ByteStream stream, RecordLayout layout, const ReaderLimits& limits);

  /// Looks ahead: up to `bytes` from where the next record begins.
  std::string_view peek(std::size_t bytes);

  /// Changes how what follows is cut; to be settled before the first record.
  void set_layout(RecordLayout layout);

  /// Drops bytes that were looked at: a byte order mark.
  void skip(std::size_t bytes) { window_.drop(bytes); }

  /// Takes all that is left as one piece, decoded to UTF-8, and goes on within that: for text in
  /// UTF-16, whose line ends are not single bytes. Too much of it gives a failure.
  std::optional<CutFailure> transcode();

  /// The next record, or why the next bytes are none (the one after may be); empty at the end.
  /// Records of white space are passed over.
  std::optional<CutPiece> next();

  /// See LayoutCutter; that of the record cut last.
  std::shared_ptr<const std::string> context() const { return layout_->context(); }

  const ByteStream& stream() const { return window_.stream(); }

 private:
  ByteWindow window_;
  ReaderLimits limits_;
  std::unique_ptr<LayoutCutter> layout_;
  std::uint64_t records_ = 0;
  bool reported_ = false;  ///< the stream's failure has been handed over
  bool done_ = false;      ///< nothing more can be cut
};

}  // namespace pullquote

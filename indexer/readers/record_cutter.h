// SPDX-License-Identifier: GPL-3.0-or-later
/// Cuts a stream of bytes into records without ever holding more than one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/sniff.h"

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
};

/// One thread at a time.
class RecordCutter {
 public:
  RecordCutter(ByteStream stream, RecordLayout layout, const ReaderLimits& limits);

  /// Looks ahead: up to `bytes` from where the next record begins.
  std::string_view peek(std::size_t bytes);

  /// Changes how what follows is cut; to be settled before the first record.
  void set_layout(RecordLayout layout) { layout_ = layout; }

  /// Drops bytes that were looked at: a byte order mark.
  void skip(std::size_t bytes);

  /// Takes all that is left as one piece, decoded to UTF-8, and goes on within that: for text in
  /// UTF-16, whose line ends are not single bytes. Too much of it gives a failure.
  std::optional<CutFailure> transcode();

  /// The next record, or why the next bytes are none (the one after may be); empty at the end.
  /// Records of white space are passed over.
  std::optional<std::variant<CutRecord, CutFailure>> next();

  const ByteStream& stream() const { return stream_; }

 private:
  using Piece = std::variant<CutRecord, CutFailure>;

  bool fill();
  std::optional<Piece> next_page();
  std::optional<Piece> next_line();
  std::optional<Piece> next_value();
  std::optional<CutFailure> stream_failure();
  Piece skip_line();
  CutFailure too_large(std::uint64_t offset) const;
  CutRecord take(std::size_t length);

  ByteStream stream_;
  RecordLayout layout_;
  ReaderLimits limits_;
  std::string buffer_;        ///< bytes read and not yet dropped
  std::size_t start_ = 0;     ///< of the next record in buffer_
  std::uint64_t offset_ = 0;  ///< of start_ in the stream
  bool at_end_ = false;       ///< the stream has nothing more
  bool reported_ = false;     ///< its failure has been handed over
  bool done_ = false;         ///< nothing more can be cut
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// What every format's reader is to RecordParser: a function from one raw record to outcomes.
///
///   void parse_X(const RawRecord&, const ReaderOptions&, const RecordSink&);
///
/// A reader fills in what the record itself says and nothing else. RecordParser then completes each
/// article in the same way for all formats: what the sidecar, --set, the path and the file time say
/// where the record is silent; the id; the language found by content; the cleaning of strings. So
/// a reader leaves Article::id empty unless the record states one, and Article::quotes empty.
/// `where.source` and `where.offset_bytes` of the record go into rejections.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "pullquote/article_reader.h"

namespace pullquote {

/// Receives each outcome of a record, in order.
using RecordSink = std::function<void(ReadOutcome&&)>;

/// A rejection of `record` as a whole. Reasons are counted: keep them free of varying detail.
inline Rejection reject(const RawRecord& record, std::string reason, std::string detail = {}) {
  return Rejection{record.where.source, record.where.offset_bytes, std::move(reason),
                   std::move(detail)};
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Captures of a web archive: the page, feed or document that a crawler was sent.
///
/// The article's URL is the one that was asked for unless the page names its canonical one; the
/// time of the crawl is no publication time.
#pragma once

#include <functional>

#include "indexer/formats/record_reader.h"

namespace pullquote {

/// What a capture holds, as if it were a file of its own.
struct Capture {
  std::string url;  ///< that was asked for
  std::string media_type;
  std::string charset;
  std::string body;
};

/// @return the capture, or why it is none that could be an article (an error page, an image, ...).
std::variant<Capture, Rejection> read_capture(const RawRecord& record,
                                              const ReaderOptions& options);

/// Cuts a capture into records and hands each to `read`; rejections go to `sink`.
void for_each_captured(Capture&& capture, const RawRecord& record, const ReaderOptions& options,
                       const RecordSink& sink, const std::function<void(const RawRecord&)>& read);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/warc_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/decoding/http_message.h"
#include "indexer/inputs/open_input.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// A record as stored: URL, type of its block, block.
struct Stored {
  std::string url;
  std::string content_type;
  std::string_view block;
};

/// wget wrote <URL>.
std::string plain_url(std::string_view url) {
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
  return std::string(url);
}

Stored read_warc(std::string_view bytes) {
  const std::size_t header = header_length(bytes);
  const HeaderFields fields(bytes.substr(0, header));
  return {plain_url(fields.value("warc-target-uri")), std::string(fields.value("content-type")),
          bytes.substr(header)};
}

/// "URL IP date type length", or ten fields of which the first and fourth are the same.
Stored read_arc(std::string_view bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view line = bytes.substr(0, end);
  Stored stored{std::string(line.substr(0, line.find(' '))),
                {},
                bytes.substr(std::min(end + 1, bytes.size()))};
  std::size_t at = 0;
  for (int i = 0; i < 3 && at != kNone; ++i) at = line.find(' ', at + 1);
  if (at != kNone) stored.content_type = line.substr(at + 1, line.find(' ', at + 1) - at - 1);
  return stored;
}

/// Types that may hold text; "" and the vague ones are left to the content.
bool may_be_text(const std::string& type) {
  constexpr std::array<std::string_view, 9> kTypes{
      "application/xhtml+xml", "application/xml",       "application/json",
      "application/ld+json",   "application/feed+json", "application/octet-stream",
      "application/x-ndjson",  "application/nitf+xml",  "unknown"};
  if (type.empty() || type == "no-type") return true;
  if (type == "text/css" || type == "text/javascript" || type == "text/dns" || type == "text/vtt") {
    return false;
  }
  if (type.starts_with("text/")) return true;
  if (type.ends_with("+xml") && !type.starts_with("image/")) return true;
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

/// False for what crawlers note about their work ("dns:", "metadata:") and for rules made for them.
bool is_page_address(const std::string& url) {
  const std::string scheme = ascii_lower(url.substr(0, url.find(':')));
  if (scheme == "dns" || scheme == "metadata" || scheme == "whois" || scheme == "filedesc") {
    return false;
  }
  const std::size_t authority = url.find("://");
  const std::size_t path = url.find('/', authority == kNone ? 0 : authority + 3);
  return path == kNone || ascii_lower(url.substr(path)) != "/robots.txt";
}

/// The format that a type says beyond doubt.
std::optional<InputFormat> format_of(const std::string& type) {
  if (type == "text/html" || type == "application/xhtml+xml") return InputFormat::Html;
  return std::nullopt;
}

}  // namespace

std::variant<Capture, Rejection> read_capture(const RawRecord& record,
                                              const ReaderOptions& options) {
  const std::string_view bytes = record.bytes;
  const Stored stored = bytes.starts_with("WARC/") ? read_warc(bytes) : read_arc(bytes);
  Capture capture;
  capture.url = stored.url;
  std::string block_type;
  split_content_type(stored.content_type, block_type, capture.charset);
  HttpResponse response = read_http_response(stored.block, options.limits.record_bytes);
  if (response.status != 0) {
    if (response.status < 200 || response.status > 299) {
      return reject(record, "not a successful response",
                    std::to_string(response.status) + " " + stored.url);
    }
    if (!response.problem.empty()) return reject(record, response.problem, stored.url);
    capture.media_type = response.media_type;
    capture.charset = response.charset;
    capture.body = std::move(response.body);
  } else {
    capture.media_type = block_type == "application/http" ? std::string() : block_type;
    capture.body = stored.block;
  }
  if (!is_page_address(stored.url)) return reject(record, "not a page", stored.url);
  if (!may_be_text(capture.media_type)) {
    return reject(record, "not a text", capture.media_type + " " + stored.url);
  }
  return capture;
}

void for_each_captured(Capture&& capture, const RawRecord& record, const ReaderOptions& options,
                       const RecordSink& sink, const std::function<void(const RawRecord&)>& read) {
  ReaderOptions inner = options;
  inner.format = format_of(capture.media_type);
  auto opened = open_input(ByteStream(source_of(std::move(capture.body)), options.limits), inner,
                           capture.charset);
  if (const auto* failure = std::get_if<CutFailure>(&opened)) {
    return sink(
        reject(record, failure->reason,
               failure->detail.empty() ? capture.url : failure->detail + ", " + capture.url));
  }
  auto& input = std::get<OpenInput>(opened);
  if (input.is_archive || input.format == InputFormat::Warc) {
    return sink(reject(record, "archive within an archive", capture.url));
  }
  while (auto piece = input.cutter.next()) {
    if (const auto* failure = std::get_if<CutFailure>(&*piece)) {
      sink(reject(record, failure->reason, failure->detail));
      continue;
    }
    RawRecord part;
    part.where = record.where;
    part.format = input.format;
    part.bytes = std::move(std::get<CutRecord>(*piece).bytes);
    part.sidecar = record.sidecar;
    part.charset = input.charset;
    part.context = input.cutter.context();
    read(part);
  }
}

}  // namespace pullquote

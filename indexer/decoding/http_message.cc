// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/decoding/http_message.h"

#include <algorithm>
#include <charconv>

#include "indexer/decoding/http_decoding.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == kNone) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

int status_of(std::string_view line) {
  if (!line.starts_with("HTTP/")) return 0;
  const std::size_t space = line.find(' ');
  if (space == kNone) return 0;
  int status = 0;
  const std::string_view digits = line.substr(space + 1, 3);
  std::from_chars(digits.data(), digits.data() + digits.size(), status);
  return status;
}

}  // namespace

std::size_t header_length(std::string_view bytes) {
  for (std::size_t end = bytes.find('\n'); end != kNone; end = bytes.find('\n', end + 1)) {
    const std::string_view next = bytes.substr(end + 1, 2);
    if (next.starts_with('\n')) return end + 2;
    if (next == "\r\n") return end + 3;
  }
  return 0;
}

HeaderFields::HeaderFields(std::string_view header) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find('\n'), header.size());
    const std::string_view line = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    const std::size_t colon = line.find(':');
    if (colon == kNone) continue;
    fields_.emplace_back(ascii_lower(trimmed(line.substr(0, colon))),
                         trimmed(line.substr(colon + 1)));
  }
}

std::string_view HeaderFields::value(std::string_view name) const {
  for (const auto& [known, value] : fields_) {
    if (known == name) return value;
  }
  return {};
}

void split_content_type(std::string_view value, std::string& media_type, std::string& charset) {
  const std::size_t end = std::min(value.find(';'), value.size());
  media_type = ascii_lower(trimmed(value.substr(0, end)));
  const std::string lower = ascii_lower(value);
  const std::size_t at = lower.find("charset=", end);
  if (at == kNone) return;
  std::string_view label = value.substr(at + 8);
  label = trimmed(label.substr(0, label.find(';')));
  while (!label.empty() && (label.front() == '"' || label.front() == '\'')) label.remove_prefix(1);
  while (!label.empty() && (label.back() == '"' || label.back() == '\'')) label.remove_suffix(1);
  charset = label;
}

HttpResponse read_http_response(std::string_view message, std::uint64_t limit) {
  HttpResponse response;
  response.status = status_of(message.substr(0, 64));
  if (response.status == 0) return response;
  std::size_t header = header_length(message);
  if (header == 0) header = message.size();
  const HeaderFields fields(message.substr(0, header));
  split_content_type(fields.value("content-type"), response.media_type, response.charset);
  response.location = fields.value("location");
  response.body = message.substr(header);
  if (ascii_lower(fields.value("transfer-encoding")).find("chunked") != std::string::npos) {
    response.body = join_chunks(response.body);
  }
  const std::string encoding = ascii_lower(fields.value("content-encoding"));
  if (!encoding.empty() && encoding != "identity") {
    response.problem = decompress_body(encoding, limit, response.body);
  }
  return response;
}

}  // namespace pullquote

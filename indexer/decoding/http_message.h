// SPDX-License-Identifier: GPL-3.0-or-later
/// Headers as HTTP and WARC write them, and HTTP responses as crawlers store them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pullquote {

/// Length of the header at the start of `bytes`, the blank line that ends it included; 0 when it
/// does not end there.
std::size_t header_length(std::string_view bytes);

/// Fields of a header. Views look into it; continued lines stay apart.
class HeaderFields {
 public:
  explicit HeaderFields(std::string_view header);

  /// The first value of a field whose name, in lower case, is `name`; "" when there is none.
  std::string_view value(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string_view>> fields_;
};

struct HttpResponse {
  int status = 0;          ///< 0: this is no response
  std::string media_type;  ///< in lower case, without parameters; "" when not stated
  std::string charset;     ///< of the Content-Type; "" when not stated
  std::string location;
  std::string body;     ///< chunks joined, decompressed
  std::string problem;  ///< why the body cannot be had; else empty
};

/// @param limit  bytes that a body may decompress to.
HttpResponse read_http_response(std::string_view message, std::uint64_t limit);

/// "text/html; charset=utf-8" -> type and charset.
void split_content_type(std::string_view value, std::string& media_type, std::string& charset);

}  // namespace pullquote

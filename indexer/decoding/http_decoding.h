// SPDX-License-Identifier: GPL-3.0-or-later
/// Transfer and content codings of HTTP bodies.
///
/// Crawlers often store a body decoded and leave the header as it was. So a body that does not look
/// chunked or compressed is taken as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pullquote {

/// The chunks of a chunked body joined; what follows a malformed chunk is taken as it stands. A
/// body that does not begin with a chunk is returned unchanged.
std::string join_chunks(std::string_view body);

/// Decompresses `body` in place by "gzip", "x-gzip", "deflate" or "br", or several separated by
/// commas, applied in that order. A damaged end loses no more than itself.
/// @return why it cannot be done ("expands too much", ...); empty when it was.
std::string decompress_body(std::string_view encodings, std::uint64_t limit, std::string& body);

}  // namespace pullquote

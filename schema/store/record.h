// SPDX-License-Identifier: GPL-3.0-or-later
/// The stored record: an Article as bytes. It is the document data of the article database and the
/// unit of the build's spool, so that pass 2 copies what pass 1 wrote.
///
/// Layout (version 1): one version byte, then fields as (tag byte, LEB128 length, bytes) in rising
/// tag order; the fields a result list needs come before the body, so that a hit is printed without
/// decoding the rest. Unknown tags are skipped. See docs/index-format.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pullquote/article.h"

namespace pullquote {

/// Appends the record of `article` to `out`.
void encode_record(const Article& article, std::string& out);

/// Empty when the bytes are no whole record. Never reads outside `bytes`, whatever they are.
std::optional<Article> decode_record(std::string_view bytes);

/// Like decode_record, but stops before the body: id, url, source, headline, standfirst,
/// published, modified and language only.
std::optional<Article> decode_record_head(std::string_view bytes);

/// The id of the article whose record begins with `front`, as a view into it; empty when `front`
/// ends before the id does.
std::optional<std::string_view> record_id(std::string_view front);

/// The text of a quote, counted from 0, as a view into `bytes`; empty when the article has no such
/// quote or the bytes before its end are no record. What comes after isn't looked at.
std::optional<std::string_view> record_quote_text(std::string_view bytes, std::size_t index);

}  // namespace pullquote

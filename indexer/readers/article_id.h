// SPDX-License-Identifier: GPL-3.0-or-later
/// Stable identities: the same article read again gets the same id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pullquote/article_reader.h"

namespace pullquote {

/// The form of a URL in which two links to one page agree: scheme and host in lower case, no
/// default port, no fragment, no tracking parameters (utm_*, fbclid, ...). Empty when `url` is not
/// absolute http or https.
std::string canonical_url(std::string_view url);

/// `reference` made absolute by the page that it stands on.
std::string resolve_url(std::string_view reference, std::string_view base);

/// How far an id that is a bare number identifies a record.
enum class NumberReach : std::uint8_t {
  File,       ///< rows and items are numbered from 1 in every file anew
  Everywhere  ///< the format's standard has its ids unique, and later messages refer to them
};

/// Canonical URL, else the id that the record states, else the relative path with "#N" where a file
/// holds several records. A stated id of digits alone has the path before it, as "path#id=7",
/// unless it reaches beyond its file or there is no other file to confuse it with. Never empty.
std::string article_id(const Article& article, const Provenance& where,
                       NumberReach reach = NumberReach::File);

}  // namespace pullquote

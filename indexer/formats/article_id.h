// SPDX-License-Identifier: GPL-3.0-or-later
/// Stable identities: the same article read again gets the same id.
#pragma once

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

/// Canonical URL, else the id that the record states, else the relative path with "#N" where a file
/// holds several records. Never empty.
std::string article_id(const Article& article, const Provenance& where);

}  // namespace pullquote

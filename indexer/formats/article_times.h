// SPDX-License-Identifier: GPL-3.0-or-later
/// Publication and modification times out of the several that news formats state.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "pullquote/article.h"

namespace pullquote {

/// The first of `texts` that is a date.
std::optional<Timestamp> first_date(std::initializer_list<std::string> texts);

/// Sets the times of `article`; a modification that isn't later than the publication says nothing.
void set_times(Article& article, std::optional<Timestamp> published,
               std::optional<Timestamp> modified);

/// Puts a dateline ("GENEVA, Sept 10 (Agency) -") before the body, unless that states it itself:
/// its first word stands at the body's start. A bare date is none. Where the body begins with the
/// headline, which is left out later, the dateline goes behind that.
void put_dateline(Article& article, const std::string& dateline);

/// The number that a version is; 0 for none.
std::uint64_t version_of(const std::string& text);

/// Of "nprov:REUTERS" and the like, what stands behind the colon.
std::string code_of(const std::string& qcode);

/// "https://www.acme.example/about/" -> "acme.example"; "" when `url` is none.
std::string host_of(const std::string& url);

}  // namespace pullquote

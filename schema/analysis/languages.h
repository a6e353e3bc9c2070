// SPDX-License-Identifier: GPL-3.0-or-later
/// Which languages have a Snowball stemmer, and under which name.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// libstemmer's algorithm for an ISO 639-1 code; nullptr when there is none.
const char* stemmer_algorithm(std::string_view language);

/// The primary subtag in lower case: "en" for "en-GB" and "EN"; Norwegian "nb" and "nn" are "no".
std::string primary_language(std::string_view tag);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "schema/analysis/ascii.h"
#include "schema/terms/term_rules.h"

namespace pullquote {

std::string host_of(std::string_view url) {
  const std::size_t slashes = url.find("//");
  // Only a scheme may stand before them: "notes//x" is a path.
  if (slashes == std::string_view::npos || (slashes > 0 && url[slashes - 1] != ':')) return {};
  std::string_view authority = url.substr(slashes + 2);
  authority = authority.substr(0, authority.find_first_of("/?#\\"));
  if (const std::size_t user = authority.rfind('@'); user != std::string_view::npos) {
    authority.remove_prefix(user + 1);
  }
  // A port follows the last colon, but colons inside of [brackets] are an IPv6 address.
  if (const std::size_t port = authority.rfind(':');
      port != std::string_view::npos && authority.find(']', port) == std::string_view::npos) {
    authority = authority.substr(0, port);
  }
  while (authority.ends_with('.')) authority.remove_suffix(1);
  std::string host = ascii_lower(authority);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

}  // namespace pullquote

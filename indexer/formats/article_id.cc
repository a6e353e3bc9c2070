// SPDX-License-Identifier: GPL-3.0-or-later
/// Normal forms of URLs and paths.
#include "indexer/formats/article_id.h"

#include <libxml/uri.h>

#include <algorithm>
#include <array>

#include "indexer/decoding/lexicon_lines.h"
#include "schema/analysis/ascii.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

/// Query parameters that say how a reader came to a page, not which page it is.
constexpr std::array<std::string_view, 20> kTrackingParameters{
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid",   "mc_cid",
    "mc_eid", "ocid",  "cmpid", "cmp",     "ncid",  "sr_share", "smid",
    "smtyp",  "xtor",  "wt_mc", "gaa_at",  "ito",   "at_medium"};
constexpr std::array<std::string_view, 4> kTrackingPrefixes{"utm_", "at_campaign", "at_custom",
                                                            "pk_"};

bool is_tracking(std::string_view parameter) {
  const std::string name = ascii_lower(parameter.substr(0, parameter.find('=')));
  return std::find(kTrackingParameters.begin(), kTrackingParameters.end(), name) !=
             kTrackingParameters.end() ||
         std::any_of(kTrackingPrefixes.begin(), kTrackingPrefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  for_each_piece(query, '&', [&](std::string_view parameter) {
    if (is_tracking(parameter)) return;
    kept += kept.empty() ? '?' : '&';
    kept += parameter;
  });
  return kept;
}

/// Bytes of a path that are no UTF-8, and control characters, in the manner of URLs: an id is text,
/// and two such names must not become one.
std::string path_as_text(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t start = at;
    const std::int32_t c = next_code_point(path, at);
    if (c >= 0x20 && c != 0x7F) {
      out.append(path, start, at - start);
      continue;
    }
    for (std::size_t i = start; i < at; ++i) {
      const auto byte = static_cast<unsigned char>(path[i]);
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

}  // namespace

std::string canonical_url(std::string_view url) {
  const std::size_t colon = url.find("://");
  if (colon == std::string_view::npos) return {};
  const std::string scheme = ascii_lower(url.substr(0, colon));
  if (scheme != "http" && scheme != "https") return {};
  std::string_view rest = url.substr(colon + 3);
  rest = rest.substr(0, rest.find('#'));
  const std::size_t host_end = std::min(rest.find_first_of("/?"), rest.size());
  std::string host = ascii_lower(rest.substr(0, host_end));
  const std::string_view port = scheme == "http" ? ":80" : ":443";
  if (host.ends_with(port)) host.resize(host.size() - port.size());
  if (host.empty()) return {};
  rest.remove_prefix(host_end);
  const std::size_t mark = std::min(rest.find('?'), rest.size());
  std::string path(rest.substr(0, mark));
  if (path.empty()) path = "/";
  const std::string query =
      mark == rest.size() ? std::string() : without_tracking(rest.substr(mark + 1));
  return scheme + "://" + host + path + query;
}

std::string resolve_url(std::string_view reference, std::string_view base) {
  const std::string relative(reference);
  const std::string start(base);
  xmlChar* joined = xmlBuildURI(reinterpret_cast<const xmlChar*>(relative.c_str()),
                                reinterpret_cast<const xmlChar*>(start.c_str()));
  if (joined == nullptr) return relative;
  std::string url(reinterpret_cast<const char*>(joined));
  xmlFree(joined);
  return url;
}

std::string article_id(const Article& article, const Provenance& where) {
  if (std::string url = canonical_url(article.url); !url.empty()) return url;
  if (!article.id.empty()) return article.id;
  std::string path = path_as_text(where.relative_path.empty() ? where.source : where.relative_path);
  if (path.empty()) path = "-";
  return where.number == 0 ? path : path + "#" + std::to_string(where.number);
}

}  // namespace pullquote

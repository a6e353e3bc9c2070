// SPDX-License-Identifier: GPL-3.0-or-later
/// What a page states about its article outside of the text: meta elements (OpenGraph, article:*,
/// Dublin Core, names of common analytics vendors), microdata, links, <title> and <html lang>.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

/// Values as written, but with white space collapsed; empty: not stated. Where several sources
/// state one, the most trusted counts.
struct PageMetadata {
  std::string title;     ///< <title>, with whatever the site adds to it
  std::string og_title;  ///< og:title, else twitter:title or another vendor's
  std::string headline;  ///< microdata headline
  std::string site_name;
  std::string description;
  std::string section;
  std::string url;                     ///< absolute: rel=canonical, else og:url
  std::string language;                ///< as in <html lang="en-GB">
  std::vector<std::string> published;  ///< times as written, most trusted first
  std::vector<std::string> modified;   ///< the same
  std::vector<std::string>
      authors;  ///< names of the most trusted source, in page order, no repetitions
  std::vector<std::string> keywords;  ///< article:tag, else the keywords of one element, split
};

/// Reads all metadata but JSON-LD (json_ld_article.h). Linear in the page; thread-safe.
PageMetadata read_metadata(const Document& document);

/// The pieces between commas and semicolons, trimmed, empty ones left out.
std::vector<std::string> split_list(std::string_view text);

}  // namespace pullquote::html

// SPDX-License-Identifier: GPL-3.0-or-later
/// What a page says about its article outside of the text: meta elements (OpenGraph, article:*,
/// Dublin Core, names of common analytics vendors), microdata, links, <title> and <html lang>.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/html/html_dom.h"

namespace pullquote::html {

/// Values as written but with white space collapsed; empty: not stated.
struct PageMetadata {
  std::string title;     ///< <title>, with whatever the site adds to it
  std::string og_title;  ///< og:title, else twitter:title or another vendor's
  std::string headline;  ///< microdata headline
  std::string site_name;
  std::string description;
  std::string section;
  std::string url;                     ///< rel=canonical, else og:url
  std::string language;                ///< as in <html lang="en-GB">
  std::vector<std::string> published;  ///< best first
  std::vector<std::string> modified;   ///< best first
  std::vector<std::string> authors;
  std::vector<std::string> keywords;
};

PageMetadata read_metadata(const Document& document);

/// Splits at commas and semicolons; trims; leaves out empty pieces.
std::vector<std::string> split_list(std::string_view text);

}  // namespace pullquote::html

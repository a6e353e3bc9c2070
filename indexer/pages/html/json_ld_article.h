// SPDX-License-Identifier: GPL-3.0-or-later
/// What a page says about its article in JSON-LD (schema.org's NewsArticle and its kin).
///
/// Values stay as written: markup and entities in them are the caller's to resolve. JSON that is
/// slightly broken, as it often is on real pages (line breaks in strings, trailing commas, comment
/// and CDATA wrappers, several values in a row), is repaired first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

struct JsonLdArticle {
  int rank = 0;  ///< how sure the type makes it: 3 an article, 2 a kind of posting, 1 a web page
  std::string headline;
  std::string name;
  std::string description;
  std::string article_body;
  std::string date_published;
  std::string date_modified;
  std::string section;
  std::string url;
  std::string language;
  std::string publisher;
  std::vector<std::string> authors;
  std::vector<std::string> keywords;
};

/// The best article among all scripts: highest rank, then most fields, then first. rank 0: none.
JsonLdArticle find_json_ld_article(const std::vector<std::string>& scripts);

/// `json` made acceptable to a strict parser where that can be done without guessing.
std::string repair_json_ld(std::string_view json);

}  // namespace pullquote

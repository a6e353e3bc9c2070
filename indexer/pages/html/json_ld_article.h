// SPDX-License-Identifier: GPL-3.0-or-later
/// What a page states about its article in JSON-LD (schema.org's NewsArticle and its kin).
///
/// Values stay as written: markup and entities in them are the caller's to resolve. JSON that is
/// slightly broken, as it often is on real pages (line breaks in strings, trailing commas, comment
/// and CDATA wrappers, several values in a row), is repaired first. Functions are thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// The fields of one article; empty: not stated. Times are as written, not parsed.
struct JsonLdArticle {
  int rank =
      0;  ///< how sure the type makes it: 3 an article, 2 a kind of posting, 1 a web page; 0: none
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
  std::vector<std::string> keywords;  ///< not trimmed
};

/// The best article among all scripts: highest rank, then most of headline, body, date and authors,
/// then first. Rank 0: there is none. Scripts that aren't JSON even when repaired are skipped.
/// Linear in the scripts.
JsonLdArticle find_json_ld_article(const std::vector<std::string>& scripts);

/// `json` made acceptable to a strict parser where that takes no guessing; the first value only.
/// The result need not be JSON. Linear.
std::string repair_json_ld(std::string_view json);

}  // namespace pullquote

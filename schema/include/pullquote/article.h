// SPDX-License-Identifier: GPL-3.0-or-later
/// The one thing every reader produces and every later stage consumes: a news article.
///
///     Article article;
///     article.id = article.url = "https://news.example/1";
///     article.headline = "Harbour reopens";
///     article.published = parse_iso8601("2016-05-04");
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/quote.h"
#include "pullquote/timestamp.h"

namespace pullquote {

/// A passage that the source sets apart as a quotation (<blockquote>). Whether it quotes somebody,
/// or was only indented, is for the extractor to say.
struct BlockQuote {
  ByteSpan span;           ///< one or more whole paragraphs of `Article::body`
  ByteSpan attribution;    ///< paragraph behind it that says who (<cite>, <footer>); empty: none
  bool set_apart = false;  ///< a pull quote or an embedded post: quotes only whom it names

  friend bool operator==(const BlockQuote&, const BlockQuote&) = default;
};

/// An article. All strings are valid UTF-8 in NFC without NUL bytes. Empty means unknown: nothing
/// in here is ever guessed.
struct Article {
  /// Stable identity: canonical URL, else the source's own id, else the input's path relative to
  /// the input given (with "#N" where a file holds several records). Never empty after reading.
  std::string id;
  std::string url;
  std::string source;      ///< the outlet, as given ("reuters", "Middle East Eye")
  std::string headline;    ///< without the site's name
  std::string standfirst;  ///< the summary line below the headline
  std::string body;        ///< paragraphs separated by one blank line ("\n\n"), nothing at the ends
  std::vector<BlockQuote> block_quotes;  ///< in order; serve the extractor and are not stored
  std::vector<std::string> captions;
  std::string byline;                ///< the authors as written, without "By"
  std::vector<std::string> credits;  ///< agencies and picture credits ("AFP", "Reuters")
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  std::string language;  ///< ISO 639-1 code in lower case ("en"); empty: unknown
  std::string section;
  std::vector<std::string> keywords;
  std::vector<Quote> quotes;  ///< in order of their spans in `body`

  friend bool operator==(const Article&, const Article&) = default;
};

/// The paragraphs of a body, as views into it, in order. Their offsets follow from data().
std::vector<std::string_view> paragraphs_of(std::string_view body);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/given_article.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/decoding/charset.h"
#include "indexer/decoding/language.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/formats/article_id.h"

namespace pullquote {
namespace {

void make_single_line(std::string& text) {
  text = single_line(clean_utf8(text));
}

void make_single_lines(std::vector<std::string>& texts) {
  for (std::string& text : texts) make_single_line(text);
  std::erase(texts, std::string());
}

/// Whether `body` is clean UTF-8 in paragraphs, as Article::body has to be.
bool has_form_of_body(std::string_view body) {
  if (clean_utf8(body) != body) return false;
  while (!body.empty()) {
    const std::size_t end = body.find("\n\n");
    const std::string_view paragraph = body.substr(0, end);
    if (paragraph.empty() || single_line(paragraph) != paragraph) return false;
    if (end == std::string_view::npos) return true;
    body.remove_prefix(end + 2);
    if (body.empty()) return false;
  }
  return true;
}

/// Whether a character begins at this byte of `text`, or the text ends there.
bool is_boundary(std::string_view text, std::size_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

bool lies_in(const ByteSpan& span, std::string_view body) {
  return span.start < span.end && is_boundary(body, span.start) && is_boundary(body, span.end);
}

/// What is wrong with the quotes that the program gives; empty: nothing.
std::string fault_of_quotes(const Article& article) {
  for (const BlockQuote& quote : article.block_quotes) {
    if (!lies_in(quote.span, article.body) ||
        (quote.attribution != ByteSpan{} && !lies_in(quote.attribution, article.body))) {
      return "a block quotation does not lie in the body";
    }
  }
  std::size_t end = 0;
  for (const Quote& quote : article.quotes) {
    if (!lies_in(quote.span, article.body)) return "a quote's span does not lie in the body";
    if (quote.span.start < end) return "the quotes overlap or are not in the order of the body";
    if (quote.speaker_span && !lies_in(*quote.speaker_span, article.body)) {
      return "a speaker's span does not lie in the body";
    }
    end = quote.span.end;
  }
  return {};
}

void complete_quote(Quote& quote, const std::string& body) {
  if (quote.text.empty()) {
    quote.text = body.substr(quote.span.start, quote.span.end - quote.span.start);
  }
  quote.text = clean_utf8(quote.text);
  make_single_line(quote.speaker);
  make_single_line(quote.speaker_resolved);
  if (quote.speaker_resolved.empty()) quote.speaker_resolved = quote.speaker;
  make_single_line(quote.role);
  make_single_line(quote.cue);
}

}  // namespace

ReadOutcome complete_given_article(Article article, std::uint64_t number) {
  Provenance where;
  where.source = "article " + std::to_string(number);
  const auto rejected = [&](std::string reason, std::string detail) {
    return Rejection{where.source, 0, std::move(reason), std::move(detail)};
  };
  if (!has_form_of_body(article.body)) {
    if (!article.quotes.empty()) {
      return rejected("quotes of an unclean body",
                      "give paragraphs of clean UTF-8 with one blank line between them");
    }
    article.body = reflow(clean_utf8(article.body));
    article.block_quotes.clear();
  }
  if (std::string fault = fault_of_quotes(article); !fault.empty()) {
    return rejected("quotes outside of the body", std::move(fault));
  }
  for (Quote& quote : article.quotes) complete_quote(quote, article.body);
  for (std::string* text : {&article.id, &article.url, &article.source, &article.headline,
                            &article.standfirst, &article.byline, &article.section}) {
    make_single_line(*text);
  }
  make_single_lines(article.captions);
  make_single_lines(article.credits);
  make_single_lines(article.keywords);
  if (article.headline.empty() && article.body.empty()) {
    return rejected("no headline and no body", {});
  }
  if (article.id.empty() && canonical_url(article.url).empty()) {
    return rejected("no id and no URL", "an article needs one of them to be known again");
  }
  if (article.id.empty()) article.id = article_id(article, where);
  article.language = language_code(article.language);
  if (article.language.empty())
    article.language = detect_language(article.headline + "\n" + article.body);
  ParsedArticle parsed;
  parsed.article = std::move(article);
  parsed.format = "article";
  return parsed;
}

}  // namespace pullquote

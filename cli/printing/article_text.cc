// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printing/article_text.h"

namespace pullquote::cli {
namespace {

/// The values with `separator` between them.
std::string joined(const std::vector<std::string>& values, std::string_view separator) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += separator;
    text += value;
  }
  return text;
}

/// ISO 8601; empty when unknown.
std::string time_text(const std::optional<Timestamp>& time) {
  return time ? to_iso8601(*time) : std::string();
}

/// The fields that are known, one entry each.
void print_facts(const Article& article, TextSheet& sheet) {
  sheet.entry("id", article.id);
  if (article.url != article.id) sheet.entry("url", article.url);
  sheet.entry("source", article.source);
  sheet.entry("published", time_text(article.published));
  sheet.entry("modified", time_text(article.modified));
  sheet.entry("byline", article.byline);
  sheet.entry("credits", joined(article.credits, ", "));
  sheet.entry("language", article.language);
  sheet.entry("section", article.section);
  sheet.entry("keywords", joined(article.keywords, ", "));
}

/// The speaker with role and cue, as far as the article gives them: "Mark Toner, spokesman (said)";
/// "nobody named" without a speaker.
std::string attribution(const Quote& quote) {
  std::string who = quote.speaker_resolved.empty() ? quote.speaker : quote.speaker_resolved;
  if (who.empty()) who = "nobody named";
  if (!quote.role.empty()) who += ", " + quote.role;
  if (!quote.cue.empty()) who += " (" + quote.cue + ")";
  return who;
}

}  // namespace

void print_article(const Article& article, TextSheet& sheet) {
  sheet.paragraph(article.headline.empty() ? "(no headline)" : article.headline, 0,
                  sheet.style().bold);
  print_facts(article, sheet);
  if (!article.standfirst.empty()) {
    sheet.blank_line();
    sheet.paragraph(article.standfirst, 0, sheet.style().bold);
  }
  for (const std::string_view paragraph : paragraphs_of(article.body)) {
    sheet.blank_line();
    sheet.paragraph(paragraph, 0);
  }
  for (const std::string& caption : article.captions) {
    sheet.blank_line();
    sheet.paragraph("[picture: " + caption + "]", 0, sheet.style().faint);
  }
  print_quotes(article.quotes, sheet);
}

void print_quotes(const std::vector<Quote>& quotes, TextSheet& sheet) {
  if (quotes.empty()) return;
  sheet.blank_line();
  sheet.paragraph("Quotes", 0, sheet.style().bold);
  for (const Quote& quote : quotes) {
    const bool said = quote.kind != QuoteKind::Scare && quote.kind != QuoteKind::Title;
    sheet.paragraph("“" + quote.text + "”", 2);
    sheet.paragraph(std::string(to_string(quote.kind)) + (said ? " · " + attribution(quote) : ""),
                    4, sheet.style().faint);
  }
}

}  // namespace pullquote::cli

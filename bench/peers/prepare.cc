// SPDX-License-Identifier: GPL-3.0-or-later
/// Articles of any input as the lines that peers read (peers/prepared.h), quotes found by us.
///
/// Usage: bench_prepare [--omega] INPUT... > FILE
/// With --omega: the dump format of Omega's scriptindex instead, for peers/omega.script.
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "bench/peers/prepared.h"
#include "pullquote/article_reader.h"
#include "pullquote/quote_extractor.h"
#include "schema/terms/term_rules.h"

namespace {

using namespace pullquote;

struct Fields {
  std::string id, published, source, headline, body, quotes, filters;
};

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (c == '\n' || c == '\r' || c == bench::kFieldEnd) c = bench::kPieceEnd;
  }
  return line;
}

Fields fields_of(const Article& article) {
  Fields fields;
  fields.id = one_line(article.id);
  if (article.published) fields.published = std::to_string(article.published->unix_seconds);
  fields.source = one_line(article.source);
  fields.headline = one_line(article.headline);
  fields.body = one_line(article.body);
  for (const Quote& quote : article.quotes) {
    if (!quotes_somebody(quote.kind)) continue;  // as in our index
    if (!fields.quotes.empty()) fields.quotes += bench::kPieceEnd;
    fields.quotes += one_line(quote.text);
  }
  for (const std::string& term : filter_terms(article)) {
    if (!fields.filters.empty()) fields.filters += bench::kPieceEnd;
    fields.filters += term;
  }
  return fields;
}

void put(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void write_prepared(const Fields& fields) {
  const std::string_view separator(&bench::kFieldEnd, 1);
  for (const std::string* field : {&fields.id, &fields.published, &fields.source, &fields.headline,
                                   &fields.body, &fields.quotes}) {
    put(*field);
    put(separator);
  }
  put(fields.filters);
  put("\n");
}

/// One "name=value" a line, a blank line behind each article.
void write_omega(const Fields& fields) {
  const auto line = [](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    put(name);
    put("=");
    put(value);
    put("\n");
  };
  line("id", fields.id);
  line("published", fields.published);
  line("source", fields.source);
  line("headline", fields.headline);
  line("body", fields.body);
  line("quotes", fields.quotes);
  put("\n");
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs(argv + 1, argv + argc);
  const bool omega = !inputs.empty() && inputs.front() == "--omega";
  if (omega) inputs.erase(inputs.begin());
  if (inputs.empty()) {
    std::fprintf(stderr, "usage: %s [--omega] INPUT... > FILE\n", argv[0]);
    return 2;
  }
  const ReaderOptions options;
  RecordSource source(inputs, options);
  RecordParser parser(options);
  QuoteExtractor extractor;
  while (auto record = source.next()) {
    const auto* raw = std::get_if<RawRecord>(&*record);
    if (raw == nullptr) continue;
    parser.parse(*raw, [&](ReadOutcome&& outcome) {
      auto* parsed = std::get_if<ParsedArticle>(&outcome);
      if (parsed == nullptr) return;
      Article& article = parsed->article;
      extractor.extract_into(article);
      const Fields fields = fields_of(article);
      omega ? write_omega(fields) : write_prepared(fields);
    });
  }
}

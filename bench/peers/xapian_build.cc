// SPDX-License-Identifier: GPL-3.0-or-later
/// The baseline build: one thread, Xapian::TermGenerator with STEM_SOME and add_document, as every
/// Xapian tutorial writes it, for the same fields, positions, filters, values and stored record as
/// ours. Reading and quote extraction happen before the clock starts, so the comparison flatters
/// the baseline.
///
/// Usage: bench_xapian_build DATABASE INPUT...
/// Prints one JSON object: articles, seconds, articles_per_second.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>
#include <xapian.h>

#include "pullquote/article_reader.h"
#include "pullquote/quote_extractor.h"
#include "schema/store/record.h"
#include "schema/terms/term_rules.h"

namespace {

using namespace pullquote;

std::vector<Article> read_all(const std::vector<std::string>& inputs) {
  const ReaderOptions options;
  RecordSource source(inputs, options);
  RecordParser parser(options);
  QuoteExtractor extractor;
  std::vector<Article> articles;
  while (auto record = source.next()) {
    const auto* raw = std::get_if<RawRecord>(&*record);
    if (raw == nullptr) continue;
    parser.parse(*raw, [&](ReadOutcome&& outcome) {
      auto* parsed = std::get_if<ParsedArticle>(&outcome);
      if (parsed == nullptr) return;
      parsed->article.quotes = extractor.extract(parsed->article.body, parsed->article.language);
      articles.push_back(std::move(parsed->article));
    });
  }
  return articles;
}

void index_text(const Article& article, Xapian::TermGenerator& generator) {
  generator.index_text(article.headline, 1, "S");
  generator.set_termpos(0);
  generator.index_text(article.headline, 3);
  generator.increase_termpos();
  generator.index_text(article.standfirst);
  generator.increase_termpos();
  generator.index_text(article.body);
  for (const std::string& caption : article.captions) {
    generator.increase_termpos();
    generator.index_text(caption);
  }
  for (const Quote& quote : article.quotes) {
    generator.increase_termpos();
    generator.index_text(quote.text, 1, "XQ");
  }
}

void add(const Article& article, Xapian::TermGenerator& generator, Xapian::WritableDatabase& db) {
  Xapian::Document document;
  generator.set_document(document);
  generator.set_termpos(0);
  index_text(article, generator);
  for (const std::string& term : filter_terms(article)) document.add_boolean_term(term);
  if (article.published) {
    document.add_value(0, Xapian::sortable_serialise(static_cast<double>(article.published->unix_seconds)));
  }
  std::string record;
  encode_record(article, record);
  document.set_data(record);
  db.add_document(document);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: %s DATABASE INPUT...\n", argv[0]);
    return 2;
  }
  const std::vector<Article> articles = read_all({argv + 2, argv + argc});
  const auto start = std::chrono::steady_clock::now();
  Xapian::WritableDatabase db(argv[1], Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  for (const Article& article : articles) add(article, generator, db);
  db.commit();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("{\"articles\":%zu,\"seconds\":%.3f,\"articles_per_second\":%.0f}\n", articles.size(),
              seconds.count(), static_cast<double>(articles.size()) / seconds.count());
}

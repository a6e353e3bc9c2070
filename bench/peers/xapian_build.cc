// SPDX-License-Identifier: GPL-3.0-or-later
/// The baseline build: one thread, Xapian::TermGenerator with STEM_SOME and add_document, as every
/// Xapian tutorial writes it, for the same fields, positions, filters, values and stored article as
/// ours, and on request compacted. Reading and quote extraction are done before
/// (peers/prepare.cc), so the comparison flatters the baseline.
///
/// Usage: bench_xapian_build DATABASE PREPARED [COMPACTED]
/// Prints one JSON object: articles, seconds (of indexing), compaction_seconds.
#include <xapian.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/peers/prepared.h"

namespace {

using pullquote::bench::PreparedArticle;
using Clock = std::chrono::steady_clock;

void index_text(const PreparedArticle& article, Xapian::TermGenerator& generator) {
  const std::string headline(article.headline);
  generator.index_text(headline, 1, "S");
  generator.set_termpos(0);
  generator.index_text(headline, 3);
  generator.increase_termpos();
  generator.index_text(std::string(article.body));
  for (const std::string_view quote : pullquote::bench::pieces_of(article.quotes)) {
    generator.increase_termpos();
    generator.index_text(std::string(quote), 1, "XQ");
  }
}

void add(const PreparedArticle& article, Xapian::TermGenerator& generator,
         Xapian::WritableDatabase& database) {
  Xapian::Document document;
  generator.set_document(document);
  generator.set_termpos(0);
  index_text(article, generator);
  for (const std::string_view term : pullquote::bench::pieces_of(article.filters)) {
    document.add_boolean_term(std::string(term));
  }
  if (!article.published.empty()) {
    const double time = std::atof(std::string(article.published).c_str());
    document.add_value(0, Xapian::sortable_serialise(time));
  }
  if (!article.source.empty()) document.add_value(2, std::string(article.source));
  document.add_value(3, std::string(article.id));
  document.set_data(std::string(article.line));
  database.add_document(document);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::fprintf(stderr, "usage: %s DATABASE PREPARED [COMPACTED]\n", argv[0]);
    return 2;
  }
  auto start = Clock::now();
  Xapian::WritableDatabase database(argv[1], Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  std::size_t articles = 0;
  pullquote::bench::for_each_prepared(argv[2], [&](const PreparedArticle& article) {
    add(article, generator, database);
    ++articles;
  });
  database.commit();
  const double indexing = seconds_since(start);
  start = Clock::now();
  if (argc == 4) database.compact(argv[3]);
  std::printf("{\"articles\":%zu,\"seconds\":%.3f,\"compaction_seconds\":%.3f}\n", articles,
              indexing, seconds_since(start));
}

// SPDX-License-Identifier: GPL-3.0-or-later
/// An index of articles at hand, in as many parts as a test wants; and the words of an article as
/// the index should hold them, for oracles that are independent of the indexer.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/build/part_writer.h"
#include "indexer/work/spool.h"
#include "pullquote/analyzer.h"
#include "pullquote/article.h"
#include "pullquote/searcher.h"
#include "schema/store/columns.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/test_index.h"

namespace pullquote::testing {

/// One occurrence of a word in an article, as stored.
struct StoredWord {
  std::string term;
  std::string surface;
  std::string stem;
  std::uint32_t position = 0;
  enum class Place : std::uint8_t { Headline, Rest, Quote } place = Place::Rest;
  bool is_part = false;
};

/// All words of an article with their positions in the combined text, from 1.
inline std::vector<StoredWord> stored_words(const Article& article, Analyzer& analyzer) {
  std::vector<StoredWord> words;
  std::uint32_t next = 1;
  analyzer.set_language(article.language);
  const auto add = [&](std::string_view text, bool headline, bool body) {
    const auto tokens = analyzer.tokenize(text);
    for (const Token& token : tokens) {
      auto place = headline ? StoredWord::Place::Headline : StoredWord::Place::Rest;
      for (const Quote& quote : article.quotes) {
        const bool inside = body && token.start >= quote.span.start && token.start < quote.span.end;
        if (inside) place = StoredWord::Place::Quote;
      }
      words.push_back({std::string(token.term), std::string(token.surface),
                       std::string(analyzer.stem(token.term)), next + token.position, place,
                       token.is_part});
    }
    if (!tokens.empty()) next += tokens.back().position + 1 + kFieldGap;
  };
  add(article.headline, true, false);
  add(article.standfirst, false, false);
  add(article.body, false, true);
  for (const std::string& caption : article.captions) add(caption, false, false);
  return words;
}

inline FieldLengths lengths_of(const std::vector<StoredWord>& words) {
  FieldLengths lengths;
  for (const StoredWord& word : words) {
    if (word.is_part) continue;
    if (word.place == StoredWord::Place::Headline) ++lengths.headline;
    if (word.place == StoredWord::Place::Quote) ++lengths.quotes;
    if (word.place == StoredWord::Place::Rest) ++lengths.rest;
  }
  return lengths;
}

inline std::uint8_t weight_of(StoredWord::Place place, const FieldWeights& weights) {
  switch (place) {
    case StoredWord::Place::Headline:
      return weights.headline;
    case StoredWord::Place::Quote:
      return weights.quote;
    case StoredWord::Place::Rest:
      break;
  }
  return weights.body;
}

/// A generation in a folder of its own, published. It has no quote families.
class HandIndex {
 public:
  /// @param parts  the articles, newest first, are dealt to them in runs of equal length.
  explicit HandIndex(std::vector<Article> articles, std::size_t parts = 1,
                     RankingParameters ranking = {})
      : articles_(std::move(articles)), ranking_(ranking) {
    std::sort(articles_.begin(), articles_.end(), [](const Article& a, const Article& b) {
      const std::int64_t at = a.published ? a.published->unix_seconds : kUnknownTime;
      const std::int64_t bt = b.published ? b.published->unix_seconds : kUnknownTime;
      return at != bt ? at > bt : a.id < b.id;
    });
    write(parts);
  }

  const std::filesystem::path& path() const { return folder_.path(); }
  /// In docid order over all parts.
  const std::vector<Article>& articles() const { return articles_; }
  const RankingParameters& ranking() const { return ranking_; }

  Searcher searcher() const { return Searcher(Generation::open(path())); }

 private:
  void write(std::size_t part_count) {
    Manifest manifest;
    manifest.format_version = kFormatVersion;
    manifest.id = {"20260101T000000Z-0001"};
    manifest.created = "2026-01-01T00:00:00Z";
    manifest.schema_fingerprint = schema_fingerprint();
    manifest.article_count = articles_.size();
    for (const Article& article : articles_) ++manifest.languages[article.language];
    average_lengths();
    manifest.ranking = ranking_;

    SpoolWriter writer(path(), 0);
    for (std::size_t i = 0; i < articles_.size(); ++i) writer.add(articles_[i], i);
    const std::deque<SpooledArticle> entries = writer.finish();
    const std::vector<SpooledArticle> spooled(entries.begin(), entries.end());
    const Spool spool(path(), 1);

    const std::filesystem::path generation = StoreLayout{path()}.generation(manifest.id);
    for (std::size_t part = 0; part < part_count; ++part) {
      const std::size_t begin = articles_.size() * part / part_count;
      const std::size_t end = articles_.size() * (part + 1) / part_count;
      if (begin == end) continue;
      PartOptions options;
      options.folder = generation / ("part-" + std::to_string(part + 1));
      options.generation = manifest.id;
      options.ranking = ranking_;
      options.default_language = main_language(manifest.languages);
      std::filesystem::create_directories(options.folder);
      CollectingReporter reporter;
      const PartSummary summary =
          write_part(spool, std::span(spooled).subspan(begin, end - begin), options, reporter, {});
      manifest.parts.push_back({options.folder.filename(), end - begin, summary.quotes});
      manifest.quote_count += summary.quotes;
    }
    write_file(generation / kManifestName, to_json(manifest));
    write_file(StoreLayout{path()}.current(), manifest.id.value + "\n");
  }

  void average_lengths() {
    Analyzer analyzer;
    FieldLengths total;
    for (const Article& article : articles_) {
      const FieldLengths lengths = lengths_of(stored_words(article, analyzer));
      total.headline += lengths.headline;
      total.quotes += lengths.quotes;
      total.rest += lengths.rest;
    }
    const double n = articles_.empty() ? 1 : static_cast<double>(articles_.size());
    ranking_.average_headline = total.headline / n;
    ranking_.average_quotes = total.quotes / n;
    ranking_.average_rest = total.rest / n;
  }

  static void write_file(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

  TemporaryDirectory folder_;
  std::vector<Article> articles_;
  RankingParameters ranking_;
};

/// A query that must parse.
inline Query parsed(std::string_view text) {
  auto outcome = parse_query(text, {});
  if (auto* error = std::get_if<QueryError>(&outcome)) {
    throw std::runtime_error("bad query " + std::string(text) + ": " + error->message);
  }
  return std::get<Query>(std::move(outcome));
}

/// Ids of the hits, in order.
inline std::vector<std::string> ids_of(const ResultPage& page) {
  std::vector<std::string> ids;
  for (const Hit& hit : page.hits) ids.push_back(hit.id);
  return ids;
}

}  // namespace pullquote::testing

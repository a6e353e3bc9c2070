// SPDX-License-Identifier: GPL-3.0-or-later
/// How long queries take, one by one, with our engine or with stock Xapian over the same database.
///
///   bench_query_latency --index DIR [--engine pullquote|xapian-stock] [--rounds N] [--snippets]
///                       [--clock wall|cpu]
///
/// reads lines CLASS<TAB>QUERY from standard input and prints for each
///
///   MICROSECONDS<TAB>ID ID ...
///
/// the least time of N rounds (1 unless given) from the query's text to the ids of the ten best
/// articles, parsing included; on a busy machine the thread's CPU time says more than the wall
/// clock. Both engines read the ids from the stored records. Stock Xapian is QueryParser with
/// STEM_SOME and BM25Weight as they come. CLASS is ignored here; it groups the lines for whoever
/// summarises them. A query that does not parse is a fatal error.
#include <fmt/format.h>
#include <xapian.h>
#include <algorithm>
#include <ctime>
#include <functional>
#include <iostream>
#include <limits>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "pullquote/searcher.h"
#include "schema/store/layout.h"
#include "schema/store/record.h"

namespace {

using Ids = std::vector<std::string>;
using Engine = std::function<Ids(const std::string& query)>;

struct Options {
  std::filesystem::path index;
  std::string engine = "pullquote";
  int rounds = 1;
  bool snippets = false;
  bool cpu_clock = false;
};

Options options_from(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--snippets") {
      options.snippets = true;
      continue;
    }
    if (i + 1 == argc) throw std::runtime_error(name + " needs a value");
    const std::string value = argv[++i];
    if (name == "--index") {
      options.index = value;
    } else if (name == "--engine") {
      options.engine = value;
    } else if (name == "--clock" && (value == "wall" || value == "cpu")) {
      options.cpu_clock = value == "cpu";
    } else if (name == "--rounds") {
      options.rounds = std::max(1, std::stoi(value));
    } else {
      throw std::runtime_error("unknown option or value: " + name + " " + value);
    }
  }
  if (options.index.empty()) throw std::runtime_error("--index DIR is missing");
  return options;
}

Engine pullquote_engine(const Options& options) {
  auto searcher = std::make_shared<pullquote::Searcher>(pullquote::Generation::open(options.index));
  return [searcher, snippets = options.snippets](const std::string& text) {
    auto query = pullquote::parse_query(text, {});
    if (auto* error = std::get_if<pullquote::QueryError>(&query)) {
      throw std::runtime_error(text + ": " + error->message);
    }
    pullquote::SearchOptions search;
    search.snippets = snippets;
    Ids ids;
    if (!snippets) {
      for (auto& [id, score] : searcher->search_ids(std::get<pullquote::Query>(query), search)) {
        ids.push_back(std::move(id));
      }
      return ids;
    }
    for (auto& hit : searcher->search(std::get<pullquote::Query>(query), search).hits) {
      ids.push_back(std::move(hit.id));
    }
    return ids;
  };
}

class Stock {
 public:
  explicit Stock(const Options& options)
      : database_(database_path(options.index)), snippets_(options.snippets) {
    parser_.set_database(database_);
    parser_.set_stemmer(stemmer_);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.add_prefix("headline", "S");
    parser_.add_prefix("quote", "XQ");
    parser_.add_boolean_prefix("source", "H");
    parser_.add_boolean_prefix("speaker", "XSP");
  }

  Ids search(const std::string& text) {
    using Parser = Xapian::QueryParser;
    const Xapian::Query query = parser_.parse_query(
        text, Parser::FLAG_DEFAULT | Parser::FLAG_WILDCARD | Parser::FLAG_PURE_NOT);
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, 10);
    Ids ids;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      const std::string record = hit.get_document().get_data();
      if (!snippets_) {
        ids.push_back(pullquote::decode_record_head(record)->id);
        continue;
      }
      const auto article = pullquote::decode_record(record);
      ids.push_back(article->id);
      found.snippet(article->body, 240, stemmer_);
    }
    return ids;
  }

 private:
  static std::string database_path(const std::filesystem::path& index) {
    const auto generation = pullquote::Generation::open(index);
    const pullquote::Manifest& manifest = generation->manifest();
    const pullquote::StoreLayout layout{index};
    return (layout.generation(manifest.id) / manifest.parts.at(0).articles).string();
  }

  Xapian::Database database_;
  Xapian::QueryParser parser_;
  Xapian::Stem stemmer_{"en"};
  bool snippets_;
};

Engine engine_of(const Options& options) {
  if (options.engine == "pullquote") return pullquote_engine(options);
  if (options.engine != "xapian-stock") throw std::runtime_error("unknown engine");
  auto stock = std::make_shared<Stock>(options);
  return [stock](const std::string& text) { return stock->search(text); };
}

double microseconds(bool cpu_clock) {
  timespec time{};
  ::clock_gettime(cpu_clock ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) * 1e-3;
}

void run(const Options& options) {
  const Engine engine = engine_of(options);
  for (std::string line; std::getline(std::cin, line);) {
    const std::string query = line.substr(line.find('\t') + 1);
    double least = std::numeric_limits<double>::max();
    Ids ids;
    for (int round = 0; round < options.rounds; ++round) {
      const double start = microseconds(options.cpu_clock);
      ids = engine(query);
      least = std::min(least, microseconds(options.cpu_clock) - start);
    }
    fmt::print("{:.1f}\t", least);
    for (std::size_t i = 0; i < ids.size(); ++i) fmt::print("{}{}", i == 0 ? "" : " ", ids[i]);
    fmt::print("\n");
  }
}

}  // namespace

int main(int argc, char** argv) try {
#ifndef NDEBUG
  fmt::print(stderr, "bench_query_latency: built without optimisation; the times mean little\n");
#endif
  run(options_from(argc, argv));
  return 0;
} catch (const Xapian::Error& error) {
  fmt::print(stderr, "bench_query_latency: {}\n", error.get_description());
  return 2;
} catch (const std::exception& error) {
  fmt::print(stderr, "bench_query_latency: {}\n", error.what());
  return 2;
}

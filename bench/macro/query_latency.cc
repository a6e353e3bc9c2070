// SPDX-License-Identifier: GPL-3.0-or-later
/// How long queries take in the library, one by one.
///
///   bench_query_latency --index DIR [--rounds N] [--clock wall|cpu] [--evict MB] [--answers]
///
/// reads lines CLASS<TAB>QUERY from standard input and answers each at once with
///
///   MICROSECONDS<TAB>ID ID ...
///
/// the least time of N rounds (1 unless given) from the query's text to the ids of the ten best
/// articles, parsing included. CLASS groups the lines for whoever summarises them, and says what is
/// asked for besides ten ids: classes that begin with "newest" are sorted by time, "snippets" makes
/// the whole hits with their snippets, "trace" is not a query but a text whose quotation is traced,
/// "quotes" a query over quotations (ids are then those of families). On a busy machine the
/// thread's CPU time says more than the wall clock. With --evict a buffer of that size is written
/// over before each query, outside of its time: caches and translations then hold little of the
/// query before, as where other programs run in between (one byte in each 64 is written; not
/// together with --threads). With --answers the exact number of matching articles stands where the
/// time is.
///
///   bench_query_latency --index DIR --threads N [--rounds N]
///
/// reads all lines, lets each of N threads answer all of them N rounds long over one shared
/// generation, each thread from another line on, and prints QUERIES<TAB>SECONDS.
///
/// A query that does not parse is a fatal error.
#include <fmt/format.h>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "pullquote/quotes.h"
#include "pullquote/searcher.h"

namespace {

struct Options {
  std::filesystem::path index;
  int rounds = 1;
  int threads = 0;  ///< 0: line by line
  int evict_megabytes = 0;
  bool answers = false;
  bool cpu_clock = false;
};

Options options_from(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--answers") {
      options.answers = true;
      continue;
    }
    if (i + 1 == argc) throw std::runtime_error(name + " needs a value");
    const std::string value = argv[++i];
    if (name == "--index") {
      options.index = value;
    } else if (name == "--clock" && (value == "wall" || value == "cpu")) {
      options.cpu_clock = value == "cpu";
    } else if (name == "--rounds") {
      options.rounds = std::max(1, std::stoi(value));
    } else if (name == "--threads") {
      options.threads = std::max(1, std::stoi(value));
    } else if (name == "--evict") {
      options.evict_megabytes = std::max(0, std::stoi(value));
    } else {
      throw std::runtime_error("unknown option or value: " + name + " " + value);
    }
  }
  if (options.index.empty()) throw std::runtime_error("--index DIR is missing");
  if (options.threads > 0 && options.evict_megabytes > 0) {
    throw std::runtime_error("--evict goes with single queries, not with --threads");
  }
  return options;
}

struct Line {
  std::string kind;  ///< CLASS
  std::string text;
};

Line line_of(const std::string& line) {
  const std::size_t tab = line.find('\t');
  return tab == std::string::npos ? Line{"", line}
                                  : Line{line.substr(0, tab), line.substr(tab + 1)};
}

struct Answer {
  std::vector<std::string> ids;
  std::uint64_t matches = 0;  ///< when asked for
};

/// What one thread asks: articles, and quotations once a line wants them.
class Engine {
 public:
  explicit Engine(std::shared_ptr<const pullquote::Generation> generation)
      : generation_(std::move(generation)), searcher_(generation_) {}

  Answer answer(const Line& line) {
    if (line.kind.starts_with("trace")) return trace(line.text);
    const pullquote::Query query = parsed(line.text);
    if (line.kind.starts_with("quotes")) return quotes(query);
    pullquote::SearchOptions options;
    if (line.kind.starts_with("newest")) options.sort = pullquote::SortOrder::Newest;
    return line.kind.starts_with("snippets") ? hits(query, options) : ids(query, options);
  }

  std::uint64_t count(const Line& line) {
    if (line.kind.starts_with("trace")) return 0;
    if (line.kind.starts_with("quotes")) return quote_searcher().search(parsed(line.text)).matches;
    pullquote::SearchOptions options;
    options.exact_count = true;
    options.snippets = false;
    return searcher_.search(parsed(line.text), options).matches;
  }

 private:
  static pullquote::Query parsed(const std::string& text) {
    auto query = pullquote::parse_query(text, {});
    if (auto* error = std::get_if<pullquote::QueryError>(&query)) {
      throw std::runtime_error(text + ": " + error->message);
    }
    return std::get<pullquote::Query>(std::move(query));
  }

  Answer ids(const pullquote::Query& query, const pullquote::SearchOptions& options) {
    Answer answer;
    for (auto& [id, score] : searcher_.search_ids(query, options).ids) {
      answer.ids.push_back(std::move(id));
    }
    return answer;
  }

  Answer hits(const pullquote::Query& query, const pullquote::SearchOptions& options) {
    Answer answer;
    for (auto& hit : searcher_.search(query, options).hits) answer.ids.push_back(std::move(hit.id));
    return answer;
  }

  pullquote::QuoteSearcher& quote_searcher() {
    if (!quotes_) quotes_ = std::make_unique<pullquote::QuoteSearcher>(generation_);
    return *quotes_;
  }

  Answer trace(const std::string& text) {
    Answer answer;
    for (auto& traced : quote_searcher().trace(text)) {
      answer.ids.push_back(std::move(traced.family.id));
    }
    return answer;
  }

  Answer quotes(const pullquote::Query& query) {
    Answer answer;
    for (auto& family : quote_searcher().search(query).families) {
      answer.ids.push_back(std::move(family.id));
    }
    return answer;
  }

  std::shared_ptr<const pullquote::Generation> generation_;
  pullquote::Searcher searcher_;
  std::unique_ptr<pullquote::QuoteSearcher> quotes_;
};

/// Leaves caches full of something else.
class Evictor {
 public:
  explicit Evictor(int megabytes) : buffer_(static_cast<std::size_t>(megabytes) << 20) {}
  void evict() {
    constexpr std::size_t kCacheLine = 64;
    for (std::size_t i = 0; i < buffer_.size(); i += kCacheLine) ++buffer_[i];
  }

 private:
  std::vector<unsigned char> buffer_;
};

double microseconds(bool cpu_clock) {
  timespec time{};
  ::clock_gettime(cpu_clock ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) * 1e-3;
}

void answer_lines(const Options& options) {
  Engine engine(pullquote::Generation::open(options.index));
  Evictor caches(options.evict_megabytes);
  for (std::string text; std::getline(std::cin, text);) {
    const Line line = line_of(text);
    double least = std::numeric_limits<double>::max();
    Answer answer;
    for (int round = 0; round < options.rounds; ++round) {
      caches.evict();
      const double start = microseconds(options.cpu_clock);
      answer = engine.answer(line);
      least = std::min(least, microseconds(options.cpu_clock) - start);
    }
    if (options.answers) {
      fmt::print("{}\t", engine.count(line));
    } else {
      fmt::print("{:.1f}\t", least);
    }
    fmt::print("{}\n", fmt::join(answer.ids, " "));
    std::fflush(stdout);
  }
}

void measure_throughput(const Options& options) {
  std::vector<Line> lines;
  for (std::string text; std::getline(std::cin, text);) lines.push_back(line_of(text));
  if (lines.empty()) throw std::runtime_error("no queries");
  const auto generation = pullquote::Generation::open(options.index);
  // All are opened and warm before the clock starts.
  std::vector<Engine> engines;
  for (int i = 0; i < options.threads; ++i) engines.emplace_back(generation);
  for (Engine& engine : engines) {
    for (const Line& line : lines) engine.answer(line);
  }
  const double start = microseconds(false);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < engines.size(); ++i) {
      const std::size_t first = i * lines.size() / engines.size();
      threads.emplace_back([&engine = engines[i], &lines, first, rounds = options.rounds] {
        for (std::size_t n = 0; n < lines.size() * static_cast<std::size_t>(rounds); ++n) {
          engine.answer(lines[(first + n) % lines.size()]);
        }
      });
    }
  }
  const auto queries = lines.size() * engines.size() * static_cast<std::size_t>(options.rounds);
  fmt::print("{}\t{:.4f}\n", queries, (microseconds(false) - start) * 1e-6);
}

}  // namespace

int main(int argc, char** argv) try {
#ifndef NDEBUG
  fmt::print(stderr, "bench_query_latency: built without optimisation; the times mean little\n");
#endif
  const Options options = options_from(argc, argv);
  options.threads > 0 ? measure_throughput(options) : answer_lines(options);
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "bench_query_latency: {}\n", error.what());
  return 2;
}

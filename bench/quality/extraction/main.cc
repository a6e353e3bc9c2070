// SPDX-License-Identifier: GPL-3.0-or-later
/// bench_extraction SET [--page-text FILE] [--pages] [--output FILE] [--peer FILE] [--blocks ID]:
/// how well article bodies are taken out of pages.
///
/// SET is a folder with ground-truth.json ({id: {"articleBody": text, ...}}) and html/ID.html.gz.
/// With --page-text the pages are those of FILE, each saved as plain text from menu to footer and
/// laid out like the truth ({id: {"articleBody": whole page}}).
/// Prints the F1 of article_f1.h for the whole set and for both halves (ids sorted, even and odd
/// places), so that rules tuned on one half can be checked on the other. --output writes
/// {id: {"articleBody", "headline", "published", ...}}, which other scorers of that benchmark read;
/// --peer scores such a file of another program beside ours.
#include <fmt/format.h>
#include <zlib.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "bench/quality/extraction/article_f1.h"
#include "indexer/formats/html_reader.h"
#include "indexer/formats/text_reader.h"

namespace {

using nlohmann::json;
using pullquote::ParsedArticle;
namespace bench = pullquote::bench;
namespace fs = std::filesystem;

struct Options {
  fs::path set;
  std::optional<fs::path> page_text;
  std::optional<fs::path> output;
  std::optional<fs::path> peer;
  std::string blocks_of;
  bool pages = false;
};

/// Plain or gzipped.
std::string read_file(const fs::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) throw std::runtime_error("cannot open " + path.string());
  std::string bytes;
  char buffer[1 << 16];
  for (int n = 0; (n = gzread(file, buffer, sizeof buffer)) > 0;) {
    bytes.append(buffer, static_cast<std::size_t>(n));
  }
  gzclose(file);
  return bytes;
}

pullquote::ReaderOptions with_blocks() {
  pullquote::ReaderOptions options;
  options.keep_blocks = true;
  return options;
}

ParsedArticle extract_text(const std::string& page) {
  pullquote::RawRecord record;
  record.bytes = page;
  return pullquote::parse_text_page(record, with_blocks()).parsed;
}

ParsedArticle extract_html(const fs::path& path) {
  pullquote::RawRecord record;
  record.where.source = path.string();
  record.format = pullquote::InputFormat::Html;
  record.bytes = read_file(path);
  const pullquote::ReaderOptions options = with_blocks();
  ParsedArticle result;
  pullquote::parse_html_page(record, options, [&](pullquote::ReadOutcome&& outcome) {
    if (auto* parsed = std::get_if<ParsedArticle>(&outcome)) result = std::move(*parsed);
  });
  return result;
}

json as_json(const pullquote::Article& a) {
  json j{{"articleBody", a.body},  {"headline", a.headline}, {"standfirst", a.standfirst},
         {"byline", a.byline},     {"captions", a.captions}, {"credits", a.credits},
         {"url", a.url},           {"source", a.source},     {"section", a.section},
         {"keywords", a.keywords}, {"language", a.language}};
  if (a.published) j["published"] = to_iso8601(*a.published);
  if (a.modified) j["modified"] = to_iso8601(*a.modified);
  return j;
}

/// Scores of a whole set and its halves: ids sorted, even and odd places.
class Scores {
 public:
  void add(const bench::PageScore& score) {
    halves_[all_.size() % 2].push_back(score);
    all_.push_back(score);
  }
  void print(const std::string& whose) const {
    print(whose + "even", halves_[0]);
    print(whose + "odd", halves_[1]);
    print(whose + "all", all_);
  }

 private:
  static void print(const std::string& name, const std::vector<bench::PageScore>& pages) {
    const bench::SetScore s = score_set(pages);
    fmt::print("{:<5} F1 {:.4f}  precision {:.4f}  recall {:.4f}  accuracy {:.3f}  pages {}\n",
               name, s.f1, s.precision, s.recall, s.accuracy, s.pages);
  }

  std::vector<bench::PageScore> all_;
  std::vector<bench::PageScore> halves_[2];
};

void score_peer(const json& truth, const fs::path& file) {
  const json output = json::parse(read_file(file));
  Scores scores;
  for (const auto& [id, page] : truth.items()) {
    const std::string found = output.value(id, json::object()).value("articleBody", "");
    scores.add(bench::score_page(page.value("articleBody", ""), found));
  }
  scores.print(file.stem().string() + " ");
}

void print_blocks(const ParsedArticle& parsed) {
  for (const auto& block : parsed.blocks) {
    fmt::print("{} [{}] {}\n", block.kept ? '+' : '-', block.reason, block.text);
  }
}

void run(const Options& options) {
  const json truth = json::parse(read_file(options.set / "ground-truth.json"));
  const json texts =
      options.page_text ? json::parse(read_file(*options.page_text)) : json::object();
  Scores scores;
  json output = json::object();
  for (const auto& [id, page] : truth.items()) {  // in the order of ids
    if (!options.blocks_of.empty() && id != options.blocks_of) continue;
    const ParsedArticle parsed = options.page_text
                                     ? extract_text(texts.at(id).value("articleBody", ""))
                                     : extract_html(options.set / "html" / (id + ".html.gz"));
    if (!options.blocks_of.empty()) print_blocks(parsed);
    const auto score = bench::score_page(page.value("articleBody", ""), parsed.article.body);
    if (options.pages) {
      fmt::print("{} p {:.3f} r {:.3f}\n", id, score.precision.value_or(-1),
                 score.recall.value_or(-1));
    }
    scores.add(score);
    output[id] = as_json(parsed.article);
  }
  scores.print("");
  if (options.peer) score_peer(truth, *options.peer);
  if (options.output) {
    std::ofstream(*options.output)
        << output.dump(1, ' ', false, json::error_handler_t::replace) << '\n';
  }
}

std::optional<Options> parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--pages") == 0) {
      options.pages = true;
    } else if (std::strcmp(argv[i], "--page-text") == 0 && i + 1 < argc) {
      options.page_text = argv[++i];
    } else if (std::strcmp(argv[i], "--output") == 0 && i + 1 < argc) {
      options.output = argv[++i];
    } else if (std::strcmp(argv[i], "--peer") == 0 && i + 1 < argc) {
      options.peer = argv[++i];
    } else if (std::strcmp(argv[i], "--blocks") == 0 && i + 1 < argc) {
      options.blocks_of = argv[++i];
    } else if (argv[i][0] != '-' && options.set.empty()) {
      options.set = argv[i];
    } else {
      return std::nullopt;
    }
  }
  if (options.set.empty()) return std::nullopt;
  return options;
}

}  // namespace

int main(int argc, char** argv) try {
  const auto options = parse(argc, argv);
  if (!options) {
    fmt::print(
        stderr,
        "usage: {} SET [--page-text FILE] [--pages] [--output FILE] [--peer FILE] [--blocks ID]\n",
        argv[0]);
    return 2;
  }
  run(*options);
  return 0;
} catch (const std::exception& e) {
  fmt::print(stderr, "{}\n", e.what());
  return 2;
}

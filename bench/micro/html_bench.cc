// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes of HTML to an article, per core: charset, parsing, extraction, metadata.
///
/// Series: a generated page of the usual make-up (two thirds scripts and attributes, menus,
/// teasers, twenty paragraphs, JSON-LD), one of text alone, and, where PULLQUOTE_CORPORA names a
/// folder with extraction/html/*.html.gz, those pages.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "indexer/formats/html_reader.h"
#include "pullquote/article_reader.h"

namespace {

using pullquote::InputFormat;
using pullquote::ParsedArticle;
using pullquote::RawRecord;

std::string repeated(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

const std::string kParagraph =
    "<p class=\"body-text\" data-track='{\"pos\":1}'>The council of <a href=\"/places/alder\">Alder"
    "bridge</a> voted on Monday to rebuild the bridge, and the mayor said &ldquo;it was "
    "time&rdquo; "
    "to do so, while others asked who would pay for the work that begins in spring.</p>\n";

std::string usual_page() {
  const std::string script =
      "<script>window.state={\"a\":[1,2,3],\"html\":\"<p>no</p>\"};(function(){var "
      "x=1;})();</script>\n";
  const std::string teaser =
      "<div class=\"teaser card card--small\" data-id=\"123456\"><a href=\"/news/1\" data-x=\"y\">"
      "<img src=\"/img/1.jpg\" srcset=\"/img/1.jpg 1x, /img/1-2x.jpg 2x\" alt=\"\">"
      "<h3 class=\"teaser__title\">Ferry resumes after storm</h3></a></div>\n";
  return "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Bridge to be rebuilt | The "
         "River Times</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
         "\"headline\":\"Bridge to be "
         "rebuilt\",\"datePublished\":\"2026-03-04T08:00:00Z\"}</script>" +
         repeated(script, 400) + "</head><body><nav><ul>" +
         repeated("<li class=\"nav-item\"><a href=\"/x\">Section</a></li>\n", 80) +
         "</ul></nav><article><h1>Bridge to be rebuilt</h1><div class=\"article-body\">" +
         repeated(kParagraph, 20) + "</div></article><aside>" + repeated(teaser, 60) +
         "</aside><footer>" + repeated("<a href=\"/x\">Imprint</a>\n", 40) +
         "</footer></body></html>";
}

/// Reads every page once per iteration; fails when one gives no article.
void read_pages(benchmark::State& state, const std::vector<RawRecord>& pages) {
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (const RawRecord& page : pages) {
      pullquote::parse_html_page(page, {}, [&](pullquote::ReadOutcome&& outcome) {
        const auto* parsed = std::get_if<ParsedArticle>(&outcome);
        if (parsed == nullptr || parsed->article.body.empty()) state.SkipWithError("no article");
        benchmark::DoNotOptimize(parsed);
      });
      bytes += static_cast<std::int64_t>(page.bytes.size());
    }
  }
  state.SetBytesProcessed(bytes);
}

RawRecord record_of(std::string bytes) {
  RawRecord record;
  record.format = InputFormat::Html;
  record.bytes = std::move(bytes);
  return record;
}

void usual(benchmark::State& state) {
  read_pages(state, {record_of(usual_page())});
}
BENCHMARK(usual);

void text_alone(benchmark::State& state) {
  read_pages(state, {record_of("<h1>Bridge to be rebuilt</h1>" + repeated(kParagraph, 1000))});
}
BENCHMARK(text_alone);

void corpus(benchmark::State& state) {
  const char* folder = std::getenv("PULLQUOTE_CORPORA");
  if (folder == nullptr) {
    state.SkipWithError("PULLQUOTE_CORPORA is not set");
    return;
  }
  std::vector<RawRecord> pages;
  pullquote::RecordSource source({std::string(folder) + "/extraction/html"}, {});
  while (auto next = source.next()) {
    if (auto* record = std::get_if<RawRecord>(&*next)) pages.push_back(std::move(*record));
  }
  read_pages(state, pages);
}
BENCHMARK(corpus)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();

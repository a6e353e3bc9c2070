// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes of each format to articles, on one core: cutting and parsing, as a build does it.
///
/// The texts are generated: articles of ten paragraphs, 2.4 KB of text, in the clothes of each
/// format. "stated" says its language; without that it is detected, which is a cost of its own.
/// PULLQUOTE_BENCH_INPUT adds a series over a file or folder of one's own.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <variant>

#include "pullquote/article_reader.h"

namespace {

using pullquote::ParsedArticle;
using pullquote::RawRecord;

constexpr int kArticles = 2000;

const std::string kParagraph =
    "The council of Alderbridge voted on Monday to rebuild the bridge, and the mayor said it was "
    "time "
    "to do so, while others asked who would pay for the work that begins in spring, \\u201cif the "
    "river allows,\\u201d as one of them put it.";

std::string in_utf8(std::string text) {
  for (const auto& [escape, glyph] : {std::pair{"\\u201c", "\u201c"}, {"\\u201d", "\u201d"}}) {
    for (std::size_t at = text.find(escape); at != text.npos; at = text.find(escape, at)) {
      text.replace(at, 6, glyph);
    }
  }
  return text;
}

std::string body(const std::string& before, const std::string& after, bool escaped) {
  std::string text;
  const std::string paragraph = escaped ? kParagraph : in_utf8(kParagraph);
  for (int i = 0; i < 10; ++i) text += before + paragraph + after;
  return text;
}

std::string number(int i) {
  return std::to_string(100000 + i);
}

std::string json_article(int i, const std::string& language, bool html) {
  return "{\"id\":\"a" + number(i) + "\",\"headline\":\"Bridge to be rebuilt, part " + number(i) +
         "\",\"published\":\"2026-03-04T08:00:00Z\"," + language + "\"source\":\"River Times\"," +
         "\"body\":\"" + (html ? body("<p>", "</p>", true) : body("", "\\n\\n", true)) + "\"}\n";
}

std::string rss_item(int i) {
  return "<item><title>Bridge to be rebuilt, part " + number(i) + "</title><guid>a" + number(i) +
         "</guid><pubDate>Wed, 04 Mar 2026 08:00:00 +0000</pubDate><content:encoded><![CDATA[" +
         body("<p>", "</p>\n", false) + "]]></content:encoded></item>\n";
}

std::string g2_item(int i) {
  return "<newsItem guid=\"a" + number(i) +
         "\" version=\"1\" xml:lang=\"en\"><itemMeta><itemClass qcode=\"ninat:text\"/>"
         "<versionCreated>2026-03-04T08:00:00Z</versionCreated></itemMeta><contentMeta><headline>"
         "Bridge to be rebuilt</headline></contentMeta><contentSet><inlineXML><html "
         "xmlns=\"http://www.w3.org/1999/xhtml\"><body>" +
         body("<p>", "</p>\n", false) + "</body></html></inlineXML></contentSet></newsItem>\n";
}

std::string csv_row(int i) {
  return "a" + number(i) + ",\"Bridge to be rebuilt, part\",2026-03-04,en,\"" +
         body("", "\n\n", false) + "\"\n";
}

std::string sgml_document(int i) {
  return "<DOC>\n<DOCNO> RT260304-" + number(i) + " </DOCNO>\n<HEAD>Bridge to be rebuilt</HEAD>\n" +
         "<TEXT>\n" + body("", "\n\n", false) + "</TEXT>\n</DOC>\n";
}

std::string warc_record(int i) {
  const std::string page =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html lang=en>"
      "<h1>Bridge to be rebuilt</h1>" +
      body("<p>", "</p>", false);
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://river-times.example/" +
         number(i) + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(page.size()) + "\r\n\r\n" + page + "\r\n\r\n";
}

/// Reads `path` once an iteration; fails when not `expected` articles came out (0: any number).
void read(benchmark::State& state, const std::string& path, std::size_t expected) {
  std::int64_t bytes = 0;
  for (auto _ : state) {
    pullquote::RecordSource source({path}, {});
    pullquote::RecordParser parser({});
    std::size_t articles = 0;
    while (auto next = source.next()) {
      const auto* record = std::get_if<RawRecord>(&*next);
      if (record == nullptr) continue;
      bytes += static_cast<std::int64_t>(record->bytes.size());
      parser.parse(*record, [&](pullquote::ReadOutcome&& outcome) {
        articles += std::holds_alternative<ParsedArticle>(outcome) ? 1 : 0;
        benchmark::DoNotOptimize(outcome);
      });
    }
    if (expected != 0 && articles != expected) state.SkipWithError("not all articles were read");
  }
  state.SetBytesProcessed(bytes);
}

void read_generated(benchmark::State& state, const std::string& text) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / "pullquote-readers-bench.input";
  std::ofstream(path, std::ios::binary) << text;
  read(state, path, kArticles);
  std::filesystem::remove(path);
}

template <class Make>
std::string repeated(Make make) {
  std::string text;
  for (int i = 0; i < kArticles; ++i) text += make(i);
  return text;
}

void jsonl_stated(benchmark::State& state) {
  read_generated(state,
                 repeated([](int i) { return json_article(i, "\"language\":\"en\",", false); }));
}
BENCHMARK(jsonl_stated)->Unit(benchmark::kMillisecond);

void jsonl_detected(benchmark::State& state) {
  read_generated(state, repeated([](int i) { return json_article(i, "", false); }));
}
BENCHMARK(jsonl_detected)->Unit(benchmark::kMillisecond);

void jsonl_html(benchmark::State& state) {
  read_generated(state,
                 repeated([](int i) { return json_article(i, "\"language\":\"en\",", true); }));
}
BENCHMARK(jsonl_html)->Unit(benchmark::kMillisecond);

void csv(benchmark::State& state) {
  read_generated(state, "id,headline,published,language,body\n" + repeated(csv_row));
}
BENCHMARK(csv)->Unit(benchmark::kMillisecond);

void rss(benchmark::State& state) {
  read_generated(state,
                 "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
                 "<channel><title>River Times</title><language>en</language>" +
                     repeated(rss_item) + "</channel></rss>");
}
BENCHMARK(rss)->Unit(benchmark::kMillisecond);

void newsml_g2(benchmark::State& state) {
  read_generated(state, "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>" +
                            repeated(g2_item) + "</itemSet></newsMessage>");
}
BENCHMARK(newsml_g2)->Unit(benchmark::kMillisecond);

void sgml(benchmark::State& state) {
  read_generated(state, repeated(sgml_document));
}
BENCHMARK(sgml)->Unit(benchmark::kMillisecond);

void warc(benchmark::State& state) {
  read_generated(state, repeated(warc_record));
}
BENCHMARK(warc)->Unit(benchmark::kMillisecond);

void own(benchmark::State& state) {
  const char* path = std::getenv("PULLQUOTE_BENCH_INPUT");
  if (path == nullptr) {
    state.SkipWithError("PULLQUOTE_BENCH_INPUT is not set");
    return;
  }
  read(state, path, 0);
}
BENCHMARK(own)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();

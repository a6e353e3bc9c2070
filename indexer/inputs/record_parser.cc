// SPDX-License-Identifier: GPL-3.0-or-later
/// Hands a record to its format's reader and completes what that returns.
#include <string>
#include <utility>

#include "indexer/decoding/block_quote_marks.h"
#include "indexer/decoding/language.h"
#include "indexer/formats/article_fields.h"
#include "indexer/formats/article_id.h"
#include "indexer/formats/body_tidying.h"
#include "indexer/formats/csv_reader.h"
#include "indexer/formats/html_reader.h"
#include "indexer/formats/json/json_reader.h"
#include "indexer/formats/record_reader.h"
#include "indexer/formats/sgml_reader.h"
#include "indexer/formats/text_reader.h"
#include "indexer/formats/wire_reader.h"
#include "indexer/formats/xml/feed_reader.h"
#include "indexer/formats/xml/newsml_g2_reader.h"
#include "indexer/formats/xml/newsml_reader.h"
#include "indexer/formats/xml/nitf_reader.h"
#include "indexer/formats/xml/xml_record.h"
#include "indexer/inputs/given_fields.h"
#include "indexer/inputs/warc_reader.h"

namespace pullquote {
namespace {

/// Bytes from which on a body shows its language without the headline's help.
constexpr std::size_t kLongBody = 400;

/// Drops a standfirst that only repeats how the body begins, as feeds' descriptions do.
void drop_repeated_standfirst(Article& article) {
  std::string_view start = article.standfirst;
  for (std::string_view ellipsis : {"\u2026", "...", "[...]", "[\u2026]"}) {
    if (start.ends_with(ellipsis)) start.remove_suffix(ellipsis.size());
  }
  while (!start.empty() && start.back() == ' ') start.remove_suffix(1);
  if (!start.empty() && article.body.starts_with(start)) article.standfirst.clear();
}

/// What `inspect` shows of a record whose fields are named: every text that was taken.
std::vector<InspectedBlock> blocks_of(const Article& article) {
  std::vector<InspectedBlock> blocks;
  const auto add = [&](std::string_view text, const char* reason) {
    if (!text.empty()) blocks.push_back({std::string(text), true, reason});
  };
  add(article.headline, "headline");
  add(article.standfirst, "standfirst");
  add(article.byline, "byline");
  for (std::string_view paragraph : paragraphs_of(article.body)) add(paragraph, "paragraph");
  for (const std::string& caption : article.captions) add(caption, "caption");
  for (const std::string& credit : article.credits) add(credit, "credit");
  return blocks;
}

/// Formats whose bodies are made for machines and repeat what stands beside them. Collections and
/// databases are taken at their word; pages have their own rules.
bool states_itself_elsewhere(InputFormat format, std::string_view read_as) {
  switch (format) {
    case InputFormat::Rss:
    case InputFormat::Atom:
    case InputFormat::NewsMlG2:
    case InputFormat::NewsMl:
    case InputFormat::Nitf:
      return true;
    default:
      return read_as == to_string(InputFormat::Ninjs) ||
             read_as == to_string(InputFormat::JsonFeed);
  }
}

}  // namespace

struct RecordParser::Impl {
  explicit Impl(const ReaderOptions& given_options)
      : options(given_options),
        json(given_options),
        csv(given_options),
        sgml(given_options),
        given(given_options) {}

  /// @param url  of the capture that holds the record; else empty.
  void read(const RawRecord& record, const std::string& url, const RecordSink& sink) {
    if (record.format == InputFormat::Text) {
      ParsedPage page = parse_text_page(record, options);
      if (page.parsed.article.url.empty()) page.parsed.article.url = url;
      return finish(record, std::move(page.parsed), page.outlet, sink);
    }
    const RecordSink finishing = [&](ReadOutcome&& outcome) {
      auto* parsed = std::get_if<ParsedArticle>(&outcome);
      if (parsed == nullptr) return sink(std::move(outcome));
      if (record.format == InputFormat::Html) complete_url(parsed->article, url);
      finish(record, std::move(*parsed), {}, sink);
    };
    switch (record.format) {
      case InputFormat::Html:
        return parse_html_page(record, options, finishing);
      case InputFormat::Csv:
        return csv.parse(record, finishing);
      case InputFormat::Rss:
      case InputFormat::Atom:
        return read_feed_item(xml, record, finishing);
      case InputFormat::NewsMlG2:
        return read_g2_item(xml, record, finishing);
      case InputFormat::NewsMl:
        return read_newsml_item(xml, record, finishing);
      case InputFormat::Nitf:
        return read_nitf_document(xml, record, finishing);
      case InputFormat::Sgml:
        return sgml.parse(record, finishing);
      case InputFormat::Iptc7901:
        return read_wire_message(record, finishing);
      case InputFormat::Warc:
        return read_archived(record, sink);
      case InputFormat::JsonLines:
      case InputFormat::JsonFeed:
      case InputFormat::JsonLd:
      case InputFormat::Ninjs:
        return json.parse(record, finishing);
      case InputFormat::Text:
        return;  // read above
    }
  }

  void read_archived(const RawRecord& record, const RecordSink& sink) {
    auto found = read_capture(record, options);
    if (auto* rejection = std::get_if<Rejection>(&found)) return sink(std::move(*rejection));
    auto& capture = std::get<Capture>(found);
    const std::string url = capture.url;
    for_each_captured(std::move(capture), record, options, sink,
                      [&](const RawRecord& part) { read(part, url, sink); });
  }

  /// A page's own URL may be relative to the one it was got from, which stands in where it has
  /// none.
  static void complete_url(Article& article, const std::string& url) {
    if (url.empty()) return;
    article.url = article.url.empty() ? url : resolve_url(article.url, url);
  }

  void finish(const RawRecord& record, ParsedArticle&& parsed, const std::string& outlet,
              const RecordSink& sink) {
    Article& article = parsed.article;
    drop_repeated_standfirst(article);
    std::vector<InspectedBlock> taken;
    if (states_itself_elsewhere(record.format, parsed.format)) taken = tidy_body(article);
    given.complete(record, article);
    settle_block_quotes(article);
    if (options.keep_blocks && parsed.blocks.empty()) {
      parsed.blocks = blocks_of(article);
      parsed.blocks.insert(parsed.blocks.end(), taken.begin(), taken.end());
    }
    if (article.source.empty()) article.source = outlet;
    if (article.headline.empty() && article.body.empty()) {
      return sink(reject(record, "no headline and no body"));
    }
    ++articles_of_record;
    const bool needs_number = article.url.empty() && article.id.empty() && articles_of_record > 1;
    article.id = article_id(article, record.where);
    if (needs_number) article.id += "." + std::to_string(articles_of_record);
    if (article.language.empty()) {
      article.language = detect_language(
          article.body.size() < kLongBody ? article.headline + "\n" + article.body : article.body);
    }
    sink(std::move(parsed));
  }

  ReaderOptions options;
  JsonReader json;
  CsvReader csv;
  SgmlReader sgml;
  XmlRecordParser xml;
  GivenFields given;
  std::size_t articles_of_record = 0;  ///< handed over for the record that is being parsed
};

RecordParser::RecordParser(const ReaderOptions& options) : impl_(std::make_unique<Impl>(options)) {}
RecordParser::~RecordParser() = default;
RecordParser::RecordParser(RecordParser&&) noexcept = default;
RecordParser& RecordParser::operator=(RecordParser&&) noexcept = default;

void RecordParser::parse(const RawRecord& record, const std::function<void(ReadOutcome&&)>& sink) {
  // One complaint a file: the records after the first have the same sidecar.
  if (record.where.number <= 1 && !record.sidecar.empty()) {
    if (const std::string& problem = impl_->given.sidecar_problem(record); !problem.empty()) {
      sink(Rejection{record.where.source + ".meta.json", 0, "unreadable sidecar", problem});
    }
  }
  impl_->articles_of_record = 0;
  impl_->read(record, {}, sink);
}

}  // namespace pullquote

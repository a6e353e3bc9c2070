// SPDX-License-Identifier: GPL-3.0-or-later
/// Hands a record to its format's reader and completes what that returns.
#include <string>
#include <utility>

#include "indexer/extraction/language.h"
#include "indexer/readers/article_fields.h"
#include "indexer/readers/article_id.h"
#include "indexer/readers/given_fields.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/json_reader.h"
#include "indexer/readers/record_reader.h"
#include "indexer/readers/text_reader.h"

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
std::vector<Block> blocks_of(const Article& article) {
  std::vector<Block> blocks;
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

}  // namespace

struct RecordParser::Impl {
  explicit Impl(const ReaderOptions& given_options)
      : options(given_options), json(given_options), given(given_options) {}

  void read(const RawRecord& record, const RecordSink& sink) {
    if (record.format == InputFormat::Text) {
      ParsedPage page = parse_text_page(record, options);
      return finish(record, std::move(page.parsed), page.outlet, sink);
    }
    const RecordSink finishing = [&](ReadOutcome&& outcome) {
      if (auto* parsed = std::get_if<ParsedArticle>(&outcome)) {
        finish(record, std::move(*parsed), {}, sink);
      } else {
        sink(std::move(outcome));
      }
    };
    if (record.format == InputFormat::Html) return parse_html_page(record, options, finishing);
    json.parse(record, finishing);
  }

  void finish(const RawRecord& record, ParsedArticle&& parsed, const std::string& outlet,
              const RecordSink& sink) {
    Article& article = parsed.article;
    drop_repeated_standfirst(article);
    if (options.keep_blocks && parsed.blocks.empty()) parsed.blocks = blocks_of(article);
    given.complete(record, article);
    if (article.source.empty()) article.source = outlet;
    if (article.headline.empty() && article.body.empty()) {
      return sink(reject(record, "no headline and no body"));
    }
    article.id = article_id(article, record.where);
    if (article.language.empty()) {
      article.language = detect_language(
          article.body.size() < kLongBody ? article.headline + "\n" + article.body : article.body);
    }
    sink(std::move(parsed));
  }

  ReaderOptions options;
  JsonReader json;
  GivenFields given;
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
  impl_->read(record, sink);
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/reading.h"

#include <fmt/format.h>

#include <deque>
#include <iterator>
#include <utility>
#include <variant>

#include "indexer/build/inversion_memory.h"
#include "indexer/inputs/given_article.h"
#include "indexer/work/bounded_queue.h"
#include "indexer/work/progress_meter.h"
#include "indexer/work/worker_group.h"
#include "pullquote/quote_extractor.h"

namespace pullquote {
namespace {

/// Articles of one record, at most: the low bits of SpooledArticle::order.
constexpr unsigned kBitsWithinRecord = 24;

/// Ids are terms, lines of lists and words of messages.
constexpr std::size_t kLongestIdBytes = 16 << 10;

/// A stored record has to stay below the 133 MB that a table of Xapian can hold in pieces.
constexpr std::uint64_t kMostArticleBytes = 120'000'000;

/// A record of the inputs, or an article that the program gives.
struct NumberedRecord {
  std::uint64_t number = 0;  ///< in the order of reading
  std::variant<RawRecord, Article> record;
};

/// Bytes of all texts but those of quotes, which stand in the body.
std::uint64_t text_bytes(const Article& article) {
  std::uint64_t bytes = article.body.size();
  for (const std::string* text : {&article.id, &article.url, &article.source, &article.headline,
                                  &article.standfirst, &article.byline, &article.section}) {
    bytes += text->size();
  }
  for (const auto* list : {&article.captions, &article.credits, &article.keywords}) {
    for (const std::string& text : *list) bytes += text.size();
  }
  return bytes;
}

/// What an article holds in memory, roughly.
std::size_t bytes_of(const Article& article) {
  return sizeof(Article) + text_bytes(article) + article.quotes.size() * sizeof(Quote);
}
std::size_t bytes_of(const RawRecord& record) {
  return record.bytes.size() + record.sidecar.size();
}

/// What is handed to a worker at once. Waking one costs as much as parsing a short article.
struct RecordBatch {
  std::vector<NumberedRecord> records;
  std::size_t bytes = 0;

  template <class Record>
  void add(std::uint64_t number, Record record) {
    bytes += sizeof(NumberedRecord) + bytes_of(record);
    records.push_back({number, std::move(record)});
  }
};

/// A dozen short articles, or one page of HTML, which is far more work a byte.
constexpr std::size_t kBatchBytes = 16 << 10;

/// What one worker does and leaves.
class ReadingWorker {
 public:
  ReadingWorker(const ReadingOptions& options, std::uint32_t number)
      : parser_(options.reader),
        spool_(options.spool, number),
        most_inversion_bytes_(options.most_inversion_bytes) {}

  void parse(NumberedRecord& numbered, ProgressMeter& meter) {
    std::uint64_t order = numbered.number << kBitsWithinRecord;
    if (auto* article = std::get_if<Article>(&numbered.record)) {
      take(complete_given_article(std::move(*article), numbered.number + 1), {}, order);
      meter.add(0, 1);
      return;
    }
    const auto& record = std::get<RawRecord>(numbered.record);
    parser_.parse(record, [&](ReadOutcome&& outcome) {
      take(std::move(outcome), record.where, order++);
      meter.add(0, 1);
    });
  }

  void finish() { articles_ = spool_.finish(); }

  std::deque<SpooledArticle>& articles() { return articles_; }
  RejectionLog& rejections() { return rejections_; }
  std::uint64_t withdrawals() const { return withdrawals_; }

 private:
  void take(ReadOutcome&& outcome, const Provenance& where, std::uint64_t order) {
    if (auto* rejection = std::get_if<Rejection>(&outcome)) {
      rejections_.add(order, std::move(*rejection));
      return;
    }
    if (auto* withdrawal = std::get_if<Withdrawal>(&outcome)) {
      if (!withdrawal->id.empty()) {
        spool_.add_withdrawal(*withdrawal, order);
        ++withdrawals_;
      }
      rejections_.add(order, std::move(withdrawal->rejection));
      return;
    }
    auto& parsed = std::get<ParsedArticle>(outcome);
    Article& article = parsed.article;
    if (article.id.size() > kLongestIdBytes) {
      rejections_.add(order, {where.source, where.offset_bytes, "id too long",
                              fmt::format("it has {} bytes", article.id.size())});
      return;
    }
    if (const std::uint64_t bytes = text_bytes(article); bytes > kMostArticleBytes) {
      rejections_.add(order, {where.source, where.offset_bytes, "text too long",
                              fmt::format("the article has {} bytes", bytes)});
      return;
    }
    const std::uint64_t needed = inversion_bytes(article, most_inversion_bytes_, analyzer_);
    if (needed > most_inversion_bytes_) {
      rejections_.add(
          order, {where.source, where.offset_bytes, "too large for the memory",
                  fmt::format("its text of {} bytes takes more than {} MB; give more with --memory",
                              article.body.size(), most_inversion_bytes_ / 1'000'000)});
      return;
    }
    if (article.quotes.empty()) extractor_.extract_into(article);
    spool_.add(article, order, parsed.version);
  }

  RecordParser parser_;
  QuoteExtractor extractor_;
  Analyzer analyzer_;
  SpoolWriter spool_;
  RejectionLog rejections_;
  std::uint64_t withdrawals_ = 0;
  std::uint64_t most_inversion_bytes_;
  std::deque<SpooledArticle> articles_;
};

/// Pulls records, then articles, and feeds them to the workers. Returns early when stopped.
void feed(RecordSource& source, const ArticleSource& articles, BoundedQueue<RecordBatch>& queue,
          ReadingSummary& summary, ProgressMeter& meter, const std::stop_token& stop) {
  RecordBatch batch;
  const auto push = [&] {
    const std::size_t bytes = batch.bytes;
    return queue.push(std::exchange(batch, {}), bytes, stop);
  };
  std::uint64_t number = 0;
  for (; !stop.stop_requested(); ++number) {
    auto next = source.next();
    if (!next) break;
    const ReadProgress progress = source.progress();
    meter.set(progress.bytes_done, progress.bytes_total);
    if (auto* rejection = std::get_if<Rejection>(&*next)) {
      summary.rejections.add(number << kBitsWithinRecord, std::move(*rejection));
      continue;
    }
    auto& record = std::get<RawRecord>(*next);
    summary.input_bytes += record.bytes.size();
    batch.add(number, std::move(record));
    if (batch.bytes >= kBatchBytes && !push()) return;
  }
  for (; articles && !stop.stop_requested(); ++number) {
    std::optional<Article> article = articles();
    if (!article) break;
    summary.input_bytes += bytes_of(*article);
    batch.add(number, std::move(*article));
    if (batch.bytes >= kBatchBytes && !push()) return;
  }
  push();
}

}  // namespace

ReadingSummary read_inputs(const ReadingOptions& options, Reporter& reporter,
                           const std::stop_token& stop) {
  ReadingSummary summary;
  ProgressMeter meter(reporter, "reading", "bytes", 0);
  RecordSource source(options.inputs, options.reader);
  std::vector<std::unique_ptr<ReadingWorker>> workers;
  for (std::uint32_t number = 0; number < options.threads; ++number) {
    workers.push_back(std::make_unique<ReadingWorker>(options, number));
  }

  BoundedQueue<RecordBatch> queue(options.queue_bytes);
  WorkerGroup threads(stop);
  for (auto& worker : workers) {
    threads.start([&worker, &queue, &meter](const std::stop_token& token) {
      while (auto batch = queue.pop(token)) {
        for (NumberedRecord& record : batch->records) {
          throw_if_stopped(token);
          worker->parse(record, meter);
        }
      }
      worker->finish();
    });
  }
  feed(source, options.articles, queue, summary, meter, threads.token());
  queue.close();
  threads.wait();

  std::size_t count = 0;
  for (auto& worker : workers) count += worker->articles().size();
  summary.articles.reserve(count);
  for (auto& worker : workers) {
    auto& articles = worker->articles();
    summary.articles.insert(summary.articles.end(), articles.begin(), articles.end());
    articles = {};
    summary.withdrawals += worker->withdrawals();
    summary.rejections.absorb(std::move(worker->rejections()));
  }
  summary.seconds = meter.seconds();
  return summary;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/part_verification.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

#include "indexer/work/progress_meter.h"
#include "indexer/work/worker_group.h"
#include "pullquote/analyzer.h"
#include "pullquote/field.h"
#include "schema/ranked/id_file.h"
#include "schema/ranked/impact_scales.h"
#include "schema/ranked/list_cursor.h"
#include "schema/ranked/ranked_file.h"
#include "schema/store/article_store.h"
#include "schema/store/columns.h"
#include "schema/store/doc_id.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "schema/store/quote_columns.h"
#include "schema/store/record.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

/// Articles of a sample; fewer where their records are long, so that a sample takes fractions of a
/// second whatever the articles are.
constexpr std::uint32_t kSampled = 64;
constexpr std::size_t kSampledBytes = std::size_t{16} << 20;

/// Words of a headline that are looked up.
constexpr std::size_t kHeadlineWords = 32;

/// The files about quotes; there are none in a part without any.
struct QuoteFiles {
  QuoteFiles(const std::filesystem::path& part, std::uint32_t articles, std::uint32_t quotes)
      : postings(part / kQuotePostingsName, ranked::Kind::Quotes, quotes, 0),
        columns(part / kQuoteColumnsName, articles, quotes) {}

  const RankedFile postings;
  const QuoteColumns columns;
};

/// Opening the files has compared their counts with the manifest's.
class PartCheck {
 public:
  PartCheck(const std::filesystem::path& generation, const GenerationPart& part,
            const Manifest& manifest, std::vector<std::string>& faults)
      : folder_(generation / part.folder),
        manifest_(manifest),
        faults_(faults),
        count_(static_cast<std::uint32_t>(part.article_count)),
        store_(folder_, count_),
        records_(store_),
        columns_(folder_ / kColumnsName),
        postings_(folder_ / kRankedPostingsName, ranked::Kind::Postings, count_,
                  ranking_fingerprint(manifest.ranking)),
        positions_(folder_ / kRankedPositionsName, ranked::Kind::Positions, count_, 0),
        pairs_(folder_ / kRankedPairsName, ranked::Kind::Pairs, count_, 0),
        ids_(folder_ / kRankedIdsName, count_),
        database_((folder_ / kArticlesName).string()),
        scales_(manifest.ranking) {
    if (part.quote_count > 0) {
      quotes_.emplace(folder_, count_, static_cast<std::uint32_t>(part.quote_count));
    }
  }

  void sample() {
    if (columns_.size() != count_) {
      return add_fault(kColumnsName,
                       fmt::format("{} rows, the manifest says {}", columns_.size(), count_));
    }
    check_database();
    std::size_t bytes = 0;
    for (std::uint32_t i = 0; i < std::min(count_, kSampled) && bytes < kSampledBytes; ++i) {
      const std::uint32_t steps = std::max(std::min(count_, kSampled) - 1, 1u);
      const auto docid = static_cast<std::uint32_t>(1 + std::uint64_t{i} * (count_ - 1) / steps);
      const std::string record = records_.read(docid);
      bytes += record.size();
      if (const auto article = checked_record(docid, record)) check_terms(*article, docid);
    }
  }

  void all(const Supervision& supervision) {
    columns_.check_all();
    store_.check_all();
    if (quotes_) quotes_->columns.check_all();
    check_records(supervision);
    if (quotes_) walk(quotes_->postings, kQuotePostingsName, false, supervision);
    walk(postings_, kRankedPostingsName, false, supervision);
    walk(positions_, kRankedPositionsName, true, supervision);
    walk(pairs_, kRankedPairsName, false, supervision);
    run_engine_check();
  }

 private:
  void add_fault(const char* file, std::string_view what) {
    faults_.push_back(fmt::format("{}: {}", (folder_ / file).string(), what));
  }

  void check_database() {
    if (database_.get_doccount() != count_) {
      add_fault(kArticlesName, fmt::format("{} documents, the manifest says {}",
                                           database_.get_doccount(), count_));
    }
    if (database_.get_metadata(kSchemaKey) != manifest_.schema_fingerprint) {
      add_fault(kArticlesName, "its schema is not the manifest's");
    }
    if (database_.get_metadata(kGenerationKey) != manifest_.id.value) {
      add_fault(kArticlesName, "it belongs to another generation");
    }
  }

  /// The article, when its record can be read and agrees with its id and its number of quotes.
  std::optional<Article> checked_record(DocId docid, std::string_view record) {
    auto article = decode_record(record);
    const auto wrong = [&](const char* file, std::string_view what) {
      add_fault(file, fmt::format("article {} {}", docid, what));
      article.reset();
    };
    if (!article) {
      wrong(kArticlesName, "has a record that cannot be read");
    } else if (ids_.id(docid) != article->id || ids_.find(article->id) != docid) {
      wrong(kRankedIdsName, "has another id than its record");
    } else if (quote_count(docid) != article->quotes.size()) {
      wrong(kQuoteColumnsName, "has another number of quotes than its record");
    }
    return article;
  }

  void check_records(const Supervision& supervision) {
    ProgressMeter meter(supervision.reporter, "articles", "articles", count_);
    for (DocId docid = 1; docid <= count_; ++docid) {
      throw_if_stopped(supervision.stop);
      if (!checked_record(docid, records_.read(docid))) return;
      meter.add(1, 1);
    }
  }

  std::size_t quote_count(DocId docid) const {
    if (!quotes_) return 0;
    return quotes_->columns.first_quote(docid + 1) - quotes_->columns.first_quote(docid);
  }

  /// Looks an article up by its id and by the words of its headline.
  void check_terms(const Article& article, DocId docid) {
    if (!is_in_database(make_term(find_field("id")->prefix, article.id), docid, 0)) return;
    analyzer_.set_language(article.language.empty() ? main_language(manifest_.languages)
                                                    : article.language);
    std::uint32_t length = 0;
    std::set<std::string, std::less<>> looked_up;
    std::string stem;
    for (const Token& token : analyzer_.tokenize(article.headline)) {
      if (!token.is_part) ++length;
      if (looked_up.size() == kHeadlineWords || !looked_up.emplace(token.term).second) continue;
      // Positions count from 1, tokens from 0.
      if (!has_position(make_term("", token.term), docid, token.position + 1)) return;
      for (const std::string_view prefix : {std::string_view(), find_field("headline")->prefix}) {
        make_stem_term(prefix, analyzer_.stem(token.term), stem);
        if (!has_posting(stem, docid)) return;
      }
    }
    if (columns_.headline_length(docid) != length) {
      add_fault(kColumnsName, fmt::format("article {} has a headline of {} words, not of {}", docid,
                                          length, columns_.headline_length(docid)));
    }
  }

  /// The posting of a term in an article, decoded; empty when there is none.
  static std::optional<ListCursor> find(const RankedFile& file, const std::string& term,
                                        DocId docid) {
    const auto list = file.find(term);
    if (!list) return std::nullopt;
    ListCursor cursor(*list);
    cursor.seek(docid);
    return cursor.docid() == docid ? std::optional(cursor) : std::nullopt;
  }

  bool fails(const char* file, const std::string& term, DocId docid, std::string_view what) {
    add_fault(file, fmt::format("article {} has {} of '{}'", docid, what, term));
    return false;
  }

  bool has_position(const std::string& term, DocId docid, std::uint32_t position) {
    std::vector<std::uint32_t> positions;
    if (auto cursor = find(positions_, term, docid)) cursor->read_positions(positions);
    return std::binary_search(positions.begin(), positions.end(), position) ||
           fails(kRankedPositionsName, term, docid, "other positions");
  }

  /// Looks at the posting here and in the database, and at its impact.
  bool has_posting(const std::string& term, DocId docid) {
    auto cursor = find(postings_, term, docid);
    if (!cursor) return fails(kRankedPostingsName, term, docid, "no posting");
    const std::uint32_t wdf = cursor->wdf();
    const ImpactScale* const scale = scales_.of(term);
    if (scale != nullptr && cursor->impact() != (*scale)(wdf, columns_.lengths(docid))) {
      return fails(kRankedPostingsName, term, docid, "another impact");
    }
    return is_in_database(term, docid, wdf);
  }

  bool is_in_database(const std::string& term, DocId docid, std::uint32_t wdf) {
    auto posting = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    if (posting != end) posting.skip_to(docid);
    return (posting != end && *posting == docid && posting.get_wdf() == wdf) ||
           fails(kArticlesName, term, docid, "another posting");
  }

  /// Decodes every list of a file.
  void walk(const RankedFile& file, const char* name, bool positional,
            const Supervision& supervision) {
    ProgressMeter meter(supervision.reporter, name, "terms", file.header().term_count);
    std::uint64_t count = 0;
    std::vector<std::uint32_t> positions;
    file.visit([&](std::string_view, const RankedList& list) {
      ++count;
      throw_if_stopped(supervision.stop);
      meter.add(1, 0);
      for (ListCursor cursor(list); cursor.docid() != ListCursor::kEnd; cursor.next()) {
        if (positional) cursor.read_positions(positions);
        if (cursor.wdf() > cursor.max_wdf()) file.throw_damaged("a wdf above its highest");
        if (cursor.impact() > cursor.bound_at(cursor.docid())) {
          file.throw_damaged("an impact above its bound");
        }
      }
      return true;
    });
    if (count == file.header().term_count) return;
    add_fault(name, fmt::format("its header counts {} terms, it has {}", file.header().term_count,
                                count));
  }

  /// Xapian opens the tables for writing to check them; where it may not, what stands above is all.
  void run_engine_check() {
    const std::string database = (folder_ / kArticlesName).string();
    if (::access((folder_ / kArticlesName / kDocdataName).c_str(), W_OK) != 0) return;
    std::ostringstream report;
    const std::size_t errors = Xapian::Database::check(database, 0, &report);
    if (errors > 0) add_fault(kArticlesName, fmt::format("Xapian's check found {} errors", errors));
  }

  const std::filesystem::path folder_;
  const Manifest& manifest_;
  std::vector<std::string>& faults_;
  const std::uint32_t count_;
  const ArticleStore store_;
  const ArticleRecords records_;
  const MappedColumns columns_;
  const RankedFile postings_;
  const RankedFile positions_;
  const RankedFile pairs_;
  const IdFile ids_;
  std::optional<QuoteFiles> quotes_;
  const Xapian::Database database_;
  const ImpactScales scales_;
  Analyzer analyzer_;
};

}  // namespace

void check_part(const std::filesystem::path& generation, const GenerationPart& part,
                const Manifest& manifest, Depth depth, const Supervision& supervision,
                std::vector<std::string>& faults) {
  PartCheck check(generation, part, manifest, faults);
  check.sample();
  if (depth == Depth::Full && faults.empty()) check.all(supervision);
}

}  // namespace pullquote

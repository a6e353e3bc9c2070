// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/derived_part.h"

#include <xapian.h>

#include <string>
#include <utility>

#include "indexer/build/progress_meter.h"
#include "indexer/build/ranked/database_lists.h"
#include "indexer/build/ranked/derived_pairs.h"
#include "indexer/build/ranked/id_runs.h"
#include "indexer/build/ranked/list_writers.h"
#include "indexer/build/worker_group.h"
#include "indexer/publish/filesystem.h"
#include "pullquote/error.h"
#include "schema/store/index_damage.h"
#include "schema/store/layout.h"
#include "schema/store/record.h"
#include "schema/store/stored_records.h"
#include "schema/store/xapian_errors.h"

namespace pullquote {

namespace {

class PartDerivation {
 public:
  PartDerivation(const DerivedPart& part, Reporter& reporter, const std::stop_token& stop)
      : part_(part), reporter_(reporter), stop_(stop), scratch_(part.folder / "segments") {}

  void run() {
    real_filesystem().create_directories(scratch_);
    const Xapian::Database database = open();
    columns_ = read_lengths(database, part_.article_count);
    derive_lists(count_postings(database, stop_));
    const auto doccount = static_cast<std::uint32_t>(columns_.lengths.size());
    ProgressMeter meter(reporter_, "pairing", "articles", doccount);
    derive_pairs(part_.folder, scratch_, frequent_words_, doccount, meter, stop_);
    real_filesystem().remove_tree(scratch_);
  }

 private:
  Xapian::Database open() const { return Xapian::Database(part_.articles.string()); }

  /// What each thread does is independent of the others.
  void derive_lists(std::uint64_t posting_count) {
    ProgressMeter meter(reporter_, "ranking", "postings", posting_count);
    WorkerGroup workers(stop_);
    const auto start = [&](auto work) {
      workers.start([this, &meter, work](const std::stop_token& token) {
        with_pullquote_errors([&] { work(open(), meter, token); }, part_.articles);
      });
    };
    if (part_.positions) {
      start([this](const auto& database, ProgressMeter& done, const std::stop_token& token) {
        RankedPositions positions(part_.folder / kRankedPositionsName,
                                  static_cast<std::uint32_t>(columns_.lengths.size()));
        visit_positions(database, positions, done, token);
        positions.finish();
      });
    }
    start([this](const auto& database, ProgressMeter& done, const std::stop_token& token) {
      RankedPostings postings(part_.folder / kRankedPostingsName, part_.ranking, columns_);
      visit_postings(database, postings, done, token);
      postings.finish();
    });
    start([this](const auto& database, ProgressMeter&, const std::stop_token& token) {
      frequent_words_ = read_frequent_words(database, token);
      derive_ids(database, token);
    });
    workers.wait();
  }

  void derive_ids(const Xapian::Database& database, const std::stop_token& token) const {
    IdRunWriter ids(scratch_ / "ids", 1);
    const StoredRecords records(database, part_.articles);
    for (Xapian::docid docid = 1; docid <= columns_.lengths.size(); ++docid) {
      throw_if_stopped(token);
      const std::string record = records.read(docid);
      const auto id = record_id(record);
      if (!id) {
        throw_index_corrupt("the record of document " + std::to_string(docid) + " in " +
                            part_.articles.string() + " cannot be read");
      }
      ids.add(*id);
    }
    write_ids(part_.folder / kRankedIdsName, {ids.finish()});
  }

  const DerivedPart& part_;
  Reporter& reporter_;
  const std::stop_token& stop_;
  const std::filesystem::path scratch_;
  Columns columns_;
  FrequentWords frequent_words_;
};

}  // namespace

void derive_ranked(const DerivedPart& part, Reporter& reporter, const std::stop_token& stop) {
  with_pullquote_errors([&] { PartDerivation(part, reporter, stop).run(); }, part.articles);
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are whole, checksums and all, and say something else than the articles.
#include "indexer/publish/part_verification.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <functional>
#include <map>
#include <stop_token>

#include "indexer/build/ranked/id_runs.h"
#include "indexer/build/ranked/ranked_writer.h"
#include "schema/ranked/id_file.h"
#include "schema/ranked/list_cursor.h"
#include "schema/ranked/ranked_file.h"
#include "schema/store/columns.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "schema/store/quote_columns.h"
#include "tests/support/test_index.h"

using namespace pullquote;
using namespace pullquote::testing;
using ranked::Kind;

namespace {

struct Posting {
  std::uint32_t docid = 0;
  std::uint32_t wdf = 0;
  Impact impact = 0;
  std::vector<std::uint32_t> positions;
};
using Lists = std::map<std::string, std::vector<Posting>>;

constexpr std::uint32_t kArticles = 300;

const std::stop_token kNever;

class VerifiedPart {
 public:
  VerifiedPart() {
    generation_ = index_.generation(index_.build(many_articles(kArticles)));
    manifest_ = read_manifest(generation_);
  }

  std::filesystem::path file(const char* name) const {
    return generation_ / manifest_.parts.front().folder / name;
  }

  std::vector<std::string> faults(Depth depth = Depth::Sample) const {
    std::vector<std::string> faults;
    check_part(generation_, manifest_.parts.front(), manifest_, depth, {silent_reporter(), kNever},
               faults);
    return faults;
  }

  /// Whether the first fault names the file and says this.
  bool finds(const char* name, std::string_view what, Depth depth = Depth::Sample) const {
    const std::vector<std::string> found = faults(depth);
    return !found.empty() && found.front().find(file(name).string()) != std::string::npos &&
           found.front().find(what) != std::string::npos;
  }

  /// Writes a file again with its lists changed, so that all checksums are right.
  void change(const char* name, Kind kind, const std::function<void(Lists& lists)>& change) const {
    const std::uint64_t ranking =
        kind == Kind::Postings ? ranking_fingerprint(manifest_.ranking) : 0;
    const RankedFile before(file(name), kind, kArticles, ranking);
    Lists lists = lists_of(before, kind);
    change(lists);
    RankedWriter writer(file(name), kind, kArticles, ranking);
    for (const auto& [term, list] : lists) {
      writer.begin(term);
      for (const Posting& posting : list) {
        if (kind == Kind::Postings) {
          writer.add(posting.docid, posting.wdf, posting.impact);
        } else {
          writer.add(posting.docid, posting.positions);
        }
      }
      writer.end();
    }
    writer.finish();
  }

  void write(const char* name, std::string_view bytes) const {
    std::ofstream(file(name), std::ios::binary) << bytes;
  }

 private:
  static Lists lists_of(const RankedFile& file, Kind kind) {
    Lists lists;
    file.visit([&](std::string_view term, const RankedList& list) {
      std::vector<Posting>& postings = lists[std::string(term)];
      for (ListCursor cursor(list); cursor.docid() != ListCursor::kEnd; cursor.next()) {
        postings.push_back({cursor.docid(), cursor.wdf(), cursor.impact(), {}});
        if (kind == Kind::Positions) cursor.read_positions(postings.back().positions);
      }
      return true;
    });
    return lists;
  }

  TestIndex index_;
  std::filesystem::path generation_;
  Manifest manifest_;
};

BOOST_AUTO_TEST_SUITE(part_verification)

BOOST_AUTO_TEST_CASE(what_the_build_wrote_is_sound) {
  const VerifiedPart part;
  for (const Depth depth : {Depth::Sample, Depth::Full}) {
    for (const std::string& fault : part.faults(depth)) BOOST_ERROR(fault);
  }
}

// The first article is always in the sample, and "Boats number ..." is its headline.
BOOST_AUTO_TEST_CASE(another_impact_is_found) {
  const VerifiedPart part;
  part.change(kRankedPostingsName, Kind::Postings,
              [](Lists& lists) { ++lists["ZSboat"][0].impact; });
  BOOST_TEST(part.finds(kRankedPostingsName, "another impact"));
}

BOOST_AUTO_TEST_CASE(another_wdf_than_the_database_s_is_found) {
  const VerifiedPart part;
  part.change(kRankedPostingsName, Kind::Postings, [](Lists& lists) {
    for (Posting& posting : lists["ZSboat"]) posting.wdf += 100, posting.impact = 255;
  });
  BOOST_TEST(!part.faults().empty());
}

BOOST_AUTO_TEST_CASE(a_missing_posting_or_list_is_found) {
  const VerifiedPart part;
  part.change(kRankedPostingsName, Kind::Postings,
              [](Lists& lists) { lists["ZSboat"].erase(lists["ZSboat"].begin()); });
  BOOST_TEST(part.finds(kRankedPostingsName, "no posting of 'ZSboat'"));
  const VerifiedPart other;
  other.change(kRankedPostingsName, Kind::Postings, [](Lists& lists) { lists.erase("ZSboat"); });
  BOOST_TEST(other.finds(kRankedPostingsName, "no posting of 'ZSboat'"));
}

BOOST_AUTO_TEST_CASE(another_position_is_found) {
  const VerifiedPart part;
  part.change(kRankedPositionsName, Kind::Positions, [](Lists& lists) {
    lists["boats"][0].positions = {2, 9};
  });
  BOOST_TEST(part.finds(kRankedPositionsName, "other positions of 'boats'"));
}

BOOST_AUTO_TEST_CASE(another_length_of_a_headline_is_found) {
  const VerifiedPart part;
  const MappedColumns before(part.file(kColumnsName));
  Columns columns;
  for (std::uint32_t docid = 1; docid <= kArticles; ++docid) {
    columns.published.push_back(before.published(docid));
    columns.lengths.push_back(before.lengths(docid));
  }
  // One word more in the headline and one less in the rest: the impacts of both alike are right.
  ++columns.lengths[0].headline;
  --columns.lengths[0].rest;
  part.write(kColumnsName, encode_columns(columns));
  BOOST_TEST(!part.faults().empty());
}

BOOST_AUTO_TEST_CASE(columns_of_another_number_of_articles_are_found) {
  const VerifiedPart part;
  part.write(kColumnsName, encode_columns({.published = {0}, .lengths = {{}}}));
  BOOST_TEST(part.finds(kColumnsName, "1 rows, the manifest says 300"));
}

BOOST_AUTO_TEST_CASE(another_id_is_found_where_every_record_is_read) {
  const VerifiedPart part;
  std::vector<std::string> ids;
  for (std::uint32_t docid = 1; docid <= kArticles; ++docid) {
    ids.emplace_back(IdFile(part.file(kRankedIdsName), kArticles).id(docid));
  }
  ids[kArticles - 2] = "zzzzz";
  IdRunWriter run(part.file("run"));
  for (const std::string& id : ids) run.add(id);
  write_ids(part.file(kRankedIdsName), {run.finish()});
  BOOST_TEST(part.faults().empty());
  BOOST_TEST(part.finds(kRankedIdsName, "article 299", Depth::Full));
}

BOOST_AUTO_TEST_CASE(another_number_of_quotes_is_found) {
  const VerifiedPart part;
  const QuoteColumns before(part.file(kQuoteColumnsName), kArticles, kArticles);
  QuoteTable table;
  table.quote_counts.assign(kArticles, 1);
  for (std::uint32_t quote = 1; quote <= kArticles; ++quote) {
    table.words.push_back(before.words(quote));
  }
  table.quote_counts[0] = 0;
  table.quote_counts[1] = 2;
  part.write(kQuoteColumnsName, encode_quote_columns(table));
  BOOST_TEST(part.finds(kQuoteColumnsName, "article 1 has another number of quotes"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

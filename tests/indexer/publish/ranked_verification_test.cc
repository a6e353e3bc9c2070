// SPDX-License-Identifier: GPL-3.0-or-later
// Ranked files that are whole and say something else than the database.
#include "indexer/publish/ranked_verification.h"

#include <boost/test/unit_test.hpp>

#include <cstring>
#include <functional>

#include "indexer/build/ranked/ranked_writer.h"
#include "schema/ranked/block_checksum.h"
#include "schema/ranked/id_file.h"
#include "schema/ranked/list_cursor.h"
#include "schema/ranked/ranked_file.h"
#include "schema/ranked/word_pair.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "schema/store/object_bytes.h"
#include "tests/support/test_index.h"

BOOST_AUTO_TEST_SUITE(ranked_verification)

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

class VerifiedIndex {
 public:
  explicit VerifiedIndex(bool lean = false) {
    BuildOptions options;
    options.lean = lean;
    folder_ = index_.generation(index_.build(many_articles(300), options));
    manifest_ = read_manifest(folder_);
  }

  std::filesystem::path file(const char* name) const { return folder_ / name; }

  std::vector<std::string> faults(Depth depth = Depth::Full) const {
    std::vector<std::string> faults;
    check_ranked(folder_, manifest_.parts.front(), manifest_, depth, faults);
    return faults;
  }

  /// Whether the one fault found names these.
  bool finds(std::string_view term, std::string_view what, Depth depth = Depth::Full) const {
    const std::vector<std::string> found = faults(depth);
    return !found.empty() &&
           found.front().find("'" + std::string(term) + "'") != found.front().npos &&
           found.front().find(what) != found.front().npos;
  }

  /// Writes a file again with its lists changed, so that all checksums are right.
  void change(const char* name, const std::function<void(Lists& lists)>& change) const {
    const auto path = file(name);
    const Kind kind = name == kRankedPositionsName ? Kind::Positions : Kind::Postings;
    const std::uint64_t ranking =
        name == kRankedPostingsName ? ranking_fingerprint(manifest_.ranking) : 0;
    const auto doccount = static_cast<std::uint32_t>(manifest_.article_count);
    Lists lists = lists_of(RankedFile(path, kind, doccount, ranking), kind);
    change(lists);
    RankedWriter writer(path, kind, doccount, ranking);
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
  std::filesystem::path folder_;
  Manifest manifest_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(what_the_build_wrote_agrees_with_the_database) {
  for (const bool lean : {false, true}) {
    const VerifiedIndex index(lean);
    for (const Depth depth : {Depth::Sample, Depth::Full}) {
      for (const std::string& fault : index.faults(depth)) BOOST_ERROR(fault);
    }
  }
}

BOOST_AUTO_TEST_CASE(another_impact_is_found) {
  const VerifiedIndex index;
  index.change(kRankedPostingsName, [](Lists& lists) { ++lists["ZSboat"][140].impact; });
  BOOST_TEST(index.finds("ZSboat", "impact"));
}

BOOST_AUTO_TEST_CASE(another_wdf_is_found) {
  const VerifiedIndex index;
  index.change(kRankedPostingsName, [](Lists& lists) { ++lists["Zword1"][0].wdf; });
  BOOST_TEST(index.finds("Zword1", "wdf"));
}

BOOST_AUTO_TEST_CASE(a_posting_too_few_or_too_many_is_found) {
  const VerifiedIndex index;
  index.change(kRankedPostingsName, [](Lists& lists) { lists["Len"].pop_back(); });
  BOOST_TEST(index.finds("Len", "articles"));
  const VerifiedIndex more;
  more.change(kRankedPostingsName, [](Lists& lists) {
    lists["Zword1"].push_back({300, 1, 1, {}});
  });
  BOOST_TEST(more.finds("Zword1", "articles"));
}

BOOST_AUTO_TEST_CASE(a_list_too_few_or_too_many_is_found) {
  const VerifiedIndex index;
  index.change(kRankedPostingsName, [](Lists& lists) { lists.erase("ZSboat"); });
  BOOST_TEST(!index.faults().empty());
  BOOST_TEST(index.finds("ZSboat", "left out", Depth::Sample));
  const VerifiedIndex more;
  more.change(kRankedPositionsName, [](Lists& lists) { lists["zzz"] = lists["boats"]; });
  BOOST_TEST(more.finds("zzz", "no place"));
}

BOOST_AUTO_TEST_CASE(another_position_is_found_also_by_the_sample) {
  const VerifiedIndex index;
  index.change(kRankedPositionsName, [](Lists& lists) { ++lists["Sboats"][0].positions.back(); });
  BOOST_TEST(index.finds("Sboats", "positions"));
  BOOST_TEST(index.finds("Sboats", "positions", Depth::Sample));
}

BOOST_AUTO_TEST_CASE(a_pair_or_an_article_of_a_pair_too_few_is_found) {
  const VerifiedIndex index;
  index.change(kRankedPairsName, [](Lists& lists) { lists.erase(pair_term("boats", "number")); });
  BOOST_TEST(index.finds(pair_term("boats", "number"), "not article"));
  const VerifiedIndex fewer;
  fewer.change(kRankedPairsName, [](Lists& lists) {
    // The sample takes the first article.
    std::vector<Posting>& list = lists[pair_term("boats", "number")];
    list.erase(list.begin());
  });
  BOOST_TEST(fewer.finds(pair_term("boats", "number"), "not article 1,"));
}

BOOST_AUTO_TEST_CASE(an_article_of_a_pair_too_many_is_found) {
  const VerifiedIndex index;
  index.change(kRankedPairsName, [](Lists& lists) {
    // Both words are in every headline, the other way round.
    lists[pair_term("number", "boats")] = {{7, 0, 0, {}}, {9, 0, 0, {}}};
  });
  BOOST_TEST(index.finds(pair_term("number", "boats"), "without these words in a row"));
}

BOOST_AUTO_TEST_CASE(a_header_that_counts_other_terms_is_found) {
  for (const char* name : {kRankedPostingsName, kRankedPositionsName, kRankedPairsName}) {
    const VerifiedIndex index;
    std::string bytes = read_file(index.file(name));
    ranked::Header header{};
    std::memcpy(&header, bytes.data(), sizeof header);
    ++header.term_count;
    header.checksum = block_checksum(bytes_of(header).substr(ranked::kHeaderSummed));
    bytes.replace(0, sizeof header, bytes_of(header));
    std::ofstream(index.file(name), std::ios::binary) << bytes;
    BOOST_REQUIRE_EQUAL(index.faults().size(), 1u);
    BOOST_TEST(index.faults().front().find("counts " + std::to_string(header.term_count)) !=
               std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(another_id_is_found) {
  const VerifiedIndex index;
  std::string bytes = read_file(index.file(kRankedIdsName));
  std::string entry;
  append_id_entry(300, "zzzzz", entry);
  bytes.replace(bytes.size() - entry.size(), entry.size(), entry);
  std::ofstream(index.file(kRankedIdsName), std::ios::binary) << bytes;
  BOOST_REQUIRE_EQUAL(index.faults().size(), 1u);
  BOOST_TEST(index.faults().front().find("document 300") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_lean_index_must_have_its_ranked_files) {
  const VerifiedIndex plain;
  const VerifiedIndex lean(true);
  for (const char* name :
       {kRankedPostingsName, kRankedPositionsName, kRankedPairsName, kRankedIdsName}) {
    std::filesystem::remove(plain.file(name));
    std::filesystem::remove(lean.file(name));
  }
  BOOST_TEST(plain.faults().empty());
  BOOST_TEST(lean.faults().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/ranked_verification.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>

#include "pullquote/analyzer.h"
#include "pullquote/field.h"
#include "schema/ranked/id_file.h"
#include "schema/ranked/impact_scales.h"
#include "schema/ranked/list_cursor.h"
#include "schema/ranked/ranked_file.h"
#include "schema/ranked/term_kind.h"
#include "schema/ranked/word_pair.h"
#include "schema/store/columns.h"
#include "schema/store/index_damage.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "schema/store/record.h"
#include "schema/store/stored_records.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

/// Articles of a sample.
constexpr std::uint32_t kSampled = 64;

/// Articles whose positions are compared with the database's, where all lists are. It begins at the
/// root of its table for each list that it is asked for: microseconds, where a posting takes
/// nanoseconds.
constexpr std::uint64_t kMostComparedPositions = 2048;

/// Every so many-th article has its positions compared; 0: none has.
std::uint32_t position_stride(std::uint64_t articles, const Manifest& manifest, Depth depth) {
  if (is_lean(manifest)) return 0;
  if (depth == Depth::Sample) return 1;
  return static_cast<std::uint32_t>((articles + kMostComparedPositions - 1) /
                                    kMostComparedPositions);
}

/// One posting of both sides.
class PostingCheck {
 public:
  /// @param stride  see position_stride().
  PostingCheck(const Xapian::Database& database, const MappedColumns& columns,
               const RankingParameters& ranking, std::uint32_t stride)
      : database_(database), columns_(columns), scales_(ranking), stride_(stride) {}

  void begin(std::string_view term) {
    term_ = term;
    positional_ = has_positions(term_);
    scale_ = scales_.of(term_);
  }

  /// What is wrong; empty: nothing. Both stand on the same article.
  /// @throws RankedIndexDamaged
  std::string_view fault(ListCursor& cursor, const Xapian::PostingIterator& posting) {
    if (cursor.wdf() > cursor.max_wdf()) return "a wdf above its highest";
    if (positional_) return position_fault(cursor);
    if (cursor.wdf() != posting.get_wdf()) return "another wdf";
    const Impact impact =
        scale_ == nullptr ? Impact{0} : (*scale_)(cursor.wdf(), columns_.lengths(*posting));
    if (cursor.impact() != impact) return "another impact";
    const Impact bound = cursor.bound_at(cursor.docid());
    return impact > bound || bound > cursor.max_impact() ? "an impact above its bound" : "";
  }

 private:
  std::string_view position_fault(ListCursor& cursor) {
    cursor.read_positions(positions_);  // which notices those that don't rise
    if (positions_.empty()) return "an article without positions";
    if (stride_ == 0 || cursor.docid() % stride_ != 0) return "";
    auto expected = database_.positionlist_begin(cursor.docid(), term_);
    const auto end = database_.positionlist_end(cursor.docid(), term_);
    for (const std::uint32_t position : positions_) {
      if (expected == end || *expected != position) return "other positions";
      ++expected;
    }
    return expected == end ? "" : "fewer positions";
  }

  const Xapian::Database& database_;
  const MappedColumns& columns_;
  const ImpactScales scales_;
  std::uint32_t stride_;
  std::string term_;
  bool positional_ = false;
  const ImpactScale* scale_ = nullptr;
  std::vector<std::uint32_t> positions_;
};

/// The ranked files of a part beside its database.
class RankedCheck {
 public:
  RankedCheck(const std::filesystem::path& articles, const GenerationPart& part,
              const Manifest& manifest, Depth depth, std::vector<std::string>& faults)
      : folder_(articles.parent_path()),
        faults_(faults),
        database_(articles.string()),
        records_(database_, articles),
        columns_(folder_ / kColumnsName),
        postings_(folder_ / kRankedPostingsName, ranked::Kind::Postings, count_of(part),
                  ranking_fingerprint(manifest.ranking)),
        positions_(folder_ / kRankedPositionsName, ranked::Kind::Positions, count_of(part), 0),
        pairs_(folder_ / kRankedPairsName, ranked::Kind::Postings, count_of(part), 0),
        ids_(folder_ / kRankedIdsName, count_of(part)),
        check_(database_, columns_, manifest.ranking,
               position_stride(part.article_count, manifest, depth)) {
    if (columns_.size() == part.article_count) return;
    throw_index_corrupt((folder_ / kColumnsName).string() + " has another number of articles");
  }

  void all() {
    compare_lists(postings_, kRankedPostingsName, false);
    compare_lists(positions_, kRankedPositionsName, true);
    check_pairs();
    for (std::uint32_t docid = 1; docid <= ids_.size(); ++docid) {
      if (!check_id(docid)) return;
    }
  }

  void sample() {
    Analyzer analyzer;
    const std::uint32_t count = ids_.size();
    const std::uint32_t samples = std::min(count, kSampled);
    for (std::uint32_t i = 0; i < samples; ++i) {
      const auto docid = static_cast<std::uint32_t>(1 + std::uint64_t{i} * (count - 1) /
                                                            std::max(samples - 1, 1u));
      if (!check_id(docid)) return;
      const auto article = decode_record(records_.read(docid));
      if (!article) continue;
      look_up(make_term(find_field("id")->prefix, article->id), docid);
      sample_headline(*article, docid, analyzer);
    }
  }

 private:
  static std::uint32_t count_of(const GenerationPart& part) {
    return static_cast<std::uint32_t>(part.article_count);
  }

  void add_fault(const char* file, std::string_view term, std::string_view what) {
    faults_.push_back(
        fmt::format("{}: the list of '{}' has {}", (folder_ / file).string(), term, what));
  }

  bool check_id(std::uint32_t docid) {
    const std::string record = records_.read(docid);
    if (const auto id = record_id(record); id && *id == ids_.id(docid)) return true;
    faults_.push_back(fmt::format("{}: document {} has another id in the database",
                                  (folder_ / kRankedIdsName).string(), docid));
    return false;
  }

  /// Looks up the words of the headline and their stems.
  void sample_headline(const Article& article, std::uint32_t docid, Analyzer& analyzer) {
    analyzer.set_language(article.language);
    std::string stem;
    for (const Token& token : analyzer.tokenize(article.headline)) {
      for (const std::string_view prefix : {std::string_view(), find_field("headline")->prefix}) {
        look_up(make_term(prefix, token.term), docid);
        // Where the language was unknown it may be another stem, which is passed over.
        make_stem_term(prefix, analyzer.stem(token.term), stem);
        look_up(stem, docid);
      }
    }
  }

  /// Whether the header counts as many terms as there are.
  void check_term_count(const RankedFile& file, const char* name, std::uint64_t found) {
    if (file.header().term_count == found) return;
    faults_.push_back(fmt::format("{}: its header counts {} terms, it has {}",
                                  (folder_ / name).string(), file.header().term_count, found));
  }

  /// Walks through the terms of both sides; stops at the first fault.
  void compare_lists(const RankedFile& file, const char* name, bool positional) {
    auto term = database_.allterms_begin();
    const auto end = database_.allterms_end();
    const auto skip = [&] {
      while (term != end && has_positions(*term) != positional) ++term;
    };
    bool sound = true;
    std::uint64_t count = 0;
    file.visit([&](std::string_view found, const RankedList& list) {
      skip();
      if (term == end || *term != found) {
        add_fault(name, found, "no place among the terms of the database");
        return sound = false;
      }
      ++count;
      sound = compare(*term, list, name);
      ++term;
      return sound;
    });
    if (!sound) return;
    skip();
    if (term != end) return add_fault(name, *term, "been left out");
    check_term_count(file, name, count);
  }

  bool compare(const std::string& term, const RankedList& list, const char* name) {
    check_.begin(term);
    ListCursor cursor(list);
    auto posting = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    for (; posting != end; ++posting, cursor.next()) {
      const std::string_view fault =
          cursor.docid() != *posting ? "other articles" : check_.fault(cursor, posting);
      if (fault.empty()) continue;
      add_fault(name, term, fault);
      return false;
    }
    if (cursor.docid() == ListCursor::kEnd) return true;
    add_fault(name, term, "more articles");
    return false;
  }

  /// Every article of a pair must have its words in a row; in a sample of the articles, every two
  /// frequent words in a row must have the article.
  void check_pairs() {
    std::vector<std::string> frequent;
    bool sound = true;
    std::uint64_t count = 0;
    pairs_.visit([&](std::string_view term, const RankedList& list) {
      ++count;
      const std::size_t separator = term.find(pair_term("", ""));
      if (separator == term.npos) {
        frequent.emplace_back(term);
        return true;
      }
      sound = check_pair(term.substr(0, separator), term.substr(separator + 1), list);
      if (!sound) add_fault(kRankedPairsName, term, "articles without these words in a row");
      return sound;
    });
    for (std::uint32_t i = 0; sound && i < kSampled; ++i) {
      sound = check_pairs_of(
          1 + static_cast<std::uint32_t>(std::uint64_t{i} * ids_.size() / kSampled), frequent);
    }
    if (sound) check_term_count(pairs_, kRankedPairsName, count);
  }

  bool check_pair(std::string_view first, std::string_view second, const RankedList& list) {
    const auto first_list = positions_.find(first);
    const auto second_list = positions_.find(second);
    if (!first_list || !second_list) return false;
    ListCursor before(*first_list);
    ListCursor behind(*second_list);
    std::vector<std::uint32_t> from;
    std::vector<std::uint32_t> to;
    for (ListCursor pair(list); pair.docid() != ListCursor::kEnd; pair.next()) {
      if (!read_positions(before, pair.docid(), from)) return false;
      if (!read_positions(behind, pair.docid(), to)) return false;
      const bool in_a_row = std::any_of(from.begin(), from.end(), [&](std::uint32_t position) {
        return std::binary_search(to.begin(), to.end(), position + 1);
      });
      if (!in_a_row) return false;
    }
    return true;
  }

  static bool read_positions(ListCursor& cursor, std::uint32_t docid,
                             std::vector<std::uint32_t>& positions) {
    cursor.seek(docid);
    if (cursor.docid() != docid) return false;
    cursor.read_positions(positions);
    return true;
  }

  bool check_pairs_of(std::uint32_t docid, const std::vector<std::string>& frequent) {
    // A compound and its parts share a position.
    std::multimap<std::uint32_t, std::string_view> words;
    std::vector<std::uint32_t> positions;
    for (const std::string& word : frequent) {
      const auto list = positions_.find(word);
      if (!list) continue;
      ListCursor cursor(*list);
      if (!read_positions(cursor, docid, positions)) continue;
      for (const std::uint32_t position : positions) words.emplace(position, word);
    }
    for (const auto& [position, first] : words) {
      const auto [begin, end] = words.equal_range(position + 1);
      for (auto second = begin; second != end; ++second) {
        const std::string pair = pair_term(first, second->second);
        const auto list = pairs_.find(pair);
        if (list && stands_on(ListCursor(*list), docid)) continue;
        add_fault(kRankedPairsName, pair, fmt::format("not article {}, where they are", docid));
        return false;
      }
    }
    return true;
  }

  static bool stands_on(ListCursor cursor, std::uint32_t docid) {
    cursor.seek(docid);
    return cursor.docid() == docid;
  }

  void look_up(const std::string& term, std::uint32_t docid) {
    auto posting = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    if (posting != end) posting.skip_to(docid);
    if (posting == end || *posting != docid) return;
    const bool positional = has_positions(term);
    const char* const name = positional ? kRankedPositionsName : kRankedPostingsName;
    const auto list = (positional ? positions_ : postings_).find(term);
    if (!list) return add_fault(name, term, "been left out");
    check_.begin(term);
    ListCursor cursor(*list);
    cursor.seek(docid);
    const std::string_view fault =
        cursor.docid() != docid ? "other articles" : check_.fault(cursor, posting);
    if (!fault.empty()) add_fault(name, term, fault);
  }

  std::filesystem::path folder_;
  std::vector<std::string>& faults_;
  const Xapian::Database database_;
  const StoredRecords records_;
  const MappedColumns columns_;
  const RankedFile postings_;
  const RankedFile positions_;
  const RankedFile pairs_;
  const IdFile ids_;
  PostingCheck check_;
};

}  // namespace

void check_ranked(const std::filesystem::path& folder, const GenerationPart& part,
                  const Manifest& manifest, Depth depth, std::vector<std::string>& faults) {
  const std::filesystem::path articles = folder / part.articles;
  const std::filesystem::path files = articles.parent_path();
  const bool has_any = std::filesystem::exists(files / kRankedPostingsName) ||
                       std::filesystem::exists(files / kRankedPositionsName) ||
                       std::filesystem::exists(files / kRankedIdsName) ||
                       std::filesystem::exists(files / kRankedPairsName);
  if (!has_any && is_lean(manifest)) {
    faults.push_back(part.articles +
                     ": it has no positions, and the ranked index that has them is missing");
  }
  if (!has_any) return;
  RankedCheck check(articles, part, manifest, depth, faults);
  if (depth == Depth::Full) {
    check.all();
  } else {
    check.sample();
  }
}

}  // namespace pullquote

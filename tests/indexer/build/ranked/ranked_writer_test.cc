// SPDX-License-Identifier: GPL-3.0-or-later
// What is written as a ranked file comes back, wherever a reader enters it; and what was damaged
// does not come back as something else.
#include "indexer/build/ranked/ranked_writer.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

#include "schema/ranked/list_cursor.h"
#include "schema/ranked/ranked_file.h"
#include "schema/store/block_checksum.h"
#include "tests/support/temporary_directory.h"

BOOST_AUTO_TEST_SUITE(ranked_writer)

using namespace pullquote;
using namespace pullquote::testing;
using ranked::Kind;

namespace {

struct Entry {
  std::uint32_t docid = 0;
  std::uint32_t wdf = 0;
  Impact impact = 0;
  std::vector<std::uint32_t> positions;
};
using List = std::vector<Entry>;
using Lists = std::map<std::string, List>;

constexpr std::uint64_t kRanking = 42;
constexpr Kind kAllKinds[] = {Kind::Postings, Kind::Positions, Kind::Pairs, Kind::Quotes};
const std::vector<std::string> kMembers{"a", "of", "the"};

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t below(std::uint64_t end) { return static_cast<std::uint32_t>(engine_() % end); }
  /// Any number of bits up to these, each as often as any other.
  std::uint32_t of_any_width(unsigned most_bits) {
    return below(std::uint64_t{1} << below(most_bits + 1));
  }

 private:
  std::mt19937_64 engine_;
};

/// @param gap_bits  of the largest gaps. @param ranked  whether there are impacts.
List random_list(Random& random, std::size_t count, unsigned gap_bits, Kind kind, bool ranked) {
  List list;
  std::uint32_t docid = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Entry entry;
    entry.docid = docid += 1 + random.of_any_width(gap_bits);
    if (kind == Kind::Positions) {
      std::uint32_t position = 0;
      entry.wdf = 1 + random.below(random.below(20) == 0 ? 60 : 4);
      for (std::uint32_t n = 0; n < entry.wdf; ++n) {
        entry.positions.push_back(position += 1 + random.of_any_width(10));
      }
    } else if (kind != Kind::Pairs) {
      entry.wdf = random.of_any_width(12);
      const bool has_impact = ranked && kind == Kind::Postings;
      entry.impact = has_impact ? static_cast<Impact>(1 + random.below(255)) : Impact{0};
    }
    list.push_back(std::move(entry));
  }
  return list;
}

std::uint32_t last_docid(const Lists& lists) {
  std::uint32_t last = 0;
  for (const auto& [term, list] : lists) last = std::max(last, list.back().docid);
  return last;
}

void write(const std::filesystem::path& path, Kind kind, const Lists& lists) {
  RankedWriter writer(path, kind, last_docid(lists), kRanking);
  for (const auto& [term, list] : lists) {
    writer.begin(term);
    for (const Entry& entry : list) {
      if (kind == Kind::Positions) {
        writer.add(entry.docid, entry.positions);
      } else {
        writer.add(entry.docid, entry.wdf, entry.impact);
      }
    }
    writer.end();
  }
  writer.finish(kind == Kind::Pairs ? kMembers : std::vector<std::string>());
}

/// Empty when cursor and list agree posting by posting.
std::string difference(ListCursor cursor, const List& list, Kind kind) {
  std::vector<std::uint32_t> positions;
  for (const Entry& entry : list) {
    if (cursor.docid() != entry.docid) return "docid";
    if (cursor.wdf() != entry.wdf) return "wdf";
    if (cursor.impact() != entry.impact) return "impact";
    if (kind == Kind::Positions) {
      cursor.read_positions(positions);
      if (positions != entry.positions) return "positions";
    }
    cursor.next();
  }
  return cursor.docid() == ListCursor::kEnd ? "" : "more postings";
}

std::string difference(const RankedFile& file, const Lists& lists, Kind kind) {
  auto expected = lists.begin();
  std::string found;
  file.visit([&](std::string_view term, const RankedList& list) {
    if (expected == lists.end() || term != expected->first) {
      found = "term " + std::string(term);
    } else if (list.termfreq != expected->second.size()) {
      found = "termfreq of " + std::string(term);
    } else if (auto what = difference(ListCursor(list), expected->second, kind); !what.empty()) {
      found = what + " of " + std::string(term);
    }
    ++expected;
    return found.empty();
  });
  if (!found.empty()) return found;
  if (kind == Kind::Pairs &&
      !std::equal(kMembers.begin(), kMembers.end(), file.members().begin(), file.members().end())) {
    return "members";
  }
  return expected != lists.end() ? "fewer terms" : found;
}

/// Lists of the lengths around the size of a block.
Lists lists_of_many_lengths(Random& random, Kind kind) {
  Lists lists;
  for (const std::size_t count : {1u, 2u, 127u, 128u, 129u, 256u, 1000u}) {
    for (const unsigned gap_bits : {0u, 3u, 12u, 21u}) {
      const std::string name = std::to_string(count) + "/" + std::to_string(gap_bits);
      lists[name] = random_list(random, count, gap_bits, kind, false);
      lists["Z" + name] = random_list(random, count, gap_bits, kind, true);
    }
  }
  lists["long"] = random_list(random, 100'000, 14, kind, true);
  List& rising = lists["of more blocks than are asked"];
  rising = random_list(random, 150'000, 3, kind, true);
  for (std::size_t i = 0; kind == Kind::Postings && i < rising.size(); ++i) {
    rising[i].impact = static_cast<Impact>(1 + i / 1000 + random.below(3));
  }
  lists["wide"] = random_list(random, 120, 26, kind, true);
  lists["alone far away"] = {random_list(random, 1, 0, kind, true).front()};
  lists["alone far away"][0].docid = 4'000'000'000;
  lists["far apart"] = random_list(random, 2, 0, kind, true);
  lists["far apart"][1].docid = 4'000'000'000;
  return lists;
}

/// One list and a cursor in it that must agree whatever is asked of them, in any order.
class Walk {
 public:
  Walk(const RankedList& ranked, const List& list, bool has_impacts)
      : cursor_(ranked), list_(list), has_impacts_(has_impacts) {}

  /// False when an answer was wrong; which() says of what.
  bool step(Random& random) {
    const std::uint32_t last = list_.back().docid;
    const std::uint32_t stride = random.of_any_width(1 + random.below(24)) + 1;
    const std::uint32_t target = last - from_ < stride ? last + 1 : from_ + stride;
    switch (random.below(has_impacts_ ? 7 : 3)) {
      case 0:
        return seek(target);
      case 1:
        return next(random);
      case 2:
        return read();
      case 3:
        return bound(target) && bound_at();
      case 4:
        return visit(target, random.below(256));
      case 5:
        return kth_impact_bound(1 + random.below(20), target);
      default:
        return visit_wdfs(target);
    }
  }

  bool done() const { return from_ > list_.back().docid; }
  const std::string& which() const { return which_; }

 private:
  List::const_iterator at(std::uint32_t docid) const {
    return std::lower_bound(list_.begin(), list_.end(), docid,
                            [](const Entry& entry, std::uint32_t d) { return entry.docid < d; });
  }

  bool same(const char* what, bool equal) {
    if (!equal) which_ = what;
    return equal;
  }

  /// Places the cursor on the posting from which on nothing has been read.
  bool seek(std::uint32_t target) {
    from_ = target;
    cursor_.seek(target);
    const auto entry = at(target);
    return same("seek",
                cursor_.docid() == (entry == list_.end() ? ListCursor::kEnd : entry->docid));
  }

  bool next(Random& random) {
    if (!seek(from_)) return false;
    auto entry = at(from_);
    for (std::uint32_t n = random.below(300); n > 0 && entry != list_.end(); --n) {
      if (!same("next", cursor_.docid() == entry->docid)) return false;
      cursor_.next();
      ++entry;
    }
    from_ = entry == list_.end() ? list_.back().docid + 1 : entry->docid;
    return seek(from_);
  }

  bool read() {
    if (!seek(from_)) return false;
    const auto entry = at(from_);
    if (entry == list_.end()) return true;
    if (!same("wdf", cursor_.wdf() == entry->wdf)) return false;
    if (!same("impact", cursor_.impact() == entry->impact)) return false;
    if (entry->positions.empty()) return true;
    cursor_.read_positions(positions_);
    return same("positions", positions_ == entry->positions);
  }

  bool bound(std::uint32_t end) {
    const std::optional<Impact> bound = cursor_.bound(from_, end);
    for (auto entry = at(from_); entry != list_.end() && entry->docid < end; ++entry) {
      if (!same("bound", bound && *bound >= entry->impact)) return false;
    }
    return same("bound", !bound || *bound <= cursor_.max_impact());
  }

  bool bound_at() {
    const auto entry = at(from_);
    if (entry == list_.end()) return true;
    return same("bound_at", cursor_.bound_at(entry->docid) >= entry->impact) && seek(entry->docid);
  }

  /// The k-th highest of the highest impacts of whole blocks in the range; a single block has none
  /// that is known apart from the list.
  bool kth_impact_bound(std::size_t k, std::uint32_t end) {
    constexpr std::size_t kMostBlocks = 1024;
    std::vector<Impact> highest;
    for (std::size_t first = 0; list_.size() > kBlockSize && first < list_.size();
         first += kBlockSize) {
      const std::size_t last = std::min(first + kBlockSize, list_.size()) - 1;
      // Where a block begins is told by the end of the one before.
      const std::uint32_t begin = first == 0 ? 1 : list_[first - 1].docid + 1;
      if (begin < from_ || list_[last].docid >= end || highest.size() == kMostBlocks) continue;
      highest.push_back(
          std::max_element(&list_[first], &list_[last] + 1, [](const Entry& a, const Entry& b) {
            return a.impact < b.impact;
          })->impact);
    }
    std::sort(highest.begin(), highest.end(), std::greater<>());
    const Impact expected = k <= highest.size() ? highest[k - 1] : Impact{0};
    return same("kth_impact_bound", cursor_.kth_impact_bound(k, from_, end) == expected);
  }

  bool visit(std::uint32_t end, std::uint32_t least) {
    std::vector<std::pair<std::uint32_t, Impact>> found;
    std::vector<std::pair<std::uint32_t, Impact>> expected;
    cursor_.visit(
        from_, end, [&](Impact impact) { return impact >= least; },
        [&](std::uint32_t docid, Impact impact) { found.emplace_back(docid, impact); });
    for (auto entry = at(from_); entry != list_.end() && entry->docid < end; ++entry) {
      if (entry->impact >= least) expected.emplace_back(entry->docid, entry->impact);
    }
    from_ = end;
    return same("visit", found == expected);
  }

  bool visit_wdfs(std::uint32_t end) {
    bool equal = true;
    auto entry = at(from_);
    cursor_.visit_wdfs(from_, end, [&](std::uint32_t docid, Impact impact, std::uint32_t wdf) {
      equal = equal && entry != list_.end() && entry->docid == docid && entry->impact == impact &&
              entry->wdf == wdf;
      if (entry != list_.end()) ++entry;
    });
    from_ = end;
    return same("visit_wdfs", equal && entry == at(end));
  }

  ListCursor cursor_;
  const List& list_;
  bool has_impacts_;
  std::uint32_t from_ = 1;  ///< everything before has been passed
  std::vector<std::uint32_t> positions_;
  std::string which_;
};

void walk_through(const RankedFile& file, const std::string& term, const List& list,
                  bool has_impacts, std::uint32_t seed) {
  BOOST_TEST_CONTEXT(term << " with seed " << seed) {
    const auto found = file.find(term);
    BOOST_REQUIRE(found.has_value());
    Random random(seed);
    Walk walk(*found, list, has_impacts);
    for (int steps = 0; steps < 300 && !walk.done(); ++steps) {
      BOOST_REQUIRE_MESSAGE(walk.step(random), walk.which());
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(lists_of_every_length_and_width_come_back) {
  const TemporaryDirectory folder;
  Random random(1);
  for (const Kind kind : kAllKinds) {
    const Lists lists = lists_of_many_lengths(random, kind);
    write(folder / "ranked", kind, lists);
    const RankedFile file(folder / "ranked", kind, last_docid(lists), kRanking);
    BOOST_TEST(file.header().term_count == lists.size());
    BOOST_TEST(difference(file, lists, kind) == "");
    BOOST_TEST(!std::filesystem::exists(folder / "ranked.dictionary"));
  }
}

BOOST_AUTO_TEST_CASE(a_cursor_agrees_with_its_list_whatever_is_asked_in_any_order) {
  const TemporaryDirectory folder;
  Random random(2);
  for (const Kind kind : kAllKinds) {
    const Lists lists = lists_of_many_lengths(random, kind);
    write(folder / "ranked", kind, lists);
    const RankedFile file(folder / "ranked", kind, last_docid(lists), kRanking);
    for (const auto& [term, list] : lists) {
      const bool has_impacts = kind == Kind::Postings && list.front().impact != 0;
      for (std::uint32_t seed = 1; seed <= 15; ++seed) {
        walk_through(file, term, list, has_impacts, seed);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(
    a_cursor_that_starts_before_its_list_finds_what_one_at_its_first_posting_finds) {
  const TemporaryDirectory folder;
  Random random(4);
  Lists lists;
  for (const std::size_t count : {1u, 2u, 127u, 128u, 129u, 1000u}) {
    lists[std::to_string(count)] = random_list(random, count, 6, Kind::Postings, true);
  }
  write(folder / "ranked", Kind::Postings, lists);
  const RankedFile file(folder / "ranked", Kind::Postings, last_docid(lists), kRanking);
  for (const auto& named : lists) {
    const List& list = named.second;  // no structured binding: clang keeps them out of lambdas
    const RankedList found = file.find(named.first).value();
    const std::uint32_t last = list.back().docid;
    for (const std::uint32_t target : {1u, list.front().docid, last / 2 + 1, last, last + 1}) {
      ListCursor first(found);
      ListCursor before(found, ListCursor::Start::Before);
      first.seek(target);
      before.seek(target);
      BOOST_TEST_REQUIRE(before.docid() == first.docid());
      if (first.docid() == ListCursor::kEnd) continue;
      BOOST_TEST_REQUIRE(before.wdf() == first.wdf());
      BOOST_TEST_REQUIRE(before.impact() == first.impact());
    }
    ListCursor before(found, ListCursor::Start::Before);
    std::size_t visited = 0;
    before.visit_wdfs(1, last + 1, [&](std::uint32_t docid, Impact impact, std::uint32_t wdf) {
      const Entry& entry = list.at(visited++);
      BOOST_TEST_REQUIRE((docid == entry.docid && impact == entry.impact && wdf == entry.wdf));
    });
    BOOST_TEST(visited == list.size());
  }
}

BOOST_AUTO_TEST_CASE(
    terms_are_found_among_thousands_with_shared_beginnings_and_absent_ones_are_not) {
  const TemporaryDirectory folder;
  Random random(3);
  Lists lists;
  while (lists.size() < 5000) {
    std::string term;
    for (std::uint32_t i = random.below(9); i > 0; --i) term += "ab\xC3"[random.below(3)];
    term += std::to_string(random.below(3000));
    lists[term] = random_list(random, 1 + random.below(3), 2, Kind::Postings, true);
  }
  lists[std::string(245, 'x')] = random_list(random, 200, 2, Kind::Postings, true);
  write(folder / "ranked", Kind::Postings, lists);
  const RankedFile file(folder / "ranked", Kind::Postings, last_docid(lists), kRanking);
  BOOST_TEST(difference(file, lists, Kind::Postings) == "");
  std::size_t missed = 0;
  std::size_t invented = 0;
  for (const auto& [term, list] : lists) {
    const auto found = file.find(term);
    missed += !found || !difference(ListCursor(*found), list, Kind::Postings).empty() ? 1 : 0;
    for (const std::string& other : {term + "0", term.substr(0, term.size() - 1), "0" + term}) {
      invented += file.find(other).has_value() != lists.contains(other) ? 1 : 0;
    }
  }
  BOOST_TEST(missed == 0u);
  BOOST_TEST(invented == 0u);
  for (const char* absent : {"", "\xFF", "~"}) BOOST_TEST(!file.find(absent).has_value());
}

BOOST_AUTO_TEST_CASE(a_file_without_lists_has_no_term) {
  const TemporaryDirectory folder;
  RankedWriter(folder / "ranked", Kind::Positions, 7, 0).finish();
  const RankedFile file(folder / "ranked", Kind::Positions, 7, 0);
  BOOST_TEST(!file.find("word").has_value());
  BOOST_TEST(file.header().term_count == 0u);
}

BOOST_AUTO_TEST_CASE(visiting_ends_when_it_is_told_to) {
  const TemporaryDirectory folder;
  Random random(7);
  Lists lists;
  for (int i = 0; i < 50; ++i) {
    lists["t" + std::to_string(10 + i)] = random_list(random, 2, 3, Kind::Postings, true);
  }
  write(folder / "ranked", Kind::Postings, lists);
  const RankedFile file(folder / "ranked", Kind::Postings, last_docid(lists), kRanking);
  std::string last;
  file.visit([&](std::string_view term, const RankedList&) { return (last = term) != "t40"; });
  BOOST_TEST(last == "t40");
}

BOOST_AUTO_TEST_CASE(terms_with_a_prefix_are_visited_and_no_others) {
  const TemporaryDirectory folder;
  Random random(9);
  Lists lists;
  while (lists.size() < 400) {
    std::string term;
    for (std::uint32_t i = 1 + random.below(5); i > 0; --i) term += "abc\xFF"[random.below(4)];
    lists[term] = random_list(random, 1 + random.below(3), 2, Kind::Quotes, false);
  }
  write(folder / "ranked", Kind::Quotes, lists);
  const RankedFile file(folder / "ranked", Kind::Quotes, last_docid(lists), 0);
  std::vector<std::string> prefixes{"", "a", "b", "ab", "\xFF", "\xFF\xFF", "0", "d", "aaaaaa"};
  for (const auto& [term, list] : lists) prefixes.push_back(term);
  for (const std::string& prefix : prefixes) {
    std::vector<std::string> expected;
    for (const auto& [term, list] : lists) {
      if (term.starts_with(prefix)) expected.push_back(term);
    }
    std::vector<std::string> found;
    file.visit(prefix, [&](std::string_view term, const RankedList& list) {
      BOOST_TEST(difference(ListCursor(list), lists.at(std::string(term)), Kind::Quotes) == "");
      found.emplace_back(term);
      return true;
    });
    BOOST_TEST(found == expected, boost::test_tools::per_element());
  }
  RankedWriter(folder / "empty", Kind::Quotes, 7, 0).finish();
  RankedFile(folder / "empty", Kind::Quotes, 7, 0).visit("a", [](std::string_view, const auto&) {
    BOOST_ERROR("there is no term");
    return true;
  });
}

BOOST_AUTO_TEST_CASE(members_are_those_words_that_were_given_at_the_end) {
  const TemporaryDirectory folder;
  std::vector<std::string> words{std::string(245, 'x'), ""};
  for (int i = 0; i < 510; ++i) words.push_back("w" + std::to_string(i));
  std::sort(words.begin(), words.end());
  RankedWriter(folder / "ranked", Kind::Pairs, 7, 0).finish(words);
  const RankedFile file(folder / "ranked", Kind::Pairs, 7, 0);
  for (const std::string& word : words) BOOST_TEST(file.has_member(word));
  for (const char* other : {"w", "w510", "x", "a"}) BOOST_TEST(!file.has_member(other));
  BOOST_TEST(file.members().size() == words.size());
}

BOOST_AUTO_TEST_CASE(an_article_of_100000_positions_is_read_between_others) {
  const TemporaryDirectory folder;
  Random random(10);
  Lists lists;
  for (const std::size_t count : {1u, 2u, 128u, 300u}) {
    List& list = lists[std::to_string(count)] =
        random_list(random, count, 2, Kind::Positions, false);
    Entry& entry = list[count / 2];
    entry.positions.clear();
    std::uint32_t position = 0;
    for (int i = 0; i < 100'000; ++i) {
      entry.positions.push_back(position += 1 + random.of_any_width(9));
    }
    entry.wdf = 100'000;
  }
  write(folder / "ranked", Kind::Positions, lists);
  const RankedFile file(folder / "ranked", Kind::Positions, last_docid(lists), 0);
  BOOST_TEST(difference(file, lists, Kind::Positions) == "");
}

BOOST_AUTO_TEST_CASE(what_is_damaged_is_named_with_what_helps) {
  const TemporaryDirectory folder;
  folder.write("ranked", "nothing");
  BOOST_CHECK_EXCEPTION(
      RankedFile(folder / "ranked", Kind::Quotes, 7, 0), IndexCorrupt, [&](const Error& error) {
        return error.what() == (folder / "ranked").string() +
                                   " cannot be used: it ends within its header; run 'pullquote "
                                   "reindex', or roll back to an older generation";
      });
}

BOOST_AUTO_TEST_CASE(a_list_of_more_bytes_than_its_directory_can_count_is_refused_by_name) {
  const TemporaryDirectory folder;
  Random random(8);
  const List list = random_list(random, 1000, 12, Kind::Postings, true);
  const auto write_list = [&](std::uint64_t most_bytes) {
    RankedWriter writer(folder / "ranked", Kind::Postings, list.back().docid, 0, most_bytes);
    writer.begin("harbour");
    for (const Entry& entry : list) writer.add(entry.docid, entry.wdf, entry.impact);
    writer.end();
    writer.finish();
  };
  BOOST_CHECK_NO_THROW(write_list(20'000));
  BOOST_CHECK_EXCEPTION(write_list(1000), WriteFailed, [&](const Error& error) {
    const std::string what = error.what();
    return what.find("'harbour'") != std::string::npos &&
           what.find((folder / "ranked").string()) != std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(the_same_lists_make_the_same_bytes) {
  const TemporaryDirectory folder;
  for (const char* name : {"one", "two"}) {
    Random random(4);
    write(folder / name, Kind::Postings, lists_of_many_lengths(random, Kind::Postings));
  }
  BOOST_TEST((read_file(folder / "one") == read_file(folder / "two")));
}

BOOST_AUTO_TEST_CASE(a_file_of_another_kind_collection_or_ranking_is_refused) {
  const TemporaryDirectory folder;
  Random random(5);
  const Lists lists{{"term", random_list(random, 3, 1, Kind::Postings, true)}};
  write(folder / "ranked", Kind::Postings, lists);
  const std::uint32_t doccount = last_docid(lists);
  const auto open = [&](Kind kind, std::uint32_t count, std::uint64_t ranking) {
    RankedFile(folder / "ranked", kind, count, ranking);
  };
  BOOST_CHECK_NO_THROW(open(Kind::Postings, doccount, kRanking));
  BOOST_CHECK_THROW(open(Kind::Positions, doccount, kRanking), IndexCorrupt);
  BOOST_CHECK_THROW(open(Kind::Postings, doccount + 1, kRanking), IndexCorrupt);
  BOOST_CHECK_THROW(open(Kind::Postings, doccount, kRanking + 1), IndexCorrupt);
}

BOOST_AUTO_TEST_CASE(every_damaged_byte_and_every_cut_is_noticed_or_without_effect) {
  const TemporaryDirectory folder;
  Random random(6);
  for (const Kind kind : kAllKinds) {
    Lists lists;
    for (const std::size_t count : {1u, 2u, 20u, 128u, 300u}) {
      lists[std::to_string(count)] = random_list(random, count, 4, kind, count != 20);
    }
    for (int i = 0; i < 40; ++i) {
      lists["t" + std::to_string(i)] = random_list(random, 1, 9, kind, true);
    }
    write(folder / "ranked", kind, lists);
    const std::string whole = read_file(folder / "ranked");
    const auto outcome = [&](std::string_view bytes) -> std::string {
      folder.write("damaged", bytes);
      try {
        const RankedFile file(folder / "damaged", kind, last_docid(lists), kRanking);
        return difference(file, lists, kind);
      } catch (const IndexCorrupt&) {
        return "noticed";
      }
    };
    std::size_t without_effect = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      std::string bytes = whole;
      bytes[i] = static_cast<char>(bytes[i] ^ (1 + random.below(255)));
      const std::string result = outcome(bytes);
      BOOST_TEST((result.empty() || result == "noticed"), "byte " << i << ": " << result);
      without_effect += result.empty() ? 1 : 0;
      if (i % 16 == 0) BOOST_TEST(outcome(whole.substr(0, i)) == "noticed");
    }
    // Zeros between parts, and the ranking that a file of positions doesn't depend on are bound by
    // the header's checksum.
    BOOST_TEST(without_effect < 24u);
  }
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
// Ranked files whose checksums are right and whose lists no build would write: a disk that errs
// unnoticed, or somebody's idea. What they say is refused with the name of the file.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstring>
#include <functional>
#include <span>

#include "indexer/build/ranked/ranked_writer.h"
#include "schema/ranked/list_cursor.h"
#include "schema/ranked/ranked_file.h"
#include "schema/store/block_checksum.h"
#include "tests/support/temporary_directory.h"

BOOST_AUTO_TEST_SUITE(forged_lists)

using namespace pullquote;
using namespace pullquote::testing;
using namespace std::string_literals;
using ranked::Kind;

namespace {

constexpr std::uint32_t kDoccount = 3;

/// A file with the list of "word" alone.
class ForgedFile {
 public:
  /// @param add  calls add() of the writer, which believes what it is given.
  ForgedFile(Kind kind, const std::function<void(RankedWriter& writer)>& add) : kind_(kind) {
    RankedWriter writer(path(), kind, kDoccount, 0);
    writer.begin("word");
    add(writer);
    writer.end();
    writer.finish();
  }

  std::filesystem::path path() const { return folder_ / "ranked"; }

  /// Replaces bytes of the term's entry by as many others.
  void forge_entry(const std::string& from, const std::string& to) const {
    std::string bytes = read_file(path());
    ranked::Header header{};
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::size_t begin = sizeof header + header.list_bytes;
    const std::size_t end = begin + header.dictionary_bytes;
    const std::size_t place = bytes.find(from, begin);
    BOOST_REQUIRE(place < end);
    BOOST_REQUIRE(from.size() == to.size());
    bytes.replace(place, to.size(), to);
    const std::uint32_t checksum =
        block_checksum(std::string_view(bytes).substr(begin + 4, end - begin - 4));
    std::memcpy(bytes.data() + begin, &checksum, sizeof checksum);
    folder_.write("ranked", bytes);
  }

  /// Changes the head of the list, which is one block.
  void forge_only_block(const std::function<void(ranked::BlockHead& head)>& change) const {
    const std::size_t size =
        RankedFile(path(), kind_, kDoccount, 0).find("word").value().bytes.size();
    std::string bytes = read_file(path());
    char* const block = bytes.data() + sizeof(ranked::Header);
    ranked::BlockHead head{};
    std::memcpy(&head, block, sizeof head);
    change(head);
    std::memcpy(block, &head, sizeof head);
    head.checksum = block_checksum({block + sizeof head.checksum, size - sizeof head.checksum});
    std::memcpy(block, &head, sizeof head);
    folder_.write("ranked", bytes);
  }

  /// Whether reading everything is refused with the name of the file.
  bool is_refused() const {
    try {
      const RankedFile file(path(), kind_, kDoccount, 0);
      ListCursor cursor(file.find("word").value());
      std::vector<std::uint32_t> positions;
      for (; cursor.docid() != ListCursor::kEnd; cursor.next()) {
        cursor.wdf();
        if (kind_ == Kind::Positions) cursor.read_positions(positions);
      }
    } catch (const IndexCorrupt& error) {
      return std::string_view(error.what()).find(path().string()) != std::string_view::npos;
    }
    return false;
  }

 private:
  TemporaryDirectory folder_;
  Kind kind_;
};

ForgedFile with_docids(std::initializer_list<std::uint32_t> docids) {
  return {Kind::Postings, [&](RankedWriter& writer) {
            for (const std::uint32_t docid : docids) writer.add(docid, 1, 1);
          }};
}

ForgedFile with_wdfs(std::initializer_list<std::uint32_t> wdfs) {
  return {Kind::Postings, [&](RankedWriter& writer) {
            std::uint32_t docid = 0;
            for (const std::uint32_t wdf : wdfs) writer.add(++docid, wdf, 1);
          }};
}

/// The same positions in so many articles.
ForgedFile with_positions(std::size_t articles, std::vector<std::uint32_t> positions) {
  return {Kind::Positions, [&](RankedWriter& writer) {
            for (std::uint32_t docid = 1; docid <= articles; ++docid) writer.add(docid, positions);
          }};
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_sound_is_not_refused) {
  BOOST_TEST(!with_docids({1, 3}).is_refused());
  BOOST_TEST(!with_wdfs({0x80000000u}).is_refused());
  BOOST_TEST(!with_positions(1, {1, 0xFFFFFFFFu}).is_refused());
  BOOST_TEST(!with_positions(2, {1, 0xFFFFFFFFu}).is_refused());
}

BOOST_AUTO_TEST_CASE(docids_that_stay_or_fall_or_pass_the_articles_are_refused) {
  BOOST_TEST(with_docids({2, 2}).is_refused());
  BOOST_TEST(with_docids({3, 2}).is_refused());
  BOOST_TEST(with_docids({1, 2, 2}).is_refused());
  BOOST_TEST(with_docids({2, 4}).is_refused());
  BOOST_TEST(with_docids({4}).is_refused());
}

BOOST_AUTO_TEST_CASE(a_termfreq_of_none_or_of_more_than_all_articles_is_refused) {
  for (const std::string& termfreq : {"\0"s, "\4"s, "\x7F"s}) {
    const ForgedFile file = with_docids({1, 3});
    file.forge_entry("word\2", "word" + termfreq);
    BOOST_TEST(file.is_refused());
  }
}

BOOST_AUTO_TEST_CASE(a_wdf_that_passes_32_bits_is_refused) {
  // 2^31 and 2^31 + 2^32 as varints.
  for (const ForgedFile& file : {with_wdfs({0x80000000u}), with_wdfs({1, 0x80000000u})}) {
    file.forge_entry("\x80\x80\x80\x80\x08", "\x80\x80\x80\x80\x18");
    BOOST_TEST(file.is_refused());
  }
}

BOOST_AUTO_TEST_CASE(positions_that_stay_or_fall_are_refused) {
  for (const std::size_t articles : {1u, 2u}) {
    BOOST_TEST(with_positions(articles, {0, 1}).is_refused());
    BOOST_TEST(with_positions(articles, {7, 7}).is_refused());
    BOOST_TEST(with_positions(articles, {7, 6}).is_refused());
  }
}

BOOST_AUTO_TEST_CASE(positions_for_which_there_are_no_bytes_are_refused_before_room_is_made) {
  std::vector<std::uint32_t> some;
  for (std::uint32_t position = 1; some.size() < 100; position += 300) some.push_back(position);
  std::uint32_t highest = 0;
  // Wider wdfs take the bytes of positions for theirs.
  for (std::uint8_t width = 1; width <= 32; ++width) {
    const ForgedFile file = with_positions(2, some);
    file.forge_only_block([&](ranked::BlockHead& head) { head.wdfs.width = width; });
    const RankedFile opened(file.path(), Kind::Positions, kDoccount, 0);
    ListCursor cursor(opened.find("word").value());
    std::vector<std::uint32_t> positions;
    try {
      highest = std::max(highest, cursor.wdf());
      cursor.read_positions(positions);
    } catch (const IndexCorrupt&) {
    }
    BOOST_TEST(positions.capacity() < 10'000u, int(width));
  }
  BOOST_TEST(highest > 10'000'000u);
}

BOOST_AUTO_TEST_SUITE_END()

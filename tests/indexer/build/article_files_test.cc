// SPDX-License-Identifier: GPL-3.0-or-later
/// Stored articles as the build writes them and the searcher reads them; Xapian is the oracle.
#include "indexer/build/article_files.h"

#include <xapian.h>
#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "indexer/build/glass/database_writer.h"
#include "pullquote/error.h"
#include "schema/io/index_damage.h"
#include "schema/store/article_blocks.h"
#include "schema/store/article_store.h"
#include "schema/store/block_checksum.h"
#include "schema/store/layout.h"
#include "schema/store/record_packing.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;

namespace {

using Records = std::vector<std::string>;

constexpr std::size_t kBlockBytes = 8192;

std::uint32_t count_of(const Records& records) {
  return static_cast<std::uint32_t>(records.size());
}

/// @param stored  as the database holds them: plain or packed.
void write_part(const std::filesystem::path& part, const Records& stored,
                const std::string& dictionary = "", std::size_t segment_size = 1000) {
  std::vector<glass::Segment> segments;
  glass::PostingLists lists;
  const glass::DatabaseOptions options;
  for (std::size_t first = 0; first < stored.size(); first += segment_size) {
    glass::SegmentInverter inverter(part / ("segment" + std::to_string(first)),
                                    static_cast<std::uint32_t>(first + 1), options, lists);
    for (std::size_t i = first; i < std::min(stored.size(), first + segment_size); ++i) {
      const std::vector<glass::DocumentTerm> terms{{"boat", 1, {}}};
      inverter.add({terms, {}, stored[i]});
    }
    segments.push_back(inverter.finish());
  }
  const glass::TableTree documents =
      glass::write_database(part / kArticlesName, std::move(segments), {}, {}, options);
  write_article_files(part, documents, count_of(stored), dictionary);
}

std::string random_bytes(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes(size, '\1');
  for (std::size_t i = 1; i < size; ++i) bytes[i] = static_cast<char>(random());
  return bytes;
}

/// Some that fit into a block with others, some that are divided over several blocks.
Records records_of_all_sizes() {
  Records records;
  for (std::size_t size :
       {1,    2, 100,   2035,  2036,  2037,    2038, 2039,      2040,      2041, 2042,
        2043, 3, 4'000, 8'181, 8'192, 100'000, 4,    1'000'000, 5'000'000, 5}) {
    records.push_back(random_bytes(size, static_cast<unsigned>(records.size())));
  }
  return records;
}

/// A part with packed records, which has every kind of block.
struct PackedPart {
  testing::TemporaryDirectory folder;
  Records records;
  std::string dictionary;

  explicit PackedPart(std::size_t count = 60) {
    DictionarySample sample;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string number = std::to_string(i * i * 31);
      records.push_back("\x01\x01 https://coast.example/harbour/" + number +
                        " The harbour master said that ferry " + number +
                        " would sail again before the end of the week. " +
                        random_bytes(i % 7 == 3 ? 3000 : 90, static_cast<unsigned>(i)));
      sample.add(records.back());
    }
    dictionary = sample.train(2048);
    const PackingDictionary packing(dictionary, kUsualPackingLevel);
    RecordPacker packer(packing);
    Records stored = records;
    for (std::string& record : stored) packer.pack(record);
    write_part(folder.path(), stored, dictionary, 7);
  }

  std::filesystem::path file(const char* name) const { return folder.path() / name; }
};

std::string bytes_of_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void overwrite(const std::filesystem::path& file, std::size_t at, std::string_view bytes) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(static_cast<std::streamoff>(at));
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// articles.blocks is derived from the articles, and what names an article that isn't there, too.
bool names_file_and_remedy(const Error& error, const std::filesystem::path& part) {
  const std::string message = error.what();
  return message.starts_with(part.string()) &&
         (message.ends_with(kIndexRemedy) || message.ends_with(kDerivedRemedy));
}

/// Reads all; whatever differs from what was written must be an error with file and remedy.
/// @return whether there was one.
bool is_damaged(const std::filesystem::path& part, const Records& records) {
  try {
    const ArticleStore store(part, count_of(records));
    const ArticleRecords reader(store);
    bool damaged = false;
    for (std::uint32_t docid = 1; docid <= records.size(); ++docid) {
      try {
        BOOST_REQUIRE(reader.read(docid) == records[docid - 1]);
      } catch (const IndexCorrupt& error) {
        BOOST_REQUIRE(names_file_and_remedy(error, part));
        damaged = true;
      }
    }
    return damaged;
  } catch (const IndexCorrupt& error) {
    BOOST_REQUIRE(names_file_and_remedy(error, part));
    return true;
  }
}

bool check_finds_damage(const PackedPart& part) {
  try {
    ArticleStore(part.folder.path(), count_of(part.records)).check_all();
    return false;
  } catch (const IndexCorrupt&) {
    return true;
  }
}

void flip_every_byte(const PackedPart& part, const char* name) {
  const std::string whole = bytes_of_file(part.file(name));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const std::string flipped(1, static_cast<char>(whole[at] ^ (1 << at % 8)));
    overwrite(part.file(name), at, flipped);
    BOOST_TEST_CONTEXT(name << ", byte " << at) {
      // Articles that don't need the block are still read.
      (void)is_damaged(part.folder.path(), part.records);
      BOOST_REQUIRE(check_finds_damage(part));
    }
    overwrite(part.file(name), at, whole.substr(at, 1));
  }
  BOOST_TEST(!is_damaged(part.folder.path(), part.records));
}

void cut_to_every_length(const PackedPart& part, const char* name) {
  for (std::size_t size = std::filesystem::file_size(part.file(name)); size > 0; --size) {
    std::filesystem::resize_file(part.file(name), size - 1);
    BOOST_TEST_CONTEXT(name << " of " << size - 1 << " bytes") {
      BOOST_REQUIRE(is_damaged(part.folder.path(), part.records));
    }
  }
}

constexpr const char* kDocumentsName = "articles/docdata.glass";

}  // namespace

BOOST_AUTO_TEST_SUITE(article_files)

BOOST_AUTO_TEST_CASE(records_of_all_sizes_are_what_xapian_returns) {
  const testing::TemporaryDirectory folder;
  const Records records = records_of_all_sizes();
  write_part(folder.path(), records, "", 5);
  const Xapian::Database database((folder.path() / kArticlesName).string());
  const ArticleStore store(folder.path(), count_of(records));
  const ArticleRecords reader(store);
  store.check_all();
  for (std::uint32_t docid = 1; docid <= records.size(); ++docid) {
    BOOST_TEST((reader.read(docid) == records[docid - 1]));
    BOOST_TEST((reader.read(docid) == database.get_document(docid).get_data()));
  }
  BOOST_TEST(!std::filesystem::exists(folder.path() / kArticleDictionaryName));
}

BOOST_AUTO_TEST_CASE(a_tree_of_several_levels_has_every_article) {
  const testing::TemporaryDirectory folder;
  Records records;
  for (std::size_t i = 0; i < 100'000; ++i) {
    records.push_back("\x01" + std::string(i % 90, 'x') + std::to_string(i));
  }
  write_part(folder.path(), records, "", 9'999);
  const std::string blocks = bytes_of_file(folder.path() / kArticleBlocksName);
  ArticleBlocksHeader header;
  std::memcpy(&header, blocks.data(), sizeof header);
  BOOST_TEST(header.level == 2u);
  BOOST_TEST(blocks.size() == sizeof header + 4 * header.block_count);
  BOOST_TEST(!is_damaged(folder.path(), records));
}

BOOST_AUTO_TEST_CASE(without_the_list_of_blocks_every_article_is_read) {
  const testing::TemporaryDirectory single;
  write_part(single.path(), {"\x01"});
  std::filesystem::remove(single.path() / kArticleBlocksName);
  const ArticleStore leaf = ArticleStore::without_blocks(single.path(), 1);
  BOOST_TEST((ArticleRecords(leaf).read(1) == "\x01"));

  for (const std::size_t count : {std::size_t{16}, std::size_t{400}}) {
    const PackedPart part(count);
    std::filesystem::remove(part.file(kArticleBlocksName));
    const ArticleStore store =
        ArticleStore::without_blocks(part.folder.path(), count_of(part.records));
    const ArticleRecords reader(store);
    for (std::uint32_t docid = 1; docid <= part.records.size(); ++docid) {
      BOOST_REQUIRE(reader.read(docid) == part.records[docid - 1]);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_damaged_list_of_blocks_asks_for_reindexing) {
  const PackedPart part(16);
  const auto advises_reindexing = [](const Error& error) {
    return std::string(error.what()).ends_with(kDerivedRemedy);
  };
  overwrite(part.file(kArticleBlocksName), 20, "x");
  BOOST_CHECK_EXCEPTION(ArticleStore(part.folder.path(), 16), IndexCorrupt, advises_reindexing);
  std::filesystem::remove(part.file(kArticleBlocksName));
  BOOST_CHECK_EXCEPTION(ArticleStore(part.folder.path(), 16), IndexUnavailable, advises_reindexing);
}

BOOST_AUTO_TEST_CASE(an_article_that_is_not_there_is_an_error_with_its_number) {
  const PackedPart part(16);
  const ArticleStore store(part.folder.path(), 16);
  const ArticleRecords reader(store);
  for (const std::uint32_t docid : {0u, 17u, 0xFFFF'FFFFu}) {
    BOOST_CHECK_EXCEPTION(reader.read(docid), IndexCorrupt, [&](const Error& error) {
      return names_file_and_remedy(error, part.folder.path()) &&
             std::string(error.what()).find("no article " + std::to_string(docid)) !=
                 std::string::npos;
    });
  }
}

BOOST_AUTO_TEST_CASE(a_single_article_is_found) {
  const testing::TemporaryDirectory folder;
  write_part(folder.path(), {"\x01"});
  BOOST_TEST(!is_damaged(folder.path(), {"\x01"}));
}

BOOST_AUTO_TEST_CASE(packed_records_are_unpacked_with_the_dictionary) {
  const PackedPart part;
  BOOST_REQUIRE(!part.dictionary.empty());
  BOOST_TEST((bytes_of_file(part.file(kArticleDictionaryName)) == part.dictionary));
  BOOST_TEST(!is_damaged(part.folder.path(), part.records));
}

BOOST_AUTO_TEST_CASE(every_flipped_byte_of_the_documents_is_found) {
  flip_every_byte(PackedPart(16), kDocumentsName);
}

BOOST_AUTO_TEST_CASE(every_flipped_byte_of_the_blocks_is_found) {
  flip_every_byte(PackedPart(), kArticleBlocksName);
}

BOOST_AUTO_TEST_CASE(every_flipped_byte_of_the_dictionary_is_found) {
  flip_every_byte(PackedPart(), kArticleDictionaryName);
}

BOOST_AUTO_TEST_CASE(every_cut_is_an_error) {
  for (const char* name : {kDocumentsName, kArticleBlocksName, kArticleDictionaryName}) {
    cut_to_every_length(PackedPart(16), name);
  }
}

BOOST_AUTO_TEST_CASE(files_that_are_longer_than_they_should_be_are_refused) {
  for (const char* name : {kDocumentsName, kArticleBlocksName, kArticleDictionaryName}) {
    const PackedPart part(16);
    std::filesystem::resize_file(part.file(name), std::filesystem::file_size(part.file(name)) + 1);
    BOOST_TEST(is_damaged(part.folder.path(), part.records));
  }
}

BOOST_AUTO_TEST_CASE(files_of_another_part_are_refused) {
  const PackedPart part(16);
  BOOST_CHECK_THROW(ArticleStore(part.folder.path(), 17), IndexCorrupt);
  const PackedPart other(17);
  std::filesystem::copy_file(other.file(kArticleBlocksName), part.file(kArticleBlocksName),
                             std::filesystem::copy_options::overwrite_existing);
  BOOST_TEST(is_damaged(part.folder.path(), part.records));
}

BOOST_AUTO_TEST_CASE(checking_all_finds_damage_that_no_article_has_met) {
  const PackedPart part;
  const ArticleStore store(part.folder.path(), count_of(part.records));
  const std::size_t size = std::filesystem::file_size(part.file(kDocumentsName));
  overwrite(part.file(kDocumentsName), size - kBlockBytes + 4000, "x");  // free space of the root
  BOOST_CHECK_THROW(store.check_all(), IndexCorrupt);
}

BOOST_AUTO_TEST_CASE(forged_blocks_are_read_without_leaving_them) {
  const PackedPart part;
  const std::string documents = bytes_of_file(part.file(kDocumentsName));
  std::mt19937 random(7);
  for (int trial = 0; trial < 3'000; ++trial) {
    std::string forged = documents;
    for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
      // Mostly where numbers are: headers, directories, heads of items.
      const std::size_t block = random() % (forged.size() / kBlockBytes) * kBlockBytes;
      const std::size_t at = random() % 3 == 0 ? random() % kBlockBytes : random() % 60;
      forged[block + at] = static_cast<char>(random());
    }
    overwrite(part.file(kDocumentsName), 0, forged);
    for (std::size_t block = 0; block * kBlockBytes < forged.size(); ++block) {
      const std::uint32_t checksum =
          block_checksum(std::string_view(forged).substr(block * kBlockBytes, kBlockBytes));
      overwrite(part.file(kArticleBlocksName), sizeof(ArticleBlocksHeader) + 4 * block,
                {reinterpret_cast<const char*>(&checksum), sizeof checksum});
    }
    const ArticleStore store(part.folder.path(), count_of(part.records));
    const ArticleRecords reader(store);
    for (std::uint32_t docid = 1; docid <= part.records.size(); ++docid) {
      try {
        BOOST_REQUIRE(reader.read(docid).size() <= kMostRecordBytes);
      } catch (const IndexCorrupt&) {
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(several_threads_share_a_store, *boost::unit_test::label("concurrent")) {
  const PackedPart part(400);
  const ArticleStore store(part.folder.path(), count_of(part.records));
  std::atomic<unsigned> wrong = 0;
  {
    std::vector<std::jthread> threads;
    for (unsigned seed = 0; seed < 4; ++seed) {
      threads.emplace_back([&, seed] {
        const ArticleRecords reader(store);
        std::mt19937 random(seed);
        for (int i = 0; i < 2'000; ++i) {
          const auto docid = static_cast<std::uint32_t>(1 + random() % part.records.size());
          if (reader.read(docid) != part.records[docid - 1]) ++wrong;
        }
      });
    }
  }
  BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged file ends a query with an error that names it, or the answer is right all the same.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <optional>

#include "pullquote/quotes.h"
#include "schema/store/article_blocks.h"
#include "schema/store/block_checksum.h"
#include "schema/store/glass_block.h"
#include "schema/store/layout.h"
#include "tests/support/hand_index.h"
#include "tests/support/test_index.h"

BOOST_AUTO_TEST_SUITE(damaged_files)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

/// More than a block of articles with the same words; each third has a quotation.
std::string ferries() {
  std::string lines;
  for (std::size_t i = 0; i < 150; ++i) {
    lines += R"({"id":"f)" + std::to_string(i) + R"(","headline":"Ferry )" +
             (i % 5 == 0 ? "late" : "") + R"(","body":"The ferry )" +
             (i % 3 == 0 ? "leaves the quay" : "is late") + (i % 7 == 0 ? " at dawn" : "") +
             (i % 11 == 0   ? " in the ceasefire"
              : i % 13 == 0 ? " as they cease fire"
                            : "") +
             (i % 3 == 0 ? R"( again. \"We counted )" + std::to_string(i) +
                               R"( boats on the quay at dawn,\" said Ann Lee.)"
                         : "") +
             R"(","source":")" + (i % 2 == 0 ? "www.even.example" : "odd") +
             R"(","published":"2024-01-)" + std::to_string(10 + i % 9) + R"(","language":"en"})" +
             "\n";
  }
  return lines;
}

const char* const kQueries[] = {"ferry late dawn",
                                "\"leaves the quay\" -late",
                                "headline:late source:odd",
                                "+ferry +dawn quay",
                                "late NEAR/3 dawn",
                                "ceasefire dawn",
                                "headline:\"ferry late\"",
                                "quote:\"the quay\" until:2024-01-14",
                                "=leaves le*"};

/// Everything that is asked, as text.
class Questions {
 public:
  explicit Questions(const std::filesystem::path& index) : generation_(Generation::open(index)) {
    searcher_.emplace(generation_);
    quotes_.emplace(generation_);
  }

  /// @throws IndexCorrupt
  std::string answers() {
    std::string all;
    SearchOptions options;
    options.limit = 5;
    for (const char* query : kQueries) {
      const ResultPage page = searcher_->search(parsed(query), options);
      all += std::string(query) + ": " + std::to_string(page.matches) + "\n";
      for (const Hit& hit : page.hits) {
        all += hit.id + " " + std::to_string(hit.score) + " " + hit.headline + hit.snippet.text;
      }
    }
    for (const auto& [id, score] : searcher_->search_ids(parsed("ferry"), {.limit = 150}).ids) {
      all += id + " " + searcher_->article(id).value().body.substr(0, 30) + "\n";
    }
    for (const char* query : {"boats", "\"the quay\"", "=counted", "said:(lee dawn)"}) {
      for (const QuoteFamily& family : quotes_->search(parsed(query)).families)
        all += text_of(family);
    }
    for (const TracedFamily& traced : quotes_->trace("we counted 30 boats on the quay at dawn")) {
      all += text_of(traced.family);
    }
    for (const SpeakerCount& row : quotes_->speakers({.per = SpeakerGrouping::Day})) {
      all += row.group + row.name + std::to_string(row.quotes) + "\n";
    }
    return all;
  }

 private:
  static std::string text_of(const QuoteFamily& family) {
    std::string text = family.id + " " + family.text + std::to_string(family.outlets) + "\n";
    for (const QuoteOccurrence& occurrence : family.occurrences) {
      text += occurrence.article_id + occurrence.speaker_resolved + occurrence.text + "\n";
    }
    return text;
  }

  std::shared_ptr<const Generation> generation_;
  std::optional<Searcher> searcher_;
  std::optional<QuoteSearcher> quotes_;
};

/// Writes a byte over a file in place, and what was there before back again.
class Flip {
 public:
  Flip(const std::filesystem::path& file, std::size_t offset, char bits)
      : file_(file, std::ios::in | std::ios::out | std::ios::binary), offset_(offset) {
    file_.seekg(static_cast<std::streamoff>(offset));
    file_.get(before_);
    put(static_cast<char>(before_ ^ bits));
  }
  ~Flip() { mend(); }
  Flip(const Flip&) = delete;
  Flip& operator=(const Flip&) = delete;

  void mend() { put(before_); }

 private:
  void put(char byte) {
    file_.seekp(static_cast<std::streamoff>(offset_));
    file_.put(byte).flush();
  }
  std::fstream file_;
  std::size_t offset_;
  char before_ = 0;
};

/// Whether the message names the file. A block of records and its checksum may each be the one that
/// is damaged.
bool names(const Error& error, const std::filesystem::path& file) {
  const std::string message = error.what();
  return message.find(file.filename()) != std::string::npos ||
         (file.filename() == kArticleBlocksName &&
          message.find("docdata.glass") != std::string::npos);
}

struct Index : TestIndex {
  Index() { generation = TestIndex::generation(build(ferries())); }
  std::filesystem::path generation;
};

const char* const kFiles[] = {"part-1/columns",
                              "part-1/ranked.postings",
                              "part-1/ranked.positions",
                              "part-1/ranked.pairs",
                              "part-1/ranked.ids",
                              "part-1/articles/docdata.glass",
                              "part-1/articles.blocks",
                              "part-1/articles.dictionary",
                              "part-1/quotes.postings",
                              "part-1/quotes.columns",
                              "families"};

}  // namespace

BOOST_DATA_TEST_CASE(a_flipped_byte_is_an_error_that_names_the_file_or_does_not_matter,
                     boost::unit_test::data::make(kFiles), name) {
  static const Index index;
  static const std::string expected = Questions(index.path()).answers();
  const std::filesystem::path file = index.generation / name;
  if (!std::filesystem::exists(file)) return;  // few articles are packed without a dictionary
  const std::size_t size = std::filesystem::file_size(file);
  std::size_t noticed = 0;
  const char flips[] = {1, char(0x80), char(0xFF), 0x10};
  for (std::size_t i = 0; i < size; i += std::max<std::size_t>(size / 150, 1)) {
    const Flip flip(file, i, flips[i % 4]);
    BOOST_TEST_CONTEXT(name << " at " << i) {
      try {
        BOOST_TEST((Questions(index.path()).answers() == expected));
      } catch (const IndexCorrupt& error) {
        ++noticed;
        BOOST_TEST(names(error, file), error.what());
      }
    }
  }
  BOOST_TEST(noticed > 5u);
}

BOOST_DATA_TEST_CASE(a_searcher_answers_again_when_what_failed_is_mended,
                     boost::unit_test::data::make(kFiles), name) {
  static const Index index;
  static const std::string expected = Questions(index.path()).answers();
  const std::filesystem::path file = index.generation / name;
  if (!std::filesystem::exists(file)) return;
  const std::size_t size = std::filesystem::file_size(file);
  for (std::size_t i = 0; i < size; i += std::max<std::size_t>(size / 60, 1)) {
    Flip flip(file, i, 0x10);
    std::optional<Questions> questions;
    try {
      questions.emplace(index.path());
      BOOST_TEST((questions->answers() == expected));
    } catch (const IndexCorrupt&) {
      flip.mend();
      if (questions) BOOST_TEST((questions->answers() == expected), name << " at " << i);
    }
  }
}

BOOST_DATA_TEST_CASE(a_file_cut_off_or_missing_is_an_error_that_names_it,
                     boost::unit_test::data::make(kFiles), name) {
  static const Index index;
  const std::filesystem::path file = index.generation / name;
  if (!std::filesystem::exists(file)) return;
  const std::string whole = read_file(file);
  const auto names_it = [&](const Error& error) { return names(error, file); };
  for (std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{7}, std::size_t{0}}) {
    std::filesystem::resize_file(file, size);
    BOOST_CHECK_EXCEPTION(Questions(index.path()).answers(), Error, names_it);
  }
  std::filesystem::remove(file);
  BOOST_CHECK_EXCEPTION(Questions(index.path()).answers(), Error, names_it);
  std::ofstream(file, std::ios::binary) << whole;
}

BOOST_AUTO_TEST_CASE(a_record_that_cannot_be_decoded_names_the_file_it_is_in) {
  TestIndex index;
  BuildOptions options;
  options.compression = 0;
  const BuildReport built = index.build(ferries(), options);
  const std::filesystem::path documents = index.part(built) / kArticlesName / "docdata.glass";
  std::string bytes = read_file(documents);
  const std::string version_tag_and_length_of_id = "\x01\x01\x02";
  const std::size_t record = bytes.find(version_tag_and_length_of_id + "f7");
  BOOST_REQUIRE(record != std::string::npos);
  bytes[record] = 3;  // a version that nobody writes
  std::ofstream(documents, std::ios::binary) << bytes;
  const std::size_t block = record / glass::kBlockBytes;
  const std::uint32_t checksum = block_checksum(
      std::string_view(bytes).substr(block * glass::kBlockBytes, glass::kBlockBytes));
  std::fstream blocks(index.part(built) / kArticleBlocksName,
                      std::ios::in | std::ios::out | std::ios::binary);
  blocks.seekp(static_cast<std::streamoff>(sizeof(ArticleBlocksHeader) + 4 * block));
  blocks.write(reinterpret_cast<const char*>(&checksum), sizeof checksum).flush();
  Searcher searcher(Generation::open(index.path()));
  BOOST_CHECK_EXCEPTION(searcher.article("f7"), IndexCorrupt, [&](const IndexCorrupt& error) {
    return std::string(error.what()).starts_with(documents.string() + ": ");
  });
  BOOST_TEST(searcher.article("f8").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

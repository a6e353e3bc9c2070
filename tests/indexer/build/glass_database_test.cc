// SPDX-License-Identifier: GPL-3.0-or-later
/// The bulk writer against Xapian's own writer: the same documents both ways, compared through the
/// public API, and xapian-check on the result.
#include <xapian.h>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/build/glass/database_writer.h"
#include "tests/support/compare_databases.h"

namespace {

using namespace pullquote::glass;

constexpr std::array<unsigned char, 16> kUuid{1,    2,  3,  4,  5,  6,  0x47, 8,
                                              0x89, 10, 11, 12, 13, 14, 15,   16};

struct TestTerm {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
};

struct TestDocument {
  std::map<std::string, TestTerm> terms;
  std::map<std::uint32_t, std::string> values;
  std::string data;
};

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "pullquote-glass-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

void write_with_xapian(const std::vector<TestDocument>& documents,
                       const std::filesystem::path& path) {
  Xapian::WritableDatabase database(path.string(),
                                    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
  for (const TestDocument& from : documents) {
    Xapian::Document to;
    for (const auto& [name, term] : from.terms) {
      to.add_term(name, term.wdf);
      for (const std::uint32_t position : term.positions) to.add_posting(name, position, 0);
    }
    for (const auto& [slot, value] : from.values) to.add_value(slot, value);
    to.set_data(from.data);
    database.add_document(to);
  }
  database.set_metadata("color", "red");
  database.commit();
}

void write_in_bulk(const std::vector<TestDocument>& documents, const std::filesystem::path& path,
                   std::size_t segment_size, const DatabaseOptions& options) {
  std::vector<Segment> segments;
  PostingLists lists;
  for (std::size_t first = 0; first < documents.size(); first += segment_size) {
    SegmentInverter inverter(path.string() + "-segment" + std::to_string(first),
                             static_cast<std::uint32_t>(first + 1), options, lists);
    for (std::size_t i = first; i < std::min(documents.size(), first + segment_size); ++i) {
      std::vector<DocumentTerm> terms;
      for (const auto& [name, term] : documents[i].terms)
        terms.push_back({name, term.wdf, term.positions});
      std::vector<std::pair<std::uint32_t, std::string_view>> values(documents[i].values.begin(),
                                                                     documents[i].values.end());
      inverter.add({terms, values, documents[i].data});
    }
    segments.push_back(inverter.finish());
  }
  write_database(path, std::move(segments), {{"color", "red"}}, kUuid, options);
}

std::string check(const std::filesystem::path& path) {
  std::ostringstream out;
  return Xapian::Database::check(path.string(), 0, &out) == 0 ? "" : out.str();
}

/// Zipf-like words with positions, a few filters, values with holes, data of very different
/// lengths.
std::vector<TestDocument> generate(unsigned seed, std::size_t count, std::size_t vocabulary) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  std::vector<TestDocument> documents(count);
  for (std::size_t i = 0; i < count; ++i) {
    TestDocument& document = documents[i];
    const std::size_t words = below(8) == 0 ? 0 : below(300);
    std::uint32_t position = 0;
    for (std::size_t w = 0; w < words; ++w) {
      const std::size_t rank = below(1 + below(vocabulary));
      TestTerm& term = document.terms["w" + std::to_string(rank)];
      ++term.wdf;
      position += static_cast<std::uint32_t>(1 + (below(50) == 0 ? below(100000) : 0));
      term.positions.push_back(position);
      document.terms["Zw" + std::to_string(rank / 3)].wdf += 2;
    }
    document.terms["Q" + std::to_string(i * 7919 % 100003)].wdf = 0;
    // xapian-check takes a document of length 0 for one without terms, and its positions for stray
    // ones.
    if (words > 0) document.terms["XPAR"].positions = {1, 40000 + static_cast<std::uint32_t>(i)};
    if (below(50) == 0)
      document.terms[std::string(245, static_cast<char>('a' + below(26)))].wdf = 200;
    if (below(3) != 0) document.values[0] = "v" + std::to_string(below(1000));
    if (below(2) != 0) document.values[2] = std::string(1 + below(40), 'x');
    document.data.assign(below(4) == 0 ? below(60000) : below(400), 'd');
    for (char& c : document.data) c = static_cast<char>('a' + below(20));
  }
  return documents;
}

void expect_equal(const std::vector<TestDocument>& documents, std::size_t segment_size,
                  const DatabaseOptions& options = {}) {
  const Folder folder;
  write_with_xapian(documents, folder / "reference");
  write_in_bulk(documents, folder / "bulk", segment_size, options);
  BOOST_TEST(check(folder / "bulk") == "");
  BOOST_TEST(pullquote::test::difference(Xapian::Database((folder / "reference").string()),
                                         Xapian::Database((folder / "bulk").string())) == "");
}

std::map<std::string, std::string> files_below(const std::filesystem::path& path) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(glass_database)

BOOST_AUTO_TEST_CASE(one_document_with_one_term_reads_as_xapian_wrote_it) {
  TestDocument document;
  document.terms["word"] = {1, {1}};
  expect_equal({document}, 1);
}

BOOST_AUTO_TEST_CASE(documents_without_terms_values_or_data_are_documents) {
  expect_equal(std::vector<TestDocument>(3), 2);
}

BOOST_AUTO_TEST_CASE(generated_documents_read_as_xapian_wrote_them_in_one_segment) {
  expect_equal(generate(1, 700, 5000), 10000);
}

BOOST_AUTO_TEST_CASE(generated_documents_read_as_xapian_wrote_them_in_many_segments) {
  expect_equal(generate(2, 700, 300), 37);
}

BOOST_AUTO_TEST_CASE(long_lists_divide_into_chunks_and_tables_grow_branches) {
  expect_equal(generate(3, 2500, 60), 600);
}

BOOST_AUTO_TEST_CASE(compression_changes_bytes_but_not_content) {
  expect_equal(generate(4, 300, 2000), 100, {.termlist_compression = 0});
  expect_equal(generate(4, 300, 2000), 100, {.termlist_compression = 6});
}

BOOST_AUTO_TEST_CASE(the_same_documents_give_the_same_bytes) {
  const Folder folder;
  const std::vector<TestDocument> documents = generate(5, 400, 1000);
  write_in_bulk(documents, folder / "first", 50, {});
  write_in_bulk(documents, folder / "second", 50, {});
  BOOST_TEST((files_below(folder / "first") == files_below(folder / "second")));
}

BOOST_AUTO_TEST_SUITE_END()

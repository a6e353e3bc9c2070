// SPDX-License-Identifier: GPL-3.0-or-later
/// Both passes against the ordinary way into a database: every article that the build has stored is
/// inverted once more and given to Xapian::WritableDatabase, and the two databases are compared
/// through the public API.
#include <xapian.h>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/build/article_order.h"
#include "indexer/build/article_terms.h"
#include "indexer/build/part_writer.h"
#include "indexer/build/reading.h"
#include "pullquote/generation.h"
#include "schema/store/record.h"
#include "tests/support/compare_databases.h"
#include "tests/support/test_index.h"

using namespace pullquote;

namespace {

constexpr const char* kLanguage = "en";
const GenerationId kId{"20240101T000000Z-0001"};

/// What add_document makes of documents, one after another.
class ReferenceDatabase {
 public:
  explicit ReferenceDatabase(const std::filesystem::path& path)
      : database_(path.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS) {}

  void add(const glass::InvertedDocument& from) {
    Xapian::Document to;
    for (const glass::DocumentTerm& term : from.terms) {
      if (term.use != glass::TermUse::Database) continue;
      const std::string name(term.term);
      to.add_term(name, term.wdf);
      for (const std::uint32_t position : term.positions) to.add_posting(name, position, 0);
    }
    for (const auto& [slot, value] : from.values) to.add_value(slot, std::string(value));
    to.set_data(std::string(from.data));
    database_.add_document(to);
  }

  void finish() {
    database_.set_metadata(kGenerationKey, kId.value);
    database_.set_metadata(kSchemaKey, schema_fingerprint());
    database_.commit();
  }

 private:
  Xapian::WritableDatabase database_;
};

void build_in_bulk(const std::string& input, const std::filesystem::path& folder,
                   std::uint64_t segment_bytes, XapianContent content) {
  testing::CollectingReporter reporter;
  ReadingSummary reading = read_inputs({{input}, {}, folder, 2, 1 << 20}, reporter, {});
  const Spool spool(folder, 2);
  const auto id_of = [&](const SpooledArticle& article) { return spool.id(article); };
  settle_duplicates(reading.articles, id_of);
  number_articles(reading.articles, id_of);
  PartOptions options;
  options.folder = folder;
  options.generation = kId;
  options.default_language = kLanguage;
  options.threads = 2;
  options.xapian = content;
  options.compression = 0;  // packed records differ from what add_document is given
  options.segment_bytes = segment_bytes;
  write_part(spool, reading.articles, options, reporter, {});
}

void build_by_reference(const Xapian::Database& built, const std::filesystem::path& folder,
                        XapianContent content) {
  ReferenceDatabase articles(folder / "reference-articles");
  ArticleInverter inverter(FieldWeights{}, kLanguage, content);
  for (Xapian::docid docid = 1; docid <= built.get_lastdocid(); ++docid) {
    const std::string record = built.get_document(docid).get_data();
    const Article article = decode_record(record).value();
    DocumentBuffer& document = inverter.invert(article);
    document.data() = record;
    articles.add(document.document());
  }
  articles.finish();
}

void expect_equal(const std::string& input, std::uint64_t segment_bytes, XapianContent content) {
  const testing::TemporaryDirectory folder;
  build_in_bulk(input, folder.path(), segment_bytes, content);
  const auto open = [&](const char* name) { return Xapian::Database((folder / name).string()); };
  const Xapian::Database articles = open("articles");
  BOOST_REQUIRE(articles.get_doccount() > 0);
  build_by_reference(articles, folder.path(), content);
  const bool termlists = content == XapianContent::Full;
  BOOST_TEST(test::difference(articles, open("reference-articles"), termlists) == "");
  BOOST_TEST(Xapian::Database::check((folder / "articles").string()) == 0u);
}

void expect_equal(const std::string& input, std::uint64_t segment_bytes) {
  for (const XapianContent content : {XapianContent::Stems, XapianContent::Full}) {
    expect_equal(input, segment_bytes, content);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reference_build)

BOOST_AUTO_TEST_CASE(every_sample_article_is_stored_as_add_document_would_store_it) {
  expect_equal(PULLQUOTE_SOURCE_DIR "/data/sample", 16384);
}

BOOST_AUTO_TEST_CASE(generated_articles_are_stored_as_add_document_would_store_them) {
  const testing::TemporaryDirectory folder;
  expect_equal(folder.write("input.jsonl", testing::many_articles(400)).string(), 20000);
}

BOOST_AUTO_TEST_CASE(a_real_collection_is_stored_as_add_document_would_store_it) {
  const char* const corpora = std::getenv("PULLQUOTE_CORPORA");
  if (corpora == nullptr) {
    BOOST_TEST_MESSAGE("skipped: PULLQUOTE_CORPORA names no folder");
    return;
  }
  expect_equal(std::string(corpora) + "/reuters/reuters21578.jsonl.gz", 0);
}

BOOST_AUTO_TEST_SUITE_END()

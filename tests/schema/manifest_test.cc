// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/manifest.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "pullquote/error.h"
#include "schema/store/layout.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;

namespace {

Manifest full_manifest() {
  Manifest manifest;
  manifest.id = {"20261122T103000Z-0001"};
  manifest.databases = manifest.id;
  manifest.created = "2026-11-22T10:30:00Z";
  manifest.program_version = "0.1.0";
  manifest.schema_fingerprint = schema_fingerprint();
  manifest.ranking.k1 = 0.9;
  manifest.ranking.b = 0.9;
  manifest.ranking.weights.headline = 9;
  manifest.ranking.average_rest = 123.456;
  manifest.parts = {{"articles", "quotes", 12, 34}};
  manifest.languages = {{"", 2}, {"en", 10}};
  manifest.article_count = 12;
  manifest.quote_count = 34;
  manifest.rejected_count = 1;
  manifest.duplicate_count = 2;
  manifest.text_bytes = 1ull << 40;
  manifest.index_bytes = 77;
  manifest.inputs = {"a \"b\".jsonl", "-"};
  manifest.options = {{"threads", "2"}};
  manifest.stage_seconds = {{"reading", 1.5}};
  manifest.checksums = {{"articles/iamglass", "crc32:0123ABCD"}};
  return manifest;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t place = text.find(from);
  BOOST_REQUIRE(place != std::string::npos);
  return text.replace(place, from.size(), to);
}

BOOST_AUTO_TEST_SUITE(manifest)

BOOST_AUTO_TEST_CASE(reads_what_it_writes) {
  const Manifest written = full_manifest();
  const Manifest read = parse_manifest(to_json(written), "manifest.json");
  BOOST_TEST((read.id == written.id));
  BOOST_TEST(read.created == written.created);
  BOOST_TEST(read.program_version == written.program_version);
  BOOST_TEST(read.schema_fingerprint == written.schema_fingerprint);
  BOOST_TEST((read.ranking == written.ranking));
  BOOST_TEST((read.parts == written.parts));
  BOOST_TEST((read.languages == written.languages));
  BOOST_TEST(read.article_count == 12u);
  BOOST_TEST(read.quote_count == 34u);
  BOOST_TEST(read.rejected_count == 1u);
  BOOST_TEST(read.duplicate_count == 2u);
  BOOST_TEST(read.text_bytes == 1ull << 40);
  BOOST_TEST(read.index_bytes == 77u);
  BOOST_TEST((read.inputs == written.inputs));
  BOOST_TEST((read.options == written.options));
  BOOST_TEST((read.stage_seconds == written.stage_seconds));
  BOOST_TEST((read.checksums == written.checksums));
}

BOOST_AUTO_TEST_CASE(names_whose_the_databases_are_only_where_they_are_another_generation_s) {
  Manifest manifest = full_manifest();
  manifest.databases = manifest.id;
  BOOST_TEST(to_json(manifest).find("\"databases\"") == std::string::npos);
  BOOST_TEST((parse_manifest(to_json(manifest), "m").databases == manifest.id));
  manifest.databases = {"20251122T103000Z-0001"};
  BOOST_TEST((parse_manifest(to_json(manifest), "m").databases == manifest.databases));
  const std::string nonsense =
      replaced(to_json(manifest), manifest.databases.value, "another generation");
  BOOST_CHECK_THROW(parse_manifest(nonsense, "m"), IndexCorrupt);
}

BOOST_AUTO_TEST_CASE(begins_with_its_format_version_and_ends_with_a_newline) {
  const std::string json = to_json(full_manifest());
  BOOST_TEST(json.starts_with("{\n  \"format_version\": 2,\n"));
  BOOST_TEST(json.ends_with("}\n"));
}

BOOST_AUTO_TEST_CASE(names_of_inputs_may_be_any_bytes) {
  Manifest manifest = full_manifest();
  manifest.inputs = {"caf\xE9.txt"};
  BOOST_TEST(parse_manifest(to_json(manifest), "m").inputs[0] == "caf\uFFFD.txt");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_manifest) {
  const std::string json = to_json(full_manifest());
  for (const std::string& wrong :
       {std::string(), std::string("[]"), std::string("{}"), json.substr(0, json.size() / 2),
        replaced(json, "20261122T103000Z-0001", "../../etc"),
        replaced(json, "\"article_count\": 12", "\"article_count\": \"many\""),
        replaced(json, "\"articles\": \"articles\"", "\"articles\": \"../articles\""),
        replaced(json, "\"quotes\": \"quotes\"", "\"quotes\": \"/quotes\""),
        replaced(json, "articles/iamglass", "../iamglass")}) {
    BOOST_CHECK_THROW(parse_manifest(wrong, "m"), IndexCorrupt);
  }
}

BOOST_AUTO_TEST_CASE(refuses_constants_that_rank_nothing_by_name) {
  const std::string json = to_json(full_manifest());
  const std::pair<const char*, const char*> wrong[] = {
      {"\"k1\": 0.9", "\"k1\": -0.5"},
      {"\"k1\": 0.9", "\"k1\": 101"},
      {"\"b\": 0.9", "\"b\": -0.1"},
      {"\"b\": 0.9", "\"b\": 1.1"},
      {"\"average_headline\": 0.0", "\"average_headline\": -1"},
      {"\"average_headline\": 0.0", "\"average_headline\": 1e-320"},
      {"\"average_quotes\": 0.0", "\"average_quotes\": -1e300"},
      {"\"average_rest\": 123.456", "\"average_rest\": -0.001"}};
  for (const auto& [from, to] : wrong) {
    const std::string name(to, std::string(to).find(':'));
    BOOST_CHECK_EXCEPTION(
        parse_manifest(replaced(json, from, to), "m"), IndexCorrupt, [&](const Error& error) {
          return std::string(error.what()).find(name.substr(1, name.size() - 2)) !=
                 std::string::npos;
        });
  }
  for (const char* bound : {"\"b\": 0", "\"b\": 1"}) {
    BOOST_CHECK_NO_THROW(parse_manifest(replaced(json, "\"b\": 0.9", bound), "m"));
  }
  BOOST_CHECK_NO_THROW(parse_manifest(replaced(json, "\"k1\": 0.9", "\"k1\": 0"), "m"));
}

BOOST_AUTO_TEST_CASE(a_schema_of_another_kind_is_refused_with_both_names) {
  const std::string foreign = R"({"id": "20261122T103000Z-0001",
      "schema_fingerprint": "fields-0.analyzer-0.format-0", "something": "else"})";
  const Manifest manifest = parse_manifest(foreign, "m");
  BOOST_CHECK_EXCEPTION(check_schema(manifest, "/data/index"), SchemaMismatch,
                        [](const auto& error) {
                          const std::string what = error.what();
                          return what.find("fields-0.analyzer-0.format-0") != std::string::npos &&
                                 what.find(schema_fingerprint()) != std::string::npos &&
                                 what.find("/data/index") != std::string::npos;
                        });
  BOOST_CHECK_NO_THROW(check_schema(full_manifest(), "/data/index"));
}

BOOST_AUTO_TEST_CASE(current_names_the_published_generation) {
  const testing::TemporaryDirectory folder;
  folder.write("CURRENT", "20261122T103000Z-0001\n");
  BOOST_TEST(read_current(folder.path()).value == "20261122T103000Z-0001");
  folder.write("CURRENT", "../../etc/passwd\n");
  BOOST_CHECK_THROW(read_current(folder.path()), IndexCorrupt);
  BOOST_CHECK_THROW(read_current(folder / "nowhere"), IndexUnavailable);
}

BOOST_AUTO_TEST_CASE(a_generation_without_its_manifest_is_unavailable) {
  const testing::TemporaryDirectory folder;
  BOOST_CHECK_THROW(read_manifest(folder.path()), IndexUnavailable);
  folder.write(kManifestName, to_json(full_manifest()));
  BOOST_TEST(read_manifest(folder.path()).article_count == 12u);
}

BOOST_AUTO_TEST_CASE(the_main_language_is_the_most_frequent_known_one) {
  BOOST_TEST(main_language({{"", 9}, {"de", 2}, {"fr", 3}}) == "fr");
  BOOST_TEST(main_language({{"fr", 3}, {"de", 3}}) == "de");
  BOOST_TEST(main_language({{"", 9}}) == "en");
  BOOST_TEST(main_language({}) == "en");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

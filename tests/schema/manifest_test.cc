// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/manifest.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>
#include <string>

#include "pullquote/error.h"
#include "schema/store/checksum.h"
#include "schema/store/layout.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;

namespace {

Manifest full_manifest() {
  Manifest manifest;
  manifest.id = {"20261122T103000Z-0001"};
  manifest.created = "2026-11-22T10:30:00Z";
  manifest.program_version = "0.1.0";
  manifest.schema_fingerprint = schema_fingerprint();
  manifest.ranking.k1 = 0.9;
  manifest.ranking.b = 0.9;
  manifest.ranking.weights.headline = 9;
  manifest.ranking.average_rest = 123.456;
  manifest.parts = {{"part-1", 12, 34}};
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
  manifest.checksums = {{"part-1/articles/iamglass", "crc32:0123ABCD"}};
  return manifest;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t place = text.find(from);
  BOOST_REQUIRE(place != std::string::npos);
  return text.replace(place, from.size(), to);
}

/// The manifest of a text whose checksum need not be right.
Manifest sealed_and_parsed(const std::string& text) {
  const std::string_view body = std::string_view(text).substr(0, text.rfind(",\n"));
  return parse_manifest(
      fmt::format("{},\n  \"checksum\": \"crc32:{:08X}\"\n}}\n", body, crc32_of(body)), "m");
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

BOOST_AUTO_TEST_CASE(begins_with_its_format_version_and_ends_with_a_newline) {
  const std::string json = to_json(full_manifest());
  BOOST_TEST(json.starts_with("{\n  \"format_version\": 3,\n"));
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
       {replaced(json, "20261122T103000Z-0001", "../../etc"),
        replaced(json, "\"article_count\": 12", "\"article_count\": \"many\""),
        replaced(json, "\"format_version\": 3", "\"format_version\": null"),
        replaced(json, "\"folder\": \"part-1\"", "\"folder\": \"../part-1\""),
        replaced(json, "\"folder\": \"part-1\"", "\"folder\": \"/part-1\""),
        replaced(json, "part-1/articles/iamglass", "../iamglass")}) {
    BOOST_CHECK_THROW(sealed_and_parsed(wrong), IndexCorrupt);
  }
  for (const char* wrong : {"", "[]", "{}", "null"}) {
    BOOST_CHECK_THROW(parse_manifest(wrong, "m"), IndexCorrupt);
  }
}

BOOST_AUTO_TEST_CASE(every_flipped_bit_and_every_cut_is_noticed) {
  const std::string json = to_json(full_manifest());
  for (std::size_t i = 0; i < json.size(); ++i) {
    BOOST_CHECK_THROW(parse_manifest(json.substr(0, i), "m"), IndexCorrupt);
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = json;
      flipped[i] = static_cast<char>(flipped[i] ^ (1 << bit));
      BOOST_CHECK_THROW(parse_manifest(flipped, "m"), IndexCorrupt);
    }
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
        sealed_and_parsed(replaced(json, from, to)), IndexCorrupt, [&](const Error& error) {
          return std::string(error.what()).find(name.substr(1, name.size() - 2)) !=
                 std::string::npos;
        });
  }
  for (const char* bound : {"\"b\": 0", "\"b\": 1"}) {
    BOOST_CHECK_NO_THROW(sealed_and_parsed(replaced(json, "\"b\": 0.9", bound)));
  }
  BOOST_CHECK_NO_THROW(sealed_and_parsed(replaced(json, "\"k1\": 0.9", "\"k1\": 0")));
}

/// What parse_manifest() says of a text, whatever its checksum.
std::string fault_of(const std::string& text) {
  try {
    sealed_and_parsed(text);
    return "";
  } catch (const IndexCorrupt& error) {
    return error.what();
  }
}

BOOST_AUTO_TEST_CASE(numbers_that_do_not_fit_are_refused_by_name) {
  const std::string json = to_json(full_manifest());
  const auto refuses = [&](const std::string& key, const std::string& from, const std::string& to) {
    const std::string written = "\"" + key + "\": ";
    const std::string fault = fault_of(replaced(json, written + from, written + to));
    BOOST_TEST(fault.find("its \"" + key + "\" is ") != std::string::npos, key << " " << to);
  };
  for (const char* weight : {"256", "257", "-1", "2.5", "1e99", "\"9\"", "null"}) {
    refuses("weight_headline", "9", weight);
  }
  for (const char* count : {"-1", "12.0", "18446744073709551616"}) {
    refuses("quote_count", "34", count);
  }
  refuses("format_version", "3", "4294967299");
  for (const char* weight : {"0", "255"}) {
    BOOST_TEST(fault_of(replaced(json, "\"weight_headline\": 9",
                                 std::string("\"weight_headline\": ") + weight)) == "");
  }
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_manifest_says_where_and_what_helps) {
  const auto message_of = [](const std::string& text) -> std::string {
    try {
      parse_manifest(text, "/data/manifest.json");
      return "";
    } catch (const IndexCorrupt& error) {
      return error.what();
    }
  };
  const std::string remedy = "; rebuild the index or roll back to an older generation";
  BOOST_TEST(message_of("{\n  \"id\": nonsense\n}\n") ==
             "/data/manifest.json: this is no JSON at byte 12, in line 2" + remedy);
  BOOST_TEST(message_of("{}") ==
             "/data/manifest.json: its \"id\" is missing, or nothing that a build writes" + remedy);
  const std::string json = to_json(full_manifest());
  for (const std::string& damaged :
       {std::string(), json.substr(0, json.size() / 2), std::string("null"), std::string("[1]"),
        replaced(json, "123.456", "1e999"), replaced(json, "part-1", "part\xFF")}) {
    const std::string message = message_of(damaged);
    BOOST_TEST(message.starts_with("/data/manifest.json: "));
    BOOST_TEST(message.ends_with(remedy));
    BOOST_TEST(message.find("json.exception") == std::string::npos);
  }
}

/// What check_schema() says of a manifest.
std::string refusal_of(const Manifest& manifest) {
  try {
    check_schema(manifest, "/data/index");
    return "";
  } catch (const SchemaMismatch& error) {
    return error.what();
  }
}

BOOST_AUTO_TEST_CASE(another_schema_is_refused_with_both_names_and_what_helps) {
  BOOST_TEST(refusal_of(full_manifest()) == "");
  const Manifest foreign = parse_manifest(R"({"id": "20261122T103000Z-0001", "format_version": 1,
      "schema_fingerprint": "fields-0.analyzer-0.format-1", "something": "else"})",
                                          "m");
  for (const std::string& part : {std::string("fields-0.analyzer-0.format-1"), schema_fingerprint(),
                                  std::string("/data/index"), std::string("rebuild the index")}) {
    BOOST_TEST(refusal_of(foreign).find(part) != std::string::npos);
  }
  Manifest other_analyzer = full_manifest();
  other_analyzer.schema_fingerprint = "fields-0.analyzer-0.format-3";
  const Manifest read = parse_manifest(to_json(other_analyzer), "m");
  BOOST_TEST(refusal_of(read).find("run 'pullquote reindex 20") != std::string::npos);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/family_build.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "pullquote/publisher.h"
#include "schema/io/mapped_file.h"
#include "schema/store/families.h"
#include "schema/store/layout.h"
#include "tests/support/test_index.h"

namespace pullquote {
namespace {

using testing::TestIndex;

std::string families_file(const TestIndex& index, const BuildReport& report) {
  return std::string(MappedFile(index.generation(report) / kFamiliesName).bytes());
}

BOOST_AUTO_TEST_SUITE(family_build)

BOOST_AUTO_TEST_CASE(the_file_does_not_depend_on_threads, *boost::unit_test::label("concurrent")) {
  const std::string articles = testing::many_articles(3000);
  TestIndex one;
  TestIndex four;
  BuildOptions options;
  options.threads = 1;
  const std::string expected = families_file(one, one.build(articles, options));
  options.threads = 4;
  BOOST_TEST((families_file(four, four.build(articles, options)) == expected));
}

BOOST_AUTO_TEST_CASE(a_generation_without_quotes_has_no_file_and_is_sound) {
  TestIndex index;
  const BuildReport report =
      index.build(R"({"id":"a","headline":"Calm","body":"Nobody said a thing."})"
                  "\n");
  BOOST_TEST(!std::filesystem::exists(index.generation(report) / kFamiliesName));
  BOOST_TEST(verify_generation(index.path(), report.generation).empty());
}

BOOST_AUTO_TEST_CASE(the_manifest_has_the_checksum_of_the_file) {
  TestIndex index;
  const BuildReport report = index.build(
      R"({"id":"a","headline":"Strike","body":"\"The harbour pilots will strike on Monday,\" said Ann Lee."})"
      "\n");
  const auto list = list_generations(index.path());
  BOOST_REQUIRE(list.size() == 1u);
  BOOST_TEST(list[0].manifest.checksums.contains(kFamiliesName));
  BOOST_TEST(report.quotes == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/index.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pullquote/error.h"
#include "tests/support/temporary_directory.h"

BOOST_AUTO_TEST_SUITE(index_in_process)

using namespace pullquote;

namespace {

Article article(const std::string& id, const std::string& headline, const std::string& body) {
  Article made;
  made.id = id;
  made.headline = headline;
  made.body = body;
  return made;
}

std::vector<Article> two_articles() {
  return {article("1", "Truce holds", "\"It will last,\" said Ann Lee of the commission."),
          article("2", "Harbour strike", "The pilots stay ashore.")};
}

std::vector<std::string> found(Index& index, const std::string& text) {
  std::vector<std::string> ids;
  const auto query = parse_query(text, {});
  for (const Hit& hit : index.searcher().search(std::get<Query>(query)).hits) ids.push_back(hit.id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(articles_of_a_program_are_found_in_the_process_that_gave_them) {
  Index index = Index::temporary();
  const BuildReport report = index.build(two_articles());
  BOOST_TEST(report.indexed == 2u);
  BOOST_TEST(found(index, "truce") == Ids{"1"}, boost::test_tools::per_element());
  BOOST_TEST(found(index, "headline:harbour pilots") == Ids{"2"}, boost::test_tools::per_element());
  const FamilyPage said = index.quotes().search({});
  BOOST_REQUIRE(said.families.size() == 1u);
  BOOST_TEST(said.families[0].text == "It will last,");
  BOOST_TEST(said.families[0].speakers.at(0).name == "Ann Lee");
}

BOOST_AUTO_TEST_CASE(a_build_takes_the_place_of_the_one_before_and_a_held_generation_stays) {
  Index index = Index::temporary();
  index.build(two_articles());
  const std::shared_ptr<const Generation> held = index.generation();
  index.build({article("3", "Truce over", "Shelling began at dawn.")});
  BOOST_TEST(found(index, "truce") == Ids{"3"}, boost::test_tools::per_element());
  Searcher old(held);
  BOOST_TEST(old.article("1").has_value());
}

BOOST_AUTO_TEST_CASE(a_temporary_index_is_removed_with_its_owner_and_only_then) {
  std::filesystem::path folder;
  {
    Index index = Index::temporary();
    folder = index.folder();
    index.build(two_articles());
    Index moved = std::move(index);
    BOOST_TEST(found(moved, "truce") == Ids{"1"}, boost::test_tools::per_element());
    BOOST_TEST(std::filesystem::exists(folder / "CURRENT"));
  }
  BOOST_TEST(!std::filesystem::exists(folder));
}

BOOST_AUTO_TEST_CASE(an_index_of_nothing_says_so_and_can_be_built_later) {
  const testing::TemporaryDirectory scratch;
  Index index(scratch.path() / "index");
  BOOST_CHECK_THROW(index.searcher(), IndexUnavailable);
  BOOST_CHECK_THROW(index.build({}), BuildRefused);
  BOOST_CHECK_THROW(index.refresh(), IndexUnavailable);
  index.build(two_articles());
  BOOST_TEST(found(index, "truce") == Ids{"1"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(refresh_opens_what_another_writer_has_published) {
  const testing::TemporaryDirectory scratch;
  Index reader(scratch.path());
  Index writer(scratch.path());
  writer.build(two_articles());
  BOOST_TEST(found(reader, "truce") == Ids{"1"}, boost::test_tools::per_element());
  BOOST_TEST(!reader.refresh());
  writer.build({article("3", "Truce over", "Shelling began at dawn.")});
  BOOST_TEST(found(reader, "truce") == Ids{"1"}, boost::test_tools::per_element());
  BOOST_TEST(reader.refresh());
  BOOST_TEST(found(reader, "truce") == Ids{"3"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(reindexing_keeps_the_articles_and_their_own_quotes) {
  Index index = Index::temporary();
  std::vector<Article> articles = two_articles();
  Quote own;
  own.span = {0, 3};
  own.speaker = "The crier";
  articles[1].quotes.push_back(own);
  index.build(std::move(articles));
  const Article before = *index.searcher().article("2");
  BOOST_REQUIRE(before.quotes.size() == 1u);
  BOOST_TEST(before.quotes[0].text == "The");
  BOOST_TEST(before.quotes[0].speaker_resolved == "The crier");
  index.reindex({.weights = FieldWeights{.headline = 1}});
  BOOST_TEST((index.searcher().article("2") == before));
  BOOST_TEST(int{index.generation()->manifest().ranking.weights.headline} == 1);
}

BOOST_AUTO_TEST_CASE(articles_come_from_a_source_after_the_inputs_and_before_the_given_ones) {
  const testing::TemporaryDirectory scratch;
  const auto file =
      scratch.write("in.jsonl", R"({"id":"same","headline":"from the file","body":"b"})");
  int calls = 0;
  BuildOptions options;
  options.inputs = {file.string()};
  options.articles = [&calls]() -> std::optional<Article> {
    if (++calls > 2) return std::nullopt;
    return calls == 1 ? article("same", "from the source", "b") : article("2", "second", "b");
  };
  Index index(scratch.path() / "index");
  const BuildReport report = index.build({article("2", "given", "b")}, options);
  BOOST_TEST(report.read == 4u);
  BOOST_TEST(report.duplicates == 2u);
  BOOST_TEST(index.searcher().article("same")->headline == "from the source");
  BOOST_TEST(index.searcher().article("2")->headline == "given");
}

BOOST_AUTO_TEST_CASE(what_a_source_throws_reaches_the_caller_and_nothing_is_published) {
  Index index = Index::temporary();
  index.build(two_articles());
  BuildOptions options;
  options.articles = []() -> std::optional<Article> { throw std::runtime_error("no more"); };
  BOOST_CHECK_EXCEPTION(index.build({}, options), std::runtime_error,
                        [](const auto& error) { return std::string(error.what()) == "no more"; });
  BOOST_TEST(found(index, "truce") == Ids{"1"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

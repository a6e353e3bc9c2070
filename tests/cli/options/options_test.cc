// SPDX-License-Identifier: GPL-3.0-or-later
/// What the command line accepts, and what it says about the rest.
#include "cli/options/options.h"

#include <boost/test/unit_test.hpp>

using namespace pullquote::cli;

namespace {

enum class Shape { Round, Square };

struct Given {
  bool loud = false;
  std::string folder;
  std::vector<std::string> pairs;
  std::size_t limit = 10;
  double share = 0.5;
  std::uint64_t memory = 0;
  Shape shape = Shape::Round;
  std::optional<double> depth;
  std::vector<std::string> operands;
};

OptionTable table_for(Given& given) {
  OptionTable table;
  table.flag("loud,l", "Speak up", given.loud);
  table.text("folder", "DIR", "Where", given.folder);
  table.texts("set", "K=V", "Pairs", given.pairs);
  table.count("limit,n", "N", "How many", given.limit, 1, 100);
  table.number("share", "X", "Which part", given.share, 0, 1);
  table.bytes("memory", "SIZE", "How much", given.memory);
  table.choice<Shape>("shape", "Which", {{"round", Shape::Round}, {"square", Shape::Square}},
                      given.shape);
  table.number("depth", "X", "How deep", given.depth, 0, 9);
  table.removed("quiet", "leave out --loud");
  return table;
}

Given parse(const std::vector<std::string>& arguments, bool dashed_operands = false) {
  Given given;
  given.operands = parse_arguments(table_for(given), arguments, dashed_operands);
  return given;
}

std::string complaint(const std::vector<std::string>& arguments) {
  try {
    parse(arguments);
    return "accepted";
  } catch (const UsageError& error) {
    return error.what();
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(options)

BOOST_AUTO_TEST_CASE(values_follow_a_space_or_an_equals_sign) {
  BOOST_TEST(parse({"--limit", "3"}).limit == 3u);
  BOOST_TEST(parse({"--limit=3"}).limit == 3u);
  BOOST_TEST(parse({"-n", "3"}).limit == 3u);
  BOOST_TEST(parse({"-n3"}).limit == 3u);
}

BOOST_AUTO_TEST_CASE(operands_and_options_mix_in_any_order) {
  const Given given = parse({"a", "--loud", "b", "--set", "x=1", "c", "--set", "y=2"});
  BOOST_TEST(given.loud);
  BOOST_TEST(given.operands == (std::vector<std::string>{"a", "b", "c"}),
             boost::test_tools::per_element());
  BOOST_TEST(given.pairs == (std::vector<std::string>{"x=1", "y=2"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_last_of_equal_options_wins) {
  BOOST_TEST(parse({"--limit", "3", "--limit", "4"}).limit == 4u);
}

BOOST_AUTO_TEST_CASE(two_dashes_end_the_options) {
  const Given given = parse({"--", "--loud", "-n", "3"});
  BOOST_TEST(!given.loud);
  BOOST_TEST(given.operands == (std::vector<std::string>{"--loud", "-n", "3"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_single_dash_is_an_operand) {
  BOOST_TEST(parse({"-"}).operands.size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_excluded_word_is_an_operand_where_queries_are_expected) {
  const Given given = parse({"truce", "-aleppo", "-n", "3", "-loud"}, true);
  BOOST_TEST(given.limit == 3u);
  BOOST_TEST(given.operands == (std::vector<std::string>{"truce", "-aleppo", "-loud"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(sizes_have_units) {
  BOOST_TEST(parse({"--memory", "512"}).memory == 512u);
  BOOST_TEST(parse({"--memory", "2k"}).memory == 2048u);
  BOOST_TEST(parse({"--memory", "1G"}).memory == 1073741824u);
  BOOST_TEST(complaint({"--memory", "99999999999T"}) ==
             "--memory takes a size such as 512M or 2G, not '99999999999T'");
  BOOST_TEST(complaint({"--memory", "G"}) == "--memory takes a size such as 512M or 2G, not 'G'");
}

BOOST_AUTO_TEST_CASE(a_value_out_of_range_is_refused_with_the_range) {
  const std::string range = "--limit takes a whole number from 1 to 100, not ";
  for (const char* value : {"0", "101", "-5", "3x", "99999999999999999999", "1.5"}) {
    BOOST_TEST(complaint({std::string("--limit=") + value}) == range + "'" + value + "'");
  }
  BOOST_TEST(complaint({"--share", "nan"}) == "--share takes a number from 0 to 1, not 'nan'");
}

BOOST_AUTO_TEST_CASE(a_choice_names_its_words) {
  BOOST_CHECK(parse({"--shape", "square"}).shape == Shape::Square);
  BOOST_TEST(complaint({"--shape", "oval"}) == "--shape takes round or square, not 'oval'");
}

BOOST_AUTO_TEST_CASE(a_mistyped_option_gets_the_nearest_one) {
  BOOST_TEST(complaint({"--limt", "3"}) == "there is no option --limt; did you mean --limit?");
  BOOST_TEST(complaint({"--mem=1G"}) == "there is no option --mem; did you mean --memory?");
  BOOST_TEST(complaint({"--zebra"}) == "there is no option --zebra");
  BOOST_TEST(complaint({"-z"}) ==
             "there is no option -z; write -- before operands that start with '-'");
}

BOOST_AUTO_TEST_CASE(a_removed_option_says_what_there_is_instead) {
  BOOST_TEST(complaint({"--quiet"}) == "there is no option --quiet any more: leave out --loud");
  BOOST_TEST(complaint({"--quiet=yes"}) == "there is no option --quiet any more: leave out --loud");
}

BOOST_AUTO_TEST_CASE(what_may_be_left_open_has_no_default) {
  BOOST_TEST(!parse({}).depth.has_value());
  BOOST_TEST(parse({"--depth", "2.5"}).depth.value() == 2.5);
  Given given;
  BOOST_TEST(help_text(table_for(given), 80).find("      --depth X               How deep\n") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(missing_and_superfluous_values_are_named) {
  BOOST_TEST(complaint({"--limit"}) == "--limit needs a value: --limit N");
  BOOST_TEST(complaint({"-n"}) == "--limit needs a value: --limit N");
  BOOST_TEST(complaint({"--loud=yes"}) == "--loud takes no value");
}

BOOST_AUTO_TEST_CASE(help_shows_letters_values_and_defaults) {
  Given given;
  const std::string help = help_text(table_for(given), 80);
  BOOST_TEST(help.find("  -n, --limit N               How many (default: 10)\n") !=
             std::string::npos);
  BOOST_TEST(help.find("      --shape round|square    Which (default: round)\n") !=
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

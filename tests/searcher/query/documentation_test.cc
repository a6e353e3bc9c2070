// SPDX-License-Identifier: GPL-3.0-or-later
/// docs/query-language.md and pullquote-query(7) describe the parser that we have.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "pullquote/query.h"
#include "searcher/query/query_fields.h"

namespace {

using namespace pullquote;

std::string file_text(const std::string& path) {
  std::ifstream file(PULLQUOTE_SOURCE_DIR "/" + path);
  BOOST_REQUIRE_MESSAGE(file.good(), path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The part of the manual from one heading to the next.
std::string section(const std::string& text, const std::string& heading) {
  const std::size_t start = text.find("## " + heading + "\n");
  BOOST_REQUIRE_MESSAGE(start != std::string::npos, heading);
  return text.substr(start, text.find("\n## ", start + 1) - start);
}

/// What stands between backquotes.
std::vector<std::string> code_spans(const std::string& text) {
  std::vector<std::string> spans;
  for (std::size_t open = text.find('`'); open != std::string::npos;) {
    const std::size_t close = text.find('`', open + 1);
    if (close == std::string::npos) break;
    spans.push_back(text.substr(open + 1, close - open - 1));
    open = text.find('`', close + 1);
  }
  return spans;
}

void check_parses(const std::string& example) {
  const auto outcome = parse_query(example, {.now_seconds = 1462365296});
  const auto* error = std::get_if<QueryError>(&outcome);
  BOOST_TEST(error == nullptr, example + ": " + (error != nullptr ? error->message : ""));
}

BOOST_AUTO_TEST_SUITE(query_documentation)

BOOST_AUTO_TEST_CASE(the_examples_at_a_glance_are_queries) {
  std::istringstream rows(section(file_text("docs/query-language.md"), "At a glance"));
  int examples = 0;
  for (std::string row; std::getline(rows, row);) {
    if (!row.starts_with("| `")) continue;
    for (const std::string& span : code_spans(row.substr(0, row.find(" |")))) {
      if (span == "( )") continue;
      check_parses(span);
      ++examples;
    }
  }
  BOOST_TEST(examples > 15);
}

BOOST_AUTO_TEST_CASE(the_dates_of_the_manual_are_dates) {
  const std::string time = section(file_text("docs/query-language.md"), "Time");
  int examples = 0;
  std::istringstream lines(time);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("    ")) continue;
    check_parses(line);
    ++examples;
  }
  BOOST_TEST(examples > 5);
}

BOOST_AUTO_TEST_CASE(every_field_is_described_in_both_manuals) {
  const std::string manual = file_text("docs/query-language.md");
  const std::string man_page = file_text("docs/man/pullquote-query.7");
  for (const std::string_view name : query_field_names()) {
    const std::string field(name);
    BOOST_TEST(manual.find("`" + field + ":") != std::string::npos, field);
    BOOST_TEST(man_page.find(".It Cm " + field) != std::string::npos, field);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

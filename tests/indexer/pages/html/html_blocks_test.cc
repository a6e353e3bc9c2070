// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pages/html/html_blocks.h"

#include <boost/test/unit_test.hpp>
#include <variant>

#include "indexer/pages/html/html_prescan.h"

using namespace pullquote::html;

namespace {

Document document(std::string_view page) {
  auto parsed = parse_document(prescan(page).markup, {});
  BOOST_TEST_REQUIRE(std::holds_alternative<Document>(parsed));
  return std::get<Document>(std::move(parsed));
}

std::vector<std::string> texts(std::string_view page) {
  std::vector<std::string> all;
  for (const TextBlock& block : split_into_blocks(document(page))) all.push_back(block.text);
  return all;
}

using Texts = std::vector<std::string>;

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Texts)

BOOST_AUTO_TEST_SUITE(html_blocks)

BOOST_AUTO_TEST_CASE(paragraphs_are_blocks) {
  BOOST_TEST(texts("<p>One.</p><p>Two.</p>") == (Texts{"One.", "Two."}));
  BOOST_TEST(texts("<p>One.<p>Two.") == (Texts{"One.", "Two."}));
}

BOOST_AUTO_TEST_CASE(inline_elements_neither_glue_nor_split_words) {
  BOOST_TEST(texts("<p>The <b>may</b>or of <a href=x>Ald</a>er<i>bridge</i> , who</p>") ==
             (Texts{"The mayor of Alderbridge , who"}));
  BOOST_TEST(texts("<p><span>one</span> <span>two</span>\n<em>three</em></p>") ==
             (Texts{"one two three"}));
}

BOOST_AUTO_TEST_CASE(marks_that_a_browser_sets_around_q_are_text) {
  BOOST_TEST(texts("<p>She wrote: <q>We are <b>late</b>.</q> He left.</p>") ==
             (Texts{"She wrote: \u201CWe are late.\u201D He left."}));
  BOOST_TEST(texts("<p><q> He said <q>no</q> twice, </q> she said.</p>") ==
             (Texts{"\u201CHe said \u2018no\u2019 twice,\u201D she said."}));
  BOOST_TEST(texts("<p><q>\u201CWe are late.\u201D</q> <q></q>He left.</p>") ==
             (Texts{"\u201CWe are late.\u201D He left."}));
}

BOOST_AUTO_TEST_CASE(two_line_breaks_separate_paragraphs_and_one_does_not) {
  BOOST_TEST(texts("<div>One.<br><br>Two.<br/> <br/>Three.<br>Still three.</div>") ==
             (Texts{"One.", "Two.", "Three.\nStill three."}));
}

BOOST_AUTO_TEST_CASE(empty_lines_separate_paragraphs_of_preformatted_text) {
  BOOST_TEST(texts("<pre>One goes\non.\n\nTwo <b>goes\r\n \t\r\n\non</b>.\nStill.\n\n</pre>") ==
             (Texts{"One goes on.", "Two goes", "on. Still."}));
  BOOST_TEST(texts("<p>One\n\ngoes on.</p>") == (Texts{"One goes on."}));
}

BOOST_AUTO_TEST_CASE(block_level_elements_separate_text_around_them) {
  BOOST_TEST(texts("<div>before<div>inside</div>after</div>") ==
             (Texts{"before", "inside", "after"}));
}

BOOST_AUTO_TEST_CASE(what_is_never_shown_is_left_out) {
  BOOST_TEST(texts("<head><title>t</title></head><body><p>a<noscript>b</noscript></p>"
                   "<select><option>c</option></select><button>d</button></body>") == (Texts{"a"}));
}

BOOST_AUTO_TEST_CASE(entities_are_resolved) {
  BOOST_TEST(texts("<p>Q&amp;A &#8212; caf&eacute; &lt;b&gt; &#146;tis</p>") ==
             (Texts{"Q&A \u2014 café <b> \u2019tis"}));
}

BOOST_AUTO_TEST_CASE(a_block_knows_what_it_is_and_how_much_of_it_is_linked) {
  const Document page = document(
      "<h2>Head</h2><ul><li>item</li></ul><blockquote><p>said</p></blockquote>"
      "<p><a href=x>link</a> text</p><p><a name=y>anchor</a></p>");
  const auto blocks = split_into_blocks(page);
  BOOST_TEST_REQUIRE(blocks.size() == 5u);
  BOOST_TEST((blocks[0].kind == BlockKind::Heading));
  BOOST_TEST((blocks[1].kind == BlockKind::ListItem));
  BOOST_TEST((blocks[2].kind == BlockKind::Quote));
  BOOST_TEST(blocks[2].is_p);
  BOOST_TEST(blocks[3].link_share() == 0.5);
  BOOST_TEST(blocks[4].link_share() == 0.0);
}

BOOST_AUTO_TEST_CASE(a_block_belongs_to_the_lowest_element_around_all_its_text) {
  const Document page = document("<p><span class=byline>By A. Writer</span></p><p>a <b>b</b></p>");
  const auto blocks = split_into_blocks(page);
  BOOST_TEST(page.attribute(blocks[0].node, Attribute::Class) == "byline");
  BOOST_TEST((page.nodes[blocks[1].node].tag == Tag::P));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
/// Markup inside values: enough of it resolved to keep words and paragraphs apart.
#include "indexer/decoding/html_fragment.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "indexer/decoding/paragraphs.h"

namespace pullquote {
namespace {

namespace bdata = boost::unit_test::data;

struct FragmentCase {
  const char* html;
  const char* text;  ///< reflowed
  friend std::ostream& operator<<(std::ostream& out, const FragmentCase& c) {
    return out << c.html;
  }
};

const FragmentCase kCases[] = {
    {"<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
    {"<p>One\ntwo <em>three</em>.</p>", "One two three."},
    {"One<br/><br/>two", "One\n\ntwo"},
    {"<div><h2>Head</h2>Text<ul><li>a</li><li>b</li></ul></div>", "Head\n\nText\n\na\n\nb"},
    {"<p title=\"a > b\">One</p>", "One"},
    {"<p>One<!-- <p>hidden</p> --> two</p>", "One two"},
    {"<style>p { }</style><p>One</p><script>if (a < b) f('</p>');</script>", "One"},
    {"<p>caf&eacute; &#8211; &#x41;&nbsp;&amp; &bogus; & &#0;</p>",
     "caf\u00E9 \u2013 A & &bogus; & &#0;"},
    {"a < b and b > a", "a < b and b > a"},
    {"<p unclosed", "<p unclosed"},
    {"<p>One<a href=\"x", "One<a href=\"x"},
    {"", ""},
};

BOOST_AUTO_TEST_SUITE(html_fragment)

BOOST_DATA_TEST_CASE(tags_and_entities_are_resolved, bdata::make(kCases), c) {
  BOOST_TEST(reflow(text_of_fragment(c.html)) == c.text);
}

BOOST_AUTO_TEST_CASE(only_known_tags_make_markup) {
  BOOST_TEST(has_markup("One<br>two"));
  BOOST_TEST(has_markup("</div>"));
  BOOST_TEST(!has_markup("x < y > z"));
  BOOST_TEST(!has_markup("<SRD> rose, <name@a.example> wrote"));
  BOOST_TEST(!has_markup("<p"));
}

BOOST_AUTO_TEST_CASE(hostile_markup_takes_linear_time) {
  std::string hostile;
  for (int i = 0; i < 500'000; ++i) hostile += "<a '";
  BOOST_TEST(!has_markup(hostile));
  BOOST_TEST(text_of_fragment(hostile).size() == hostile.size());
  BOOST_TEST(text_of_fragment(std::string(2'000'000, '<')).size() == 2'000'000u);
  BOOST_TEST(decode_entities(std::string(2'000'000, '&')).size() == 2'000'000u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/document_buffer.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace pullquote;

namespace {

BOOST_AUTO_TEST_SUITE(document_buffer)

BOOST_AUTO_TEST_CASE(terms_are_sorted_by_bytes_whatever_their_length) {
  DocumentBuffer buffer;
  const std::vector<std::string> sorted{"Q",         "Zab",      "a", "ab",      "abcdefgh",
                                        "abcdefghi", "abcdefgi", "b", "\xC3\xA9"};
  for (std::size_t i = sorted.size(); i-- > 0;) buffer.add(sorted[i], 1);
  const auto terms = buffer.document().terms;
  BOOST_REQUIRE(terms.size() == sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) BOOST_TEST(terms[i].term == sorted[i]);
}

BOOST_AUTO_TEST_CASE(equal_positions_are_kept_once) {
  DocumentBuffer buffer;
  buffer.add("a", 4, std::vector<std::uint32_t>{1, 3, 3, 8});
  const auto terms = buffer.document().terms;
  BOOST_TEST(terms[0].positions == (std::vector<std::uint32_t>{1, 3, 8}),
             boost::test_tools::per_element());
  BOOST_TEST(terms[0].wdf == 4u);
}

BOOST_AUTO_TEST_CASE(a_cleared_buffer_is_empty) {
  DocumentBuffer buffer;
  buffer.add("a", 1);
  buffer.add_value(2, "v");
  buffer.add_value(3, "");
  buffer.data() = "data";
  BOOST_TEST(buffer.document().values.size() == 1u);
  buffer.clear();
  BOOST_TEST(buffer.document().terms.empty());
  BOOST_TEST(buffer.document().values.empty());
  BOOST_TEST(buffer.document().data.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

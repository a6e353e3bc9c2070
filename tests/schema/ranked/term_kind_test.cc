// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/term_kind.h"

#include <boost/test/unit_test.hpp>

#include "pullquote/field.h"

BOOST_AUTO_TEST_SUITE(term_kinds)

using namespace pullquote;

BOOST_AUTO_TEST_CASE(words_have_positions_in_all_three_fields) {
  for (const char* word : {"truce", "Struce", "XQtruce", "2016", "S2016", "été", "S:odd"}) {
    BOOST_TEST(has_positions(word), word);
    BOOST_TEST(!ranked_field_of(word).has_value(), word);
  }
  BOOST_TEST(has_positions(kParagraphTerm));
}

BOOST_AUTO_TEST_CASE(stems_have_impacts_in_the_field_of_their_prefix) {
  BOOST_TEST((ranked_field_of("Ztruc") == RankedField::Combined));
  BOOST_TEST((ranked_field_of("ZStruc") == RankedField::Headline));
  BOOST_TEST((ranked_field_of("ZXQtruc") == RankedField::Quote));
  for (const char* stem : {"Ztruc", "ZStruc", "ZXQtruc"}) BOOST_TEST(!has_positions(stem), stem);
}

BOOST_AUTO_TEST_CASE(filters_have_neither) {
  for (const char* filter : {"Hwire", "Len", "Qarticle-1", "XSPann lee", "Aann", "Ksport"}) {
    BOOST_TEST(!has_positions(filter), filter);
    BOOST_TEST(!ranked_field_of(filter).has_value(), filter);
  }
}

BOOST_AUTO_TEST_SUITE_END()

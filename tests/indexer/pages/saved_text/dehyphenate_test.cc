// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pages/saved_text/dehyphenate.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

using pullquote::Dehyphenator;

namespace {

struct Case {
  const char* why;
  std::string text;
  std::string repaired;
};
std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.why;
}

const Case kCases[] = {
    {"the text has the joined word", "Wanderlings met. Wan-derlings left.",
     "Wanderlings met. Wanderlings left."},
    {"one part is a word, the other a scrap", "Forces left for the front. The for-ces won.",
     "Forces left for the front. The forces won."},
    {"a common word of the language", "The gov-ernment fell.", "The government fell."},
    {"nobody attests the joined word", "The zor-blat fell.", "The zor-blat fell."},
    {"both parts are words of the text", "Over a night they came overnight. An over-night bus.",
     "Over a night they came overnight. An over-night bus."},
    {"a known compound keeps its hyphen", "The ceasefire held. A cease-fire.",
     "The ceasefire held. A cease-fire."},
    {"a prefix is set off on purpose", "Cooperation failed. Their co-operation failed.",
     "Cooperation failed. Their co-operation failed."},
    {"broken words attest nothing to each other", "A wan-derling met a wan-derling.",
     "A wan-derling met a wan-derling."},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(dehyphenate)

BOOST_DATA_TEST_CASE(joins_what_was_broken_and_nothing_else, boost::unit_test::data::make(kCases),
                     c) {
  BOOST_TEST(Dehyphenator(c.text).repair(c.text) == c.repaired);
}

BOOST_AUTO_TEST_SUITE_END()

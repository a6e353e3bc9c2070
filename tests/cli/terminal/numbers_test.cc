// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/numbers.h"

#include <boost/test/unit_test.hpp>

#include "cli/options/options.h"

using namespace pullquote::cli;

BOOST_AUTO_TEST_SUITE(numbers)

BOOST_AUTO_TEST_CASE(thousands_are_grouped) {
  BOOST_TEST(grouped(0) == "0");
  BOOST_TEST(grouped(999) == "999");
  BOOST_TEST(grouped(1000) == "1,000");
  BOOST_TEST(grouped(1234567) == "1,234,567");
  BOOST_TEST(counted(1, "article", "articles") == "1 article");
  BOOST_TEST(counted(2000, "article", "articles") == "2,000 articles");
}

BOOST_AUTO_TEST_CASE(bytes_have_the_nearest_unit) {
  BOOST_TEST(readable_bytes(1) == "1 byte");
  BOOST_TEST(readable_bytes(999) == "999 bytes");
  BOOST_TEST(readable_bytes(1000) == "1.0 kB");
  BOOST_TEST(readable_bytes(999949) == "999.9 kB");
  BOOST_TEST(readable_bytes(999960) == "1.0 MB");
  BOOST_TEST(readable_bytes(27345678) == "27.3 MB");
}

BOOST_AUTO_TEST_CASE(durations_have_three_digits) {
  BOOST_TEST(readable_seconds(0.4242) == "0.42 s");
  BOOST_TEST(readable_seconds(12.34) == "12.3 s");
  BOOST_TEST(readable_seconds(185) == "3:05 min");
  BOOST_TEST(readable_seconds(7620) == "2:07 h");
}

BOOST_AUTO_TEST_CASE(pairs_are_name_equals_value) {
  std::map<std::string, std::string> map;
  BOOST_TEST(read_key_value("url=https://example.org/?a=b,c", map));
  BOOST_TEST(map["url"] == "https://example.org/?a=b,c");
  BOOST_TEST(read_key_values("headline=title,body=content.text,section=", map));
  BOOST_TEST(map["headline"] == "title");
  BOOST_TEST(map["section"] == "");
  BOOST_TEST(!read_key_value("headline", map));
  BOOST_TEST(!read_key_value("=x", map));
  BOOST_TEST(!read_key_values("a=b,,c=d", map));
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-3.0-or-later
/// Times as articles write them, with the precision and the zone that are stated, and no more.
#include "indexer/dates/dates.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

namespace pullquote {
namespace {

namespace bdata = boost::unit_test::data;

struct DateCase {
  const char* text;
  const char* iso;  ///< "" is no date
  friend std::ostream& operator<<(std::ostream& out, const DateCase& c) { return out << c.text; }
};

const DateCase kCases[] = {
    // ISO 8601 and its neighbours
    {"2016-09-12", "2016-09-12"},
    {"2016-09", "2016-09"},
    {"2016", "2016"},
    {"2016-09-12T15:04:05Z", "2016-09-12T15:04:05Z"},
    {"2016-09-12T15:04:05.123456-04:00", "2016-09-12T15:04:05-04:00"},
    {"2016-09-12 15:04:05 +0200", "2016-09-12T15:04:05+02:00"},
    {"2016-09-12 15:04:05 +0000 UTC", "2016-09-12T15:04:05Z"},
    {"2016-09-12 15:04:05 UTC", "2016-09-12T15:04:05Z"},
    {"2016-09-12T15:04", "2016-09-12T15:04"},
    {"2016-09-12T15:04:05[Europe/Paris]", "2016-09-12T15:04:05"},
    {"20160912", "2016-09-12"},
    {"20160912T150405Z", "2016-09-12T15:04:05Z"},
    {"20160912T1504+0200", "2016-09-12T15:04+02:00"},
    {"20160912150405", "2016-09-12T15:04:05"},
    {"2016/09/12 15:04", "2016-09-12T15:04"},
    // mail, log files, scripts
    {"Mon, 12 Sep 2016 15:04:05 +0200", "2016-09-12T15:04:05+02:00"},
    {"12 Sep 16 15:04 GMT", "2016-09-12T15:04Z"},
    {"Mon Sep 12 15:04:05 2016", "2016-09-12T15:04:05"},
    {"Mon Sep 12 2016 15:04:05 GMT+0200 (Central European Summer Time)",
     "2016-09-12T15:04:05+02:00"},
    {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
    {"1473692645", "2016-09-12T15:04:05Z"},
    {"1473692645123", "2016-09-12T15:04:05Z"},
    {"1473692645.25", "2016-09-12T15:04:05Z"},
    {"1473692645.5", "2016-09-12T15:04:05Z"},
    {"1473692645. 5", ""},
    {"14736926.5", ""},
    // English
    {"Sept. 12, 2016, 3:04 p.m. EDT", "2016-09-12T15:04-04:00"},
    {"September 12, 2016 at 3:04pm ET", "2016-09-12T15:04-04:00"},
    {"January 12, 2016 at 3pm ET", "2016-01-12T15:00-05:00"},
    {"12 September 2016", "2016-09-12"},
    {"Monday 12th September 2016 12:04 AM", "2016-09-12T00:04"},
    {"12:30 PM, September 12 2016", "2016-09-12T12:30"},
    {"Sep. 2016", "2016-09"},
    {"12 Sept 2016 | 09:15 BST", "2016-09-12T09:15+01:00"},
    {"10:15 - 12 Sep 2016", "2016-09-12T10:15"},
    // other languages
    {"12 septembre 2016 \u00E0 10h30", "2016-09-12T10:30"},
    {"lundi 1er ao\u00FBt 2016", "2016-08-01"},
    {"mar. 15 mars 2016", "2016-03-15"},
    {"12. September 2016, 15:04 Uhr", "2016-09-12T15:04"},
    {"Montag, 12.09.2016 15.04 Uhr", "2016-09-12T15:04"},
    {"3. M\u00E4rz 2016", "2016-03-03"},
    {"12 de septiembre de 2016", "2016-09-12"},
    {"4 de mar\u00E7o de 2016 \u00E0s 10h30", "2016-03-04T10:30"},
    {"12 settembre 2016 ore 18:05", "2016-09-12T18:05"},
    {"12 mei 2016 om 10:15 uur", "2016-05-12T10:15"},
    {"12 \u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F 2016 \u0433., 15:04", "2016-09-12T15:04"},
    {"4 \u0645\u0627\u064A\u0648 2016", "2016-05-04"},
    {"\u0664 \u0645\u0627\u064A\u0648 \u0662\u0660\u0661\u0666", "2016-05-04"},
    {"2016\u5E745\u67084\u65E5 15\u65F604\u5206", "2016-05-04T15:04"},
    {"CEST is no date, but 12 Mai 2016 10:00 (MESZ)", ""},
    {"12 Mai 2016 10:00 (MESZ)", "2016-05-12T10:00+02:00"},
    {"12 septembre 2016 \u00E0 15 h 04", "2016-09-12T15:04"},
    {"12 septembre 2016 \u00E0 15 h", "2016-09-12T15:00"},
    {"15 h 12 septembre 2016", "2016-09-12T15:00"},  // the day, not minutes
    {"12 de septiembre de 2016 a las 15:04 h.", "2016-09-12T15:04"},
    {"12 sep 2016 11:04 p. m.", "2016-09-12T23:04"},
    {"12 sep 2016 11:04 a.\u00A0m.", "2016-09-12T11:04"},
    {"Pazartesi 12 Eyl\u00FCl 2016", "2016-09-12"},
    {"12 Eyl\u00FCl 2016 Pazartesi 15:04", "2016-09-12T15:04"},
    {"12 ARALIK 2016 PAZARTES\u0130", "2016-12-12"},
    {"15 KASIM 2016 SALI", "2016-11-15"},
    {"m\u00E5ndag 12 september 2016", "2016-09-12"},
    {"seg, 12 set 2016", "2016-09-12"},
    {"luned\u00EC 12 settembre 2016", "2016-09-12"},
    {"lunedi 12 settembre 2016", "2016-09-12"},
    {"maandag 12 september 2016", "2016-09-12"},
    {"poniedzia\u0142ek, 12 wrze\u015Bnia 2016", "2016-09-12"},
    {"\u043F\u043E\u043D\u0435\u0434\u0435\u043B\u044C\u043D\u0438\u043A, 12 "
     "\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F 2016",
     "2016-09-12"},
    {"\u0627\u0644\u0627\u062B\u0646\u064A\u0646 12 \u0633\u0628\u062A\u0645\u0628\u0631 2016",
     "2016-09-12"},
    {"2016\u5E749\u670812\u65E5\uFF08\u6708\uFF09", "2016-09-12"},
    {"2016\u5E749\u670812\u65E5(\u6708) 15:04", "2016-09-12T15:04"},
    {"2016\u5E749\u670811\u65E5\u65E5\u66DC\u65E5", "2016-09-11"},
    {"2016\u5E749\u670812\u65E5 \u661F\u671F\u4E00", "2016-09-12"},
    {"2016\u5E749\u670812\u65E5\u661F\u671F\u4E00 15:04", "2016-09-12T15:04"},
    {"2016\u5E749\u670812\u65E5\u5348\u5F8C3\u66424\u5206", "2016-09-12T15:04"},
    {"2016\u5E749\u670812\u65E5\u5348\u524D0\u66424\u5206", "2016-09-12T00:04"},
    {"2016\u5E749\u670812\u65E5 \u4E0B\u53483:04", "2016-09-12T15:04"},
    {"2016\u5E749\u670812\u65E5 \u4E0B\u534815:04", "2016-09-12T15:04"},
    {"2016\u5E749\u670812\u65E5 \u4E0A\u534815:04", ""},
    {"2016\uB144 9\uC6D4 12\uC77C(\uC6D4) \uC624\uD6C4 3:04", "2016-09-12T15:04"},
    // zones that several places claim, or that nobody here knows
    {"Mon, 12 Sep 2016 15:04:05 IST", "2016-09-12T15:04:05"},
    {"2016-09-12 15:04 IST", "2016-09-12T15:04"},
    {"Sep 12, 2016, 15:04 IST", "2016-09-12T15:04"},
    {"12 Sep 2016 15:04 WIB", "2016-09-12T15:04"},
    {"Senin, 14 Maret 2016 15:04 WIB", "2016-03-14T15:04"},
    {"Mon Sep 12 15:04:05 IST 2016", "2016-09-12T15:04:05"},
    {"3:04 PM IST, September 12, 2016", "2016-09-12T15:04"},
    {"2016-09-12 15:04:05 +0530 IST", "2016-09-12T15:04:05+05:30"},
    {"12 Sep 2016 IST", ""},
    {"12 Sep 2016 15:04 Wib", ""},
    {"12 Sep 2016 15:04 REUTERS", ""},
    {"03/04/2016 15:04 IST", ""},
    // what the date is of
    {"Posted on Sept. 12, 2016", "2016-09-12"},
    {"Updated: Sep 12, 2016, 15:04 IST", "2016-09-12T15:04"},
    {"Published: 12 September 2016 15:04 BST", "2016-09-12T15:04+01:00"},
    {"Last updated on 12 September 2016", "2016-09-12"},
    {"Mis \u00E0 jour le 12 septembre 2016 \u00E0 15 h 34", "2016-09-12T15:34"},
    {"12 September 2016 (updated)", "2016-09-12"},
    {"10:15 Updated 12 September 2016", ""},  // the clock may belong to another time
    // numbers that only one convention can mean
    {"12.09.2016", "2016-09-12"},
    {"9.5.2016", "2016-05-09"},
    {"25/12/2016", "2016-12-25"},
    {"12/25/2016", "2016-12-25"},
    {"05/05/2016", "2016-05-05"},
    {"2016-02-29T24:00:00Z", "2016-03-01T00:00:00Z"},
    // unknown stays unknown
    {"03/04/2016", ""},
    {"12 September", ""},
    {"yesterday", ""},
    {"3 hours ago", ""},
    {"Wednesday", ""},
    {"15:04", ""},
    {"30 February 2016", ""},
    {"2015-02-29", ""},
    {"12 September 2016 13 May 2016", ""},
    {"13:99, 12 May 2016", ""},
    {"the 12 men of 2016", ""},
    {"May", ""},
    {"12345", ""},
    {"-", ""},
    {"", ""},
    {"\xFF\xFE 2016", ""},
};

std::string read(std::optional<Timestamp> time) {
  return time ? to_iso8601(*time) : "";
}

BOOST_AUTO_TEST_SUITE(dates)

BOOST_DATA_TEST_CASE(a_date_is_read_as_stated, bdata::make(kCases), c) {
  BOOST_TEST(read(parse_date(c.text)) == c.iso);
}

struct FormatCase {
  const char* text;
  const char* format;
  const char* iso;
  friend std::ostream& operator<<(std::ostream& out, const FormatCase& c) {
    return out << c.text << " by " << c.format;
  }
};

const FormatCase kFormatCases[] = {
    {"2016-05-04", "%Y-%m-%d", "2016-05-04"},
    {"20160504", "%Y%m%d", "2016-05-04"},
    {"2016-05", "%Y-%m", "2016-05"},
    {"04_May_16", "%d_%b_%y", "2016-05-04"},
    {"2016366", "%Y%j", "2016-12-31"},
    {"03-04-2016", "%m-%d-%Y", "2016-03-04"},
    {"20160504T100102+0200", "%Y%m%dT%H%M%S%z", "2016-05-04T10:01:02+02:00"},
    {"2016-05-04x", "%Y-%m-%d", ""},
    {"2016-13-04", "%Y-%m-%d", ""},
    {"05", "%m", ""},
};

BOOST_DATA_TEST_CASE(a_format_says_what_the_numbers_mean, bdata::make(kFormatCases), c) {
  BOOST_TEST(read(parse_date(c.text, c.format)) == c.iso);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote

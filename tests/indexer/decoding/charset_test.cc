// SPDX-License-Identifier: GPL-3.0-or-later
/// Whatever the bytes, what comes out is valid NFC UTF-8 without control characters.
#include "indexer/decoding/charset.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

namespace pullquote {
namespace {

namespace bdata = boost::unit_test::data;
using namespace std::string_literals;

struct CharsetCase {
  const char* why;
  std::string bytes;
  const char* declared;
  std::string text;
  const char* charset;
  friend std::ostream& operator<<(std::ostream& out, const CharsetCase& c) { return out << c.why; }
};

const CharsetCase kCases[] = {
    {"ASCII stays", "Plain words.\n", "", "Plain words.\n", "UTF-8"},
    {"UTF-8 stays", "Zo\u00EB \u201Cquotes\u201D", "", "Zo\u00EB \u201Cquotes\u201D", "UTF-8"},
    {"valid UTF-8 beats a wrong declaration", "caf\u00E9", "iso-8859-1", "caf\u00E9", "UTF-8"},
    {"a UTF-8 byte order mark goes", "\xEF\xBB\xBFWord", "", "Word", "UTF-8"},
    {"UTF-16 with a mark, little-endian", "\xFF\xFEH\0i\0"s, "", "Hi", "UTF-16LE"},
    {"UTF-16 with a mark, big-endian", "\xFE\xFF\0H\0i"s, "", "Hi", "UTF-16BE"},
    {"UTF-16 without a mark", "H\0e\0l\0l\0o\0 \0y\0o\0u\0.\0"s, "", "Hello you.", "UTF-16LE"},
    {"the declared charset decodes", "\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251",
     "\u041F\u0440\u0438\u0432\u0435\u0442", "windows-1251"},
    {"iso-8859-1 means windows-1252, as browsers read it", "It\x92s \x93so\x94", "ISO-8859-1",
     "It\u2019s \u201Cso\u201D", "windows-1252"},
    {"gb2312 means gb18030", "\xC4\xE3\xBA\xC3", "gb2312", "\u4F60\u597D", "gb18030"},
    {"escape sequences are read when declared", "\x1B$B$3\x1B(B", "iso-2022-jp", "\u3053",
     "iso-2022-jp"},
    {"an unknown label is ignored", "caf\xE9 du coin", "x-nonsense", "caf\u00E9 du coin",
     "windows-1252"},
    {"a few stray bytes in ASCII are windows-1252", "The minister\x92s reply was short.", "",
     "The minister\u2019s reply was short.", "windows-1252"},
    {"UTF-8 with a broken byte stays UTF-8", "\u00E9t\u00E9 \u00E0 No\u00EBl \xFF fin", "",
     "\u00E9t\u00E9 \u00E0 No\u00EBl \uFFFD fin", "UTF-8"},
    {"UTF-8 cut inside a character", "\u00E9t\u00E9 \u00E0 No\u00EBl \xC3", "",
     "\u00E9t\u00E9 \u00E0 No\u00EBl \uFFFD", "UTF-8"},
    {"NUL and control characters go", "a\0b\x01\x7F c\td\n"s, "", "ab c\td\n", "UTF-8"},
    {"line ends become LF", "a\r\nb\rc\fd", "", "a\nb\nc\nd", "UTF-8"},
    {"line and paragraph separators become LF", "a\u2028b\u2029c", "", "a\nb\nc", "UTF-8"},
    {"decomposed letters are composed", "cafe\u0301", "", "caf\u00E9", "UTF-8"},
    {"wrongly decoded punctuation is repaired", "it\u0092s", "", "it\u2019s", "UTF-8"},
    {"nothing stays nothing", "", "", "", "UTF-8"},
};

BOOST_AUTO_TEST_SUITE(charset)

BOOST_DATA_TEST_CASE(bytes_become_clean_text, bdata::make(kCases), c) {
  const DecodedText decoded = decode_text(c.bytes, c.declared);
  BOOST_TEST(decoded.text == c.text);
  BOOST_TEST(decoded.charset == c.charset);
}

BOOST_AUTO_TEST_CASE(an_undeclared_cyrillic_text_is_detected) {
  // "Vnov' nachalis' peregovory o mire v stolitse ..." in windows-1251.
  const std::string bytes =
      "\xC2\xED\xEE\xE2\xFC \xED\xE0\xF7\xE0\xEB\xE8\xF1\xFC \xEF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0"
      "\xFB \xEE \xEC\xE8\xF0\xE5 \xE2 \xF1\xF2\xEE\xEB\xE8\xF6\xE5, \xF1\xEE\xEE\xE1\xF9\xE8\xEB "
      "\xEC\xE8\xED\xE8\xF1\xF2\xF0 \xEF\xEE\xF1\xEB\xE5 \xE2\xF1\xF2\xF0\xE5\xF7\xE8.";
  BOOST_TEST(decode_text(bytes).charset == "windows-1251");
}

BOOST_AUTO_TEST_CASE(an_undeclared_thai_text_is_detected) {
  const std::string bytes =
      "\xCA\xC0\xD2\xE0\xC5\xD7\xE8\xCD\xB9\xA1\xD2\xC3\xC5\xA7\xC1\xB5\xD4\xE0\xC3\xD7"
      "\xE8\xCD\xA7\xCA\xD0\xBE\xD2\xB9\xE3\xCB\xC1\xE8\xE4\xBB\xE0\xBB\xE7\xB9\xBB\xD5"
      "\xCB\xB9\xE9\xD2";
  BOOST_TEST(decode_text(bytes).text == "สภาเลื่อนการลงมติเรื่องสะพานใหม่ไปเป็นปีหน้า");
}

BOOST_AUTO_TEST_CASE(undeclared_korean_is_not_taken_for_thai) {
  const std::string budget =
      "\xC1\xA6\xB8\xF1\xC0\xD4\xB4\xCF\xB4\xD9\n\n\xBC\xAD\xBF\xEF\xBD\xC3\xB4\xC2 \xB3\xBB"
      "\xB3\xE2 \xBF\xB9\xBB\xEA\xC0\xBB \xC8\xAE\xC1\xA4\xC7\xDF\xB4\xD9\xB0\xED \xB9\xE0\xC7"
      "\xFB\xB4\xD9. \xC7\xD0\xB1\xB3\xBF\xCD \xB5\xB5\xB7\xCE\xBF\xA1 \xB4\xEB\xC7\xD1 \xC5"
      "\xF5\xC0\xDA\xB0\xA1 \xB4\xC3\xBE\xEE\xB3\xAD\xB4\xD9. \xBD\xC3\xB9\xCE\xB5\xE9\xC0\xBA "
      "\xC8\xAF\xBF\xB5\xC7\xDF\xB4\xD9.\n";
  BOOST_TEST(decode_text(budget).text ==
             "제목입니다\n\n서울시는 내년 예산을 확정했다고 밝혔다. 학교와 도로에 대한 투자가 "
             "늘어난다. 시민들은 환영했다.\n");
  const std::string bridge =
      "\xC7\xD7\xB1\xB8\xC0\xC7 \xBB\xF5 \xB4\xD9\xB8\xAE\xB0\xA1 \xBF\xF9\xBF\xE4\xC0\xCF\xBF"
      "\xA1 \xBF\xAD\xB7\xC8\xB4\xD9. \xBD\xC3\xC0\xE5\xC0\xBA \xB0\xF8\xBB\xE7\xB0\xA1 \xB4"
      "\xCA\xBE\xEE\xC1\xF8 \xB0\xCD\xC0\xBB \xBB\xE7\xB0\xFA\xC7\xDF\xB4\xD9.\n";
  BOOST_TEST(decode_text(bridge).text ==
             "항구의 새 다리가 월요일에 열렸다. 시장은 공사가 늦어진 것을 사과했다.\n");
}

BOOST_AUTO_TEST_CASE(a_few_undeclared_kana_are_detected) {
  BOOST_TEST(decode_text("<p>\xA5\xED\xA5\xB0\xA5\xA4\xA5\xF3"
                         "</p>")
                 .text == "<p>ログイン</p>");
}

BOOST_AUTO_TEST_CASE(cleaning_twice_changes_nothing) {
  for (const CharsetCase& c : kCases) {
    const std::string once = decode_text(c.bytes, c.declared).text;
    BOOST_TEST(clean_utf8(once) == once);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Formats by content.
#include "indexer/readers/sniff.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

namespace pullquote {
namespace {

namespace bdata = boost::unit_test::data;
using namespace std::string_literals;

struct SniffCase {
  const char* why;
  std::string head;
  const char* what;  ///< format, or reason of the refusal
  friend std::ostream& operator<<(std::ostream& out, const SniffCase& c) { return out << c.why; }
};

const SniffCase kCases[] = {
    {"a page of text", "Ferry runs again\n\nThe ferry ran on Monday.\n", "text"},
    {"a doctype", "  <!DOCTYPE html><html><body>", "html"},
    {"an html element after a comment", "<!-- saved from url=(0023)https://a.example/ -->\n<HTML>",
     "html"},
    {"XHTML", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML\">", "html"},
    {"a fragment", "<div class=\"story\"><p>One.</p><p>Two.</p></div>", "html"},
    {"a page whose source was cut at its start",
     "story</h1><p>One.</p><p>Two.</p><p>Three.</p></div>", "html"},
    {"text that mentions a tag", "How to write a <p> tag\n\nUse <p> and </p> around the text.",
     "text"},
    {"JSON lines", "{\"headline\":\"A\"}\n{\"headline\":\"B\"}\n", "jsonl"},
    {"a JSON array", " [\n {\"headline\":\"A\"}]", "jsonl"},
    {"text in square brackets", "[Updated] Ferry runs again\n", "text"},
    {"text in braces", "{Ferry runs again}\n", "text"},
    {"UTF-16", "\xFF\xFE{\0\"\0a\0\"\0:\0001\0}\0"s, "jsonl"},
    {"Latin-1 text", "Caf\xE9 in the harbour reopens\n\nIt is open.\n", "text"},
    {"Shift JIS text",
     "\x93\xFA\x96{\x8C\xEA\x82\xCC\x8B"
     "L\x8E\x96\x81"
     "B",
     "text"},
    {"a stray control character",
     "Ferry runs again\n\nThe ferry ran on Monday\x01, and many people came to see it.\n", "text"},
    {"a PDF", "%PDF-1.4\n%....", "binary file"},
    {"a zip", "PK\x03\x04\x14", "binary file"},
    {"zero bytes", "abc\0\0\0\0\0def\0\0\0"s, "binary file"},
    {"a tar archive", std::string(257, 'a') + "ustar\00000"s, "binary file"},
    {"RTF", "{\\rtf1\\ansi Ferry}", "unsupported format"},
    {"a feed", "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">",
     "unsupported format"},
    {"a web archive", "WARC/1.0\r\nWARC-Type: warcinfo\r\n", "unsupported format"},
};

BOOST_AUTO_TEST_SUITE(sniffing)

BOOST_DATA_TEST_CASE(content_tells_the_format, bdata::make(kCases), c) {
  const Sniffed sniffed = sniff(c.head, std::nullopt);
  BOOST_TEST((sniffed.refusal.empty() ? to_string(sniffed.format) : sniffed.refusal) == c.what);
}

BOOST_AUTO_TEST_CASE(the_layout_of_json_is_found) {
  BOOST_TEST((sniff("{\"a\":1}\n{\"a\":2}\n", {}).layout == RecordLayout::Lines));
  BOOST_TEST((sniff("{\"a\":1}", {}).layout == RecordLayout::Lines));
  BOOST_TEST((sniff("{\"a\": \"a line without an end", {}).layout == RecordLayout::Lines));
  BOOST_TEST((sniff("{\n\"a\":1}", {}).layout == RecordLayout::JsonValues));
  BOOST_TEST((sniff("[{\"a\":1}]", {}).layout == RecordLayout::JsonValues));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote

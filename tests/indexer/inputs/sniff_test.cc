// SPDX-License-Identifier: GPL-3.0-or-later
/// Formats by content.
#include "indexer/inputs/sniff.h"

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
    {"nothing but brackets", "[[[[[[[[", "jsonl"},
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
    {"a text processor's file", "PK\x03\x04\x14......[Content_Types].xml", "binary file"},
    {"zero bytes", "abc\0\0\0\0\0def\0\0\0"s, "binary file"},
    {"RTF", "{\\rtf1\\ansi Ferry}", "unsupported format"},
    {"Atom", "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">", "atom"},
    {"RSS behind a DTD", "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a \"b\">]>\n<rss>",
     "rss"},
    {"RSS 1.0", "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">", "rss"},
    {"NewsML-G2 with a prefix", "<nar:newsItem xmlns:nar=\"http://iptc.org/std/nar/2006-10-01/\">",
     "newsml-g2"},
    {"a package of NewsML-G2", "<packageItem guid=\"a\">", "newsml-g2"},
    {"NewsML 1", "<?xml version=\"1.0\"?><NewsML Version=\"1.2\">", "newsml"},
    {"NITF", "<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\">\n<nitf>", "nitf"},
    {"NITF in an envelope", "<envelope><nitf><body/></nitf></envelope>", "nitf"},
    {"other XML", "<?xml version=\"1.0\"?><sitemap><url/></sitemap>", "unsupported format"},
    {"other XML that resembles a page", "<contentMeta><p/><br/><span/></contentMeta>",
     "unsupported format"},
    {"other XML whose elements are called as a page's",
     "<?xml version=\"1.0\"?><article><title>Abc</title><para>It ran.</para></article>",
     "unsupported format"},
    {"XHTML without a doctype", "<?xml version=\"1.0\"?>\n<html><body><p>It ran.</p></body></html>",
     "html"},
    {"values behind a line that states their separator",
     "sep=;\r\nheadline;body;date\r\nFerry;It ran.;2026-03-04\r\n", "csv"},
    {"a collection of TREC's", "<DOC>\n<DOCNO> A-1 </DOCNO>", "sgml"},
    {"a collection of Reuters'", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">",
     "sgml"},
    {"a wire message",
     "\x01"
     "abc001 4 i 46 hgz 0027\r\nharbour/\r\n\x02"
     "Ferry =\r\n\x03",
     "iptc7901"},
    {"a web archive", "WARC/1.0\r\nWARC-Type: warcinfo\r\n", "warc"},
    {"an older web archive", "filedesc://a.arc 127.0.0.1 20140216050221 text/plain 75\n", "warc"},
    {"comma-separated values", "id,headline,body\n1,Ferry,It runs.\n", "csv"},
    {"values separated by semicolons", "Titel;Title;Text\n1;Ferry;It runs.\n", "csv"},
    {"a sentence with commas", "Ferry, body, and soul\n\nIt runs, they say.\n", "text"},
};

BOOST_AUTO_TEST_SUITE(sniffing)

BOOST_DATA_TEST_CASE(content_tells_the_format, bdata::make(kCases), c) {
  const Sniffed sniffed = sniff(c.head, std::nullopt);
  BOOST_TEST((sniffed.refusal.empty() ? to_string(sniffed.format) : sniffed.refusal) == c.what);
}

BOOST_AUTO_TEST_CASE(archives_are_no_format_but_hold_inputs) {
  BOOST_TEST(sniff("PK\x03\x04\x14", {}).is_archive);
  BOOST_TEST(sniff(std::string(257, 'a') + "ustar\00000"s, {}).is_archive);
  BOOST_TEST(!sniff("<rss></rss>", {}).is_archive);
}

BOOST_AUTO_TEST_CASE(a_map_makes_columns_known) {
  BOOST_TEST((sniff("a;b;c\n1;2;3\n", {}).format == InputFormat::Text));
  BOOST_TEST(
      (sniff("a;b;c\n1;2;3\n", {}, {{"headline", "a"}, {"body", "c"}}).format == InputFormat::Csv));
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

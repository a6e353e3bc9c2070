// SPDX-License-Identifier: GPL-3.0-or-later
/// Web archives, ZIP and tar: what they hold is read, what lies is found out.
#include <zlib.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "indexer/decoding/http_decoding.h"
#include "indexer/decoding/http_message.h"
#include "tests/support/read_inputs.h"

namespace pullquote::testing {
namespace {

using Strings = std::vector<std::string>;

const std::string kPage =
    "<html lang=en><head><title>Ferry</title></head><body><h1>Ferry runs again</h1><p>The ferry "
    "ran on "
    "Monday for the first time in a week, and many people came to see it leave.</p></body></html>";

std::string http(const std::string& body,
                 const std::string& headers = "Content-Type: text/html\r\n",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

std::string warc(const std::string& block, const std::string& type = "response",
                 const std::string& url = "https://hg.example/ferry", long lie = 0) {
  const long length = static_cast<long>(block.size()) + lie;
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2026-05-01T00:00:00Z\r\nContent-Type: application/http; msgtype=" + type +
         "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" + block + "\r\n\r\n";
}

/// By zlib: window_bits 15 zlib, -15 raw.
std::string deflated(const std::string& text, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(text.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  const std::size_t size = stream.total_out;
  deflateEnd(&stream);
  return out.substr(0, size);
}

/// An archive in `format` ("zip", "ustar") of names and contents.
std::string archived(const char* format,
                     const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out(1 << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_by_name(writer, format);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

BOOST_AUTO_TEST_SUITE(containers)

BOOST_AUTO_TEST_CASE(a_captured_page_has_the_url_that_was_asked_for_and_no_date_of_the_crawl) {
  const Article article = read_article(warc("software: x\r\n", "warcinfo") + warc(http(kPage)));
  BOOST_TEST(article.headline == "Ferry runs again");
  BOOST_TEST(article.url == "https://hg.example/ferry");
  BOOST_TEST(article.id == "https://hg.example/ferry");
  BOOST_TEST(!article.published.has_value());
}

BOOST_AUTO_TEST_CASE(a_member_a_record_or_one_for_all_reads_the_same) {
  const std::string one = warc(http(kPage));
  const std::string two = warc(http(kPage), "response", "https://hg.example/2");
  BOOST_TEST(read_bytes(compressed(one, "gzip") + compressed(two, "gzip")).articles.size() == 2u);
  BOOST_TEST(read_bytes(compressed(one + two, "gzip")).articles.size() == 2u);
}

BOOST_AUTO_TEST_CASE(requests_metadata_and_revisits_are_passed_over) {
  const ReadInputs read = read_bytes(
      warc("GET / HTTP/1.1\r\n\r\n", "request") + warc("fetchTimeMs: 3\r\n", "metadata") +
      warc("HTTP/1.1 200 OK\r\n\r\n", "revisit") + warc(http(kPage)));
  BOOST_TEST(read.articles.size() == 1u);
  BOOST_TEST(read.rejections.empty());
  BOOST_TEST(read_bytes(warc("x", "request")).reasons() == Strings{"archive without captures"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(error_pages_and_pictures_are_rejected_as_what_they_are) {
  const ReadInputs read =
      read_bytes(warc(http("gone", "Content-Type: text/html\r\n", "404 Not Found")) +
                 warc(http("GIF89a", "Content-Type: image/gif\r\n")) +
                 warc(http("User-agent: *", "Content-Type: text/plain\r\n"), "response",
                      "https://hg.example/robots.txt"));
  BOOST_TEST(read.reasons() == (Strings{"not a successful response", "not a text", "not a page"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(bodies_in_chunks_and_compressed_are_put_together) {
  const std::string gz = compressed(kPage, "gzip");
  char size[16];
  std::snprintf(size, sizeof size, "%zx", gz.size());
  const std::string chunked = std::string(size) + "; x=y\r\n" + gz + "\r\n0\r\n\r\n";
  for (const std::string& response :
       {http(chunked, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        http(gz, "Content-Encoding: x-gzip\r\n"),
        http(deflated(kPage, 15), "Content-Encoding: deflate\r\n"),
        http(deflated(kPage, -15), "Content-Encoding: deflate\r\n"),
        http(kPage, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        http(kPage, "Content-Encoding: br\r\n")}) {
    BOOST_TEST(read_article(warc(response)).headline == "Ferry runs again");
  }
}

BOOST_AUTO_TEST_CASE(brotli_is_decoded) {
  // "Ferry" as one uncompressed meta-block, by RFC 7932, section 9.
  std::string body(
      "\x0b\x02\x80"
      "Ferry\x03",
      9);
  BOOST_TEST(decompress_body("br", 1000, body) == "");
  BOOST_TEST(body == "Ferry");
}

BOOST_AUTO_TEST_CASE(a_body_that_expands_without_end_is_refused) {
  std::string body = compressed(std::string(1 << 20, ' '), "gzip");
  BOOST_TEST(decompress_body("gzip", 1000, body) == "expands too much");
}

BOOST_AUTO_TEST_CASE(the_charset_of_the_header_goes_before_that_of_the_page) {
  const std::string page =
      "<html><head><meta charset=windows-1252></head><body><h1>\xCC\xEE\xF1\xF2</h1><p>\xCC\xEE\xF1"
      "\xF2.</p></body></html>";
  BOOST_TEST(read_article(warc(http(page, "Content-Type: text/html; charset=\"windows-1251\"\r\n")))
                 .headline == "Мост");
}

BOOST_AUTO_TEST_CASE(a_captured_feed_gives_its_items_with_their_own_urls) {
  const ReadInputs read = read_bytes(warc(
      http("<rss><channel><item><title>One</title><link>https://a.example/1</link></item><item>"
           "<title>Two</title></item></channel></rss>",
           "Content-Type: application/rss+xml\r\n")));
  BOOST_TEST_REQUIRE(read.articles.size() == 2u);
  BOOST_TEST(read.articles[0].article.url == "https://a.example/1");
  BOOST_TEST(read.articles[1].article.url == "");
}

BOOST_AUTO_TEST_CASE(a_lying_content_length_costs_no_other_record) {
  const std::string good = warc(http(kPage), "response", "https://hg.example/2");
  for (const long lie : {300L, -60L, 5L}) {
    const ReadInputs read =
        read_bytes(warc(http(kPage), "response", "https://hg.example/1", lie) + good);
    BOOST_TEST(read.ids().back() == "https://hg.example/2", "lie of " << lie);
  }
  ReaderOptions options;
  options.limits.record_bytes = 100000;
  const ReadInputs huge = read_bytes(
      warc(http(kPage), "response", "https://hg.example/1", 9'000'000'000'000L) + good, options);
  BOOST_TEST(huge.reasons() == Strings{"record too large"}, boost::test_tools::per_element());
  BOOST_TEST(huge.ids() == Strings{"https://hg.example/2"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_record_that_breaks_off_is_a_rejection) {
  const std::string file =
      warc(http(kPage)) + warc(http(kPage), "response", "https://hg.example/2");
  const ReadInputs read = read_bytes(file.substr(0, file.size() - 40));
  BOOST_TEST(read.articles.size() == 1u);
  BOOST_TEST(read.reasons() == Strings{"truncated WARC record"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(arc_files_are_read_in_both_versions) {
  const std::string block = http(kPage);
  const std::string length = std::to_string(block.size());
  const std::string file =
      "filedesc://a.arc 127.0.0.1 20140216050221 text/plain 2\n1\n\n"
      "https://hg.example/1 127.0.0.1 20140216050221 text/html " +
      length + "\n" + block +
      "\n"
      "https://hg.example/2 127.0.0.1 20140216050221 text/html 200 - - 0 a.arc " +
      length + "\n" + block + "\n";
  BOOST_TEST(read_bytes(file).ids() == (Strings{"https://hg.example/1", "https://hg.example/2"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(archives_are_read_like_folders) {
  const std::string json = "{\"headline\":\"One\"}\n{\"headline\":\"Two\"}\n";
  for (const char* format : {"zip", "ustar"}) {
    const std::string bytes = archived(format, {{"./hg/a.html", kPage},
                                                {"hg/.hidden", "x"},
                                                {"b.jsonl.gz", compressed(json, "gzip")},
                                                {"c.bin", std::string(100, '\1')}});
    ReaderOptions options;
    options.path_fields = "**/{source}/*.html";
    const ReadInputs read = read_bytes(bytes, options, "news.box");
    BOOST_TEST(read.ids() == (Strings{"news.box/hg/a.html", "news.box/b.jsonl.gz#1",
                                      "news.box/b.jsonl.gz#2"}),
               boost::test_tools::per_element());
    BOOST_TEST(read.articles.at(0).article.source == "hg");
    BOOST_TEST_REQUIRE(read.rejections.size() == 1u);
    BOOST_TEST(read.rejections[0].source.ends_with("news.box!c.bin"));
  }
}

BOOST_AUTO_TEST_CASE(a_compressed_tar_is_read_too) {
  const std::string tar = archived("ustar", {{"a.html", kPage}});
  for (const char* filter : {"gzip", "zstd", "xz", "bzip2"}) {
    BOOST_TEST(read_bytes(compressed(tar, filter)).articles.size() == 1u);
  }
}

BOOST_AUTO_TEST_CASE(a_truncated_archive_gives_what_stands_before) {
  const std::string tar =
      archived("ustar", {{"a.html", kPage}, {"b.html", kPage + std::string(5000, ' ')}});
  const ReadInputs read = read_bytes(tar.substr(0, 3000));
  BOOST_TEST(read.articles.size() == 1u);
  BOOST_TEST(read.rejections.size() >= 1u);
}

BOOST_AUTO_TEST_CASE(an_archive_within_an_archive_is_not_opened) {
  const std::string inner = archived("zip", {{"a.html", kPage}});
  BOOST_TEST(read_bytes(archived("ustar", {{"inner.zip", inner}})).reasons() ==
                 Strings{"archive within an archive"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_zip_bomb_is_stopped) {
  ReaderOptions options;
  options.limits.expansion_ratio = 100;
  options.limits.record_bytes = 1u << 30;
  std::string zip;
  {
    // 80 MB of blanks.
    std::string out(1 << 20, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_open_memory(writer, out.data(), out.size(), &used);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, "a.txt");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, 80 << 20);
    archive_write_header(writer, entry);
    const std::string blanks(1 << 20, ' ');
    for (int i = 0; i < 80; ++i) archive_write_data(writer, blanks.data(), blanks.size());
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    zip = out.substr(0, used);
  }
  BOOST_TEST(read_bytes(zip, options).reasons() == Strings{"expands too much"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_members_of_an_archive_are_limited) {
  ReaderOptions options;
  options.limits.records = 1;
  const ReadInputs read =
      read_bytes(archived("ustar", {{"a.html", kPage}, {"b.html", kPage}}), options);
  BOOST_TEST(read.articles.size() == 1u);
  BOOST_TEST(read.reasons() == Strings{"too many records"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::testing

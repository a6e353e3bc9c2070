// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/record.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "schema/store/quote_record.h"

using namespace pullquote;

namespace {

Article full_article() {
  Article article;
  article.id = "https://example.org/harbour";
  article.url = "https://example.org/harbour?ref=home";
  article.source = "The Example";
  article.headline = "Harbour reopens after storm";
  article.standfirst = "Ferries sail again from Monday.";
  article.body = "The harbour reopened, Ann Lee said.\n\n\u201cWe are back,\u201d she added.";
  article.captions = {"The harbour", ""};
  article.byline = "J. Doe";
  article.credits = {"AFP"};
  article.published = Timestamp{1462388640, TimePrecision::Minute, std::int16_t{-240}};
  article.modified = Timestamp{-5, TimePrecision::Day, std::nullopt};
  article.language = "en";
  article.section = "Local";
  article.keywords = {"ports", "storms"};
  Quote quote;
  quote.text = "We are back,";
  const auto start = static_cast<std::uint32_t>(article.body.find("We are"));
  quote.span = {start, start + 12};
  quote.kind = QuoteKind::Partial;
  quote.speaker = "she";
  quote.speaker_span = ByteSpan{start + 16, start + 19};
  quote.speaker_resolved = "Ann Lee";
  quote.role = "harbour master";
  quote.cue = "added";
  quote.confidence = 0.75f;
  article.quotes = {quote};
  return article;
}

/// Quotes with and without their texts in the body.
Article quoting_article() {
  Article article = full_article();
  Quote quote = article.quotes[0];
  quote.span = {5, 1000};  // no such place
  quote.speaker_span = ByteSpan{9, 3};
  article.quotes.push_back(quote);
  quote.span = {0, 3};  // another text stands there
  quote.speaker_span = ByteSpan{0, 3};
  quote.speaker.clear();
  article.quotes.push_back(quote);
  quote.text.clear();
  quote.speaker_span.reset();
  quote.speaker_resolved.clear();
  article.quotes.push_back(quote);
  Quote again = article.quotes[0];  // overlaps an earlier one
  article.quotes.push_back(again);
  return article;
}

std::string encoded(const Article& article) {
  std::string bytes;
  encode_record(article, bytes);
  return bytes;
}

BOOST_AUTO_TEST_SUITE(record)

BOOST_AUTO_TEST_CASE(decodes_to_the_article_that_was_encoded) {
  const Article article = full_article();
  const auto decoded = decode_record(encoded(article));
  BOOST_REQUIRE(decoded.has_value());
  BOOST_TEST((*decoded == article));
}

BOOST_AUTO_TEST_CASE(an_article_of_unknowns_survives) {
  const auto decoded = decode_record(encoded(Article{}));
  BOOST_REQUIRE(decoded.has_value());
  BOOST_TEST((*decoded == Article{}));
}

BOOST_AUTO_TEST_CASE(quotes_that_disagree_with_the_body_survive) {
  const Article article = quoting_article();
  const auto decoded = decode_record(encoded(article));
  BOOST_REQUIRE(decoded.has_value());
  BOOST_TEST((*decoded == article));
}

BOOST_AUTO_TEST_CASE(a_quote_costs_no_second_copy_of_its_text) {
  Article article;
  article.body = std::string(1000, 'x');
  const std::size_t without = encoded(article).size();
  Quote quote;
  quote.text = article.body;
  quote.span = {0, 1000};
  article.quotes = {quote};
  BOOST_TEST(encoded(article).size() < without + 20);
}

BOOST_AUTO_TEST_CASE(the_head_stops_before_the_body) {
  Article head = full_article();
  head.body.clear();
  head.captions.clear();
  head.byline.clear();
  head.credits.clear();
  head.section.clear();
  head.keywords.clear();
  head.quotes.clear();
  const std::string bytes = encoded(full_article());
  const auto decoded = decode_record_head(bytes);
  BOOST_REQUIRE(decoded.has_value());
  BOOST_TEST((*decoded == head));
  // What follows the head is not even looked at.
  const auto cut = decode_record_head(bytes.substr(0, bytes.find("The harbour reopened")));
  BOOST_TEST(cut.has_value());
}

BOOST_AUTO_TEST_CASE(every_shorter_prefix_is_refused_or_a_smaller_article) {
  const Article article = full_article();
  const std::string bytes = encoded(article);
  BOOST_TEST(!decode_record("").has_value());
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    const auto decoded = decode_record(std::string_view(bytes).substr(0, size));
    BOOST_TEST((!decoded || *decoded != article));
  }
}

BOOST_AUTO_TEST_CASE(the_text_of_one_quote_is_the_one_that_the_article_decodes_to) {
  const Article article = quoting_article();
  const std::string bytes = encoded(article);
  for (std::size_t i = 0; i < article.quotes.size(); ++i) {
    BOOST_TEST(record_quote_text(bytes, i).value() == article.quotes[i].text);
  }
  BOOST_TEST(!record_quote_text(bytes, article.quotes.size()).has_value());
  BOOST_TEST(!record_quote_text(encoded(Article{}), 0).has_value());
}

BOOST_AUTO_TEST_CASE(the_text_of_one_quote_is_the_same_or_refused_in_whatever_still_decodes) {
  const Article article = quoting_article();
  const std::string whole = encoded(article);
  const auto agrees = [&](const std::string& bytes) {
    const auto decoded = decode_record(bytes);
    for (std::size_t i = 0; i <= article.quotes.size(); ++i) {
      const auto text = record_quote_text(bytes, i);
      if (!decoded) continue;  // no byte outside was read
      const bool exists = i < decoded->quotes.size();
      if (text.has_value() != exists || (exists && *text != decoded->quotes[i].text)) return false;
    }
    return true;
  };
  for (std::size_t at = 0; at < whole.size(); ++at) {
    BOOST_TEST(agrees(whole.substr(0, at)), "cut at " << at);
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ 1U << bit);
      BOOST_TEST(agrees(flipped), "bit " << bit << " of byte " << at);
    }
  }
}

BOOST_AUTO_TEST_CASE(unknown_tags_are_skipped) {
  std::string bytes = encoded(full_article());
  bytes += std::string("\x63\x03new", 5);
  const auto decoded = decode_record(bytes);
  BOOST_REQUIRE(decoded.has_value());
  BOOST_TEST((*decoded == full_article()));
}

BOOST_AUTO_TEST_CASE(broken_records_are_refused) {
  const std::string version(1, '\x01');
  BOOST_TEST(!decode_record("\x02").has_value());  // another version
  BOOST_TEST(!decode_record(version + "\x01\x05"
                                      "abc")
                  .has_value());  // a field beyond the end
  BOOST_TEST(!decode_record(version + "\x02\x01"
                                      "a\x01\x01"
                                      "b")
                  .has_value());  // tags that fall
  BOOST_TEST(!decode_record(version + "\x01\x01"
                                      "a\x01\x01"
                                      "b")
                  .has_value());                                         // two ids
  BOOST_TEST(!decode_record(version + "\x06\x02\x02\x09").has_value());  // a precision of 9
  BOOST_TEST(!decode_record(version + "\x10\x01x\x16\x04\x01\x02" + std::string("\0\x09", 2))
                  .has_value());  // a quote outside the body
  BOOST_TEST(!decode_record(version + "\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

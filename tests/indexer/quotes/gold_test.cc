// SPDX-License-Identifier: GPL-3.0-or-later
/// Every form of quotation of the gold set is found, told in kind and attributed nine times in ten.
/// `test_indexer --run_test=quote_gold_set --log_level=message` lists the shares and what is wrong.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "pullquote/article_reader.h"
#include "pullquote/quote_extractor.h"
#include "tests/indexer/quotes/gold_set.h"

namespace {

using pullquote::Quote;
using pullquote::tests::GoldCase;
using pullquote::tests::GoldQuote;

constexpr double kLeastShare = 0.9;

bool text_fits(const std::string& gold, const std::string& text) {
  const std::size_t gap = gold.find(" ... ");
  if (gap == std::string::npos) return gold == text;
  return text.starts_with(gold.substr(0, gap)) && text.ends_with(gold.substr(gap + 5));
}

bool speaker_fits(const std::string& gold, const Quote& quote) {
  if (gold == "*") return true;
  if (gold == "-") return quote.speaker.empty();
  for (std::size_t at = 0; at <= gold.size();) {
    const std::size_t slash = std::min(gold.find('/', at), gold.size());
    if (gold.substr(at, slash - at) == quote.speaker_resolved) return true;
    at = slash + 1;
  }
  return false;
}

bool fits(const GoldQuote& gold, const Quote& quote) {
  return text_fits(gold.text, quote.text) && gold.kind == to_string(quote.kind) &&
         speaker_fits(gold.speaker, quote) && (gold.role.empty() || gold.role == quote.role);
}

std::string describe(const Quote& quote) {
  return std::string(to_string(quote.kind)) + " | " + quote.text + " | " + quote.speaker + " -> " +
         quote.speaker_resolved + " | " + quote.role;
}

struct Score {
  int right = 0;
  int all = 0;
};

/// Of a case that is the inside of a page, the article that is read from it.
pullquote::Article article_of(const GoldCase& gold) {
  pullquote::Article article;
  article.language = gold.language;
  article.body = gold.body;
  if (!gold.body.starts_with('<')) return article;
  pullquote::RawRecord page;
  page.format = pullquote::InputFormat::Html;
  page.bytes = "<html lang=" + gold.language + "><body><article><h1>A page of the gold set</h1>" +
               gold.body + "</article></body></html>";
  pullquote::RecordParser({}).parse(page, [&](pullquote::ReadOutcome&& outcome) {
    if (auto* parsed = std::get_if<pullquote::ParsedArticle>(&outcome)) article = parsed->article;
  });
  return article;
}

/// Counts the gold quotations found and, as errors, quotations that should not be there.
void judge(const GoldCase& gold, Score& score) {
  pullquote::Article article = article_of(gold);
  pullquote::QuoteExtractor().extract_into(article);
  const std::vector<Quote>& found = article.quotes;
  const std::size_t extra =
      found.size() > gold.quotes.size() ? found.size() - gold.quotes.size() : 0;
  int right = 0;
  for (const GoldQuote& quote : gold.quotes) {
    right +=
        std::any_of(found.begin(), found.end(), [&](const Quote& q) { return fits(quote, q); });
  }
  const int all = static_cast<int>(std::max<std::size_t>(1, gold.quotes.size() + extra));
  if (gold.quotes.empty() && found.empty()) right = 1;
  score.right += right;
  score.all += all;
  if (right == all) return;
  std::string message = gold.form + ": " + article.body;
  for (const Quote& quote : found) message += "\n    " + describe(quote);
  BOOST_TEST_MESSAGE(message);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(quote_gold_set)

BOOST_AUTO_TEST_CASE(each_form_is_right_nine_times_in_ten) {
  std::map<std::string, Score> by_form;
  Score total;
  const auto cases = pullquote::tests::read_gold_set(PULLQUOTE_SOURCE_DIR "/tests/quality/quotes");
  for (const GoldCase& gold : cases) judge(gold, by_form[gold.form]);
  for (const auto& [form, score] : by_form) {
    BOOST_TEST_MESSAGE(form << ": " << score.right << " of " << score.all);
    BOOST_TEST(score.all >= 20, form << " has only " << score.all << " quotations");
    BOOST_TEST(score.right >= kLeastShare * score.all,
               form << ": only " << score.right << " of " << score.all);
    total.right += score.right;
    total.all += score.all;
  }
  BOOST_TEST_MESSAGE("all forms: " << total.right << " of " << total.all);
  BOOST_TEST(total.all >= 400);
}

BOOST_AUTO_TEST_SUITE_END()

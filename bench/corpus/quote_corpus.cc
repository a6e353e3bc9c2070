// SPDX-License-Identifier: GPL-3.0-or-later
/// bench_quote_corpus QUOTES [SEED]: articles with generated quotations as JSON Lines, twenty
/// quotations each, the printings of a family in different articles of about the same day.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench/corpus/quote_generator.h"
#include "pullquote/timestamp.h"

namespace {

/// Articles of the same days, over which quotations are dealt.
constexpr std::size_t kArticles = 2000;
constexpr std::size_t kQuotesInArticle = 20;

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

/// Generated words need no escapes.
void print_article(std::size_t number, std::int64_t published, const std::string& body) {
  const auto day = pullquote::to_iso8601({published, pullquote::TimePrecision::Day, {}});
  std::printf(
      "{\"id\":\"q%zu\",\"source\":\"Outlet %zu\",\"published\":\"%s\",\"language\":\"en\","
      "\"headline\":\"Report %zu\",\"body\":\"%s\"}\n",
      number, number % 97, day.c_str(), number, body.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t quotes = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const std::size_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  pullquote::bench::QuoteGenerator generator(seed);
  std::size_t articles = 0;
  for (std::size_t written = 0; written < quotes;) {
    std::vector<std::string> bodies(kArticles);
    std::int64_t day = 0;
    for (std::size_t dealt = 0; dealt < kArticles * kQuotesInArticle && written < quotes;) {
      for (const auto& quote : generator.next_family()) {
        day = quote.published;
        std::string& body = bodies[dealt++ % kArticles];
        if (!body.empty()) body += "\\n\\n";
        body += "“" + sentence_case(quote.text) + ",” said " + quote.speaker + ".";
        ++written;
      }
    }
    for (const std::string& body : bodies) {
      if (!body.empty()) print_article(articles++, day, body);
    }
  }
  return 0;
}

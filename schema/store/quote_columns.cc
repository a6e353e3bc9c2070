// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/quote_columns.h"

#include <limits>

#include "schema/store/doc_id.h"

namespace pullquote {
namespace {

constexpr ColumnsKind kKind{.magic = "PQQUOTES", .columns = 3};

enum Column : std::uint32_t { FirstQuote, Begin, Size };

constexpr std::uint32_t kMostNumbers = std::numeric_limits<std::uint32_t>::max() - 1;

}  // namespace

std::string encode_quote_columns(const QuoteTable& table) {
  std::vector<std::uint32_t> first_quotes{1};
  first_quotes.reserve(table.quote_counts.size() + 1);
  for (const std::uint32_t count : table.quote_counts) {
    first_quotes.push_back(first_quotes.back() + count);
  }
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> sizes;
  begins.reserve(table.words.size());
  sizes.reserve(table.words.size());
  for (const QuoteWords& words : table.words) {
    begins.push_back(words.begin);
    sizes.push_back(words.size());
  }
  PackedColumnsWriter writer(kKind);
  writer.add(first_quotes);
  writer.add(begins);
  writer.add(sizes);
  return writer.bytes();
}

QuoteColumns::QuoteColumns(const std::filesystem::path& file, std::uint64_t article_count,
                           std::uint64_t quote_count)
    : columns_(file, kKind),
      article_count_(static_cast<std::uint32_t>(article_count)),
      quote_count_(static_cast<std::uint32_t>(quote_count)) {
  if (article_count > kMostNumbers || quote_count > kMostNumbers ||
      columns_.size(FirstQuote) != article_count + 1 || columns_.size(Begin) != quote_count ||
      columns_.size(Size) != quote_count) {
    columns_.throw_damaged("it counts other articles or quotes than the manifest");
  }
}

std::uint32_t QuoteColumns::first_quote(DocId docid) const {
  const std::uint32_t quote = columns_.number(FirstQuote, docid - std::uint64_t{1});
  if (quote == 0 || quote > quote_count_ + 1) {
    columns_.throw_damaged("an article has quotes that are not there");
  }
  return quote;
}

std::uint32_t QuoteColumns::article_of(std::uint32_t quote, std::uint32_t from) const {
  std::uint32_t begin = from;
  for (std::uint32_t step = 1; article_count_ + 1 - begin > step; step *= 2) {
    if (first_quote(begin + step) > quote) return article_of(quote, begin, begin + step);
    begin += step;
  }
  return article_of(quote, begin, article_count_ + 1);
}

std::uint32_t QuoteColumns::article_of(std::uint32_t quote, std::uint32_t begin,
                                       std::uint32_t end) const {
  // The quote lies before the first quote of article `end`, and not before that of `begin`.
  while (end - begin > 1) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    (first_quote(middle) <= quote ? begin : end) = middle;
  }
  if (begin == end || quote < first_quote(begin) || quote >= first_quote(end)) {
    columns_.throw_damaged("a quote belongs to no article");
  }
  return begin;
}

QuoteWords QuoteColumns::words(std::uint32_t quote) const {
  const std::uint64_t row = quote - std::uint64_t{1};
  const std::uint32_t begin = columns_.number(Begin, row);
  const std::uint32_t size = columns_.number(Size, row);
  if (size > std::numeric_limits<std::uint32_t>::max() - begin) {
    columns_.throw_damaged("the words of a quote lie outside of any article");
  }
  return {begin, begin + size};
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The terms of a quote, from the occurrences that its article's inversion has noted already:
/// nothing is analysed twice.
#include <algorithm>

#include "indexer/build/article_terms.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

/// An article with nothing but what filters its quotes.
Article bare(const Article& article) {
  Article bare;
  bare.url = article.url;
  bare.source = article.source;
  bare.language = article.language;
  bare.published = article.published;
  return bare;
}

/// The speaker's terms, as the article has them too.
std::vector<std::string> speaker_terms(const Quote& quote) {
  constexpr std::string_view kSpeakerPrefix = find_field("speaker")->prefix;
  Article speaking;
  speaking.quotes.resize(1);
  speaking.quotes[0].kind = quote.kind;
  speaking.quotes[0].speaker = quote.speaker;
  speaking.quotes[0].speaker_resolved = quote.speaker_resolved;
  std::vector<std::string> terms = filter_terms(speaking);
  std::erase_if(terms, [&](const std::string& term) { return !term.starts_with(kSpeakerPrefix); });
  return terms;
}

/// Sorts the numbers, and calls visit(number, how often it is there) for each.
template <class Visit>
void for_each_distinct(std::vector<std::uint32_t>& numbers, Visit visit) {
  std::sort(numbers.begin(), numbers.end());
  for (auto first = numbers.begin(); first != numbers.end();) {
    const auto last = std::upper_bound(first, numbers.end(), *first);
    visit(*first, static_cast<std::uint32_t>(last - first));
    first = last;
  }
}

}  // namespace

std::span<const glass::DocumentTerm> ArticleInverter::invert_quote(const Article& article,
                                                                   std::size_t index) {
  const Quote& quote = article.quotes[index];
  quote_document_.clear();
  if (!quotes_somebody(quote.kind)) return {};
  emit_quote_stems(quote_ranges_[index]);
  for (const std::string& term : speaker_terms(quote)) quote_document_.add(term, 0);
  if (!quote_filters_) quote_filters_ = filter_terms(bare(article));
  for (const std::string& term : *quote_filters_) quote_document_.add(term, 0);
  return quote_document_.document(TermOrder::AsAdded).terms;
}

QuoteWords ArticleInverter::quote_words(const Article& article, std::size_t index) const {
  const auto uses = uses_in(quote_ranges_[index]);
  if (uses.empty() || !quotes_somebody(article.quotes[index].kind)) return {};
  return {uses.front().position, uses.back().position + 1};
}

void ArticleInverter::emit_quote_stems(const QuoteRange& range) {
  number_buffer_.clear();
  for (const Occurrence& use : uses_in(range)) {
    if (!use.is_surface) number_buffer_.push_back(words_[use.word].stem);
  }
  for_each_distinct(number_buffer_, [&](std::uint32_t stem, std::uint32_t wdf) {
    const std::uint32_t known = stems_[stem].known;
    quote_document_.add_kept(vocabulary_.stem_term(known, Vocabulary::kAnywhere),
                             vocabulary_.known_stem(known).in_quote_lists, wdf);
  });
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// A quote's document, from the occurrences that its article's inversion has noted already: nothing
/// is analysed twice.
#include <xapian.h>
#include <algorithm>

#include "indexer/build/article_terms.h"
#include "schema/store/quote_record.h"
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

}  // namespace

DocumentBuffer& ArticleInverter::invert_quote(const Article& article, std::size_t index,
                                              std::uint32_t docid) {
  const Quote& quote = article.quotes[index];
  quote_document_.clear();
  emit_quote_words(quote_ranges_[index]);
  emit_quote_stems(quote_ranges_[index]);
  for (const std::string& term : speaker_terms(quote)) quote_document_.add(term, 0);
  if (!quote_filters_) quote_filters_ = filter_terms(bare(article));
  for (const std::string& term : *quote_filters_) quote_document_.add(term, 0);
  quote_document_.add(make_term(kQuoteKindPrefix, to_string(quote.kind)), 0);
  quote_document_.add_value(kQuoteArticleSlot, Xapian::sortable_serialise(docid));
  add_provenance(article);
  encode_quote_record(article.id, quote, quote_document_.data());
  return quote_document_;
}

void ArticleInverter::add_provenance(const Article& article) {
  if (article.published) {
    const auto seconds = static_cast<double>(article.published->unix_seconds);
    quote_document_.add_value(kQuotePublishedSlot, Xapian::sortable_serialise(seconds));
  }
  if (!article.source.empty()) quote_document_.add_value(kQuoteSourceSlot, article.source);
}

/// Positions count from 1 in each quote.
void ArticleInverter::emit_quote_words(const QuoteRange& range) {
  const auto uses = uses_in(range);
  quote_uses_.assign(uses.begin(), uses.end());
  std::stable_sort(quote_uses_.begin(), quote_uses_.end(),
                   [](const Occurrence& a, const Occurrence& b) { return a.word < b.word; });
  for (std::size_t first = 0, last = 0; first < quote_uses_.size(); first = last) {
    const std::uint32_t word = quote_uses_[first].word;
    position_buffer_.clear();
    for (last = first; last < quote_uses_.size() && quote_uses_[last].word == word; ++last) {
      const std::uint32_t before_quote = uses.front().position - 1;
      position_buffer_.push_back(quote_uses_[last].position - before_quote);
    }
    make_term("", words_.text(word), term_);
    quote_document_.add(term_, static_cast<std::uint32_t>(last - first), position_buffer_);
  }
}

void ArticleInverter::emit_quote_stems(const QuoteRange& range) {
  stem_buffer_.clear();
  for (const Occurrence& use : uses_in(range)) {
    if (!use.is_surface) stem_buffer_.push_back(words_[use.word].stem);
  }
  std::sort(stem_buffer_.begin(), stem_buffer_.end());
  for (auto first = stem_buffer_.begin(); first != stem_buffer_.end();) {
    const auto last = std::upper_bound(first, stem_buffer_.end(), *first);
    make_stem_term("", stems_.text(*first), term_);
    quote_document_.add(term_, static_cast<std::uint32_t>(last - first));
    first = last;
  }
}

}  // namespace pullquote

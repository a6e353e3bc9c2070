// SPDX-License-Identifier: GPL-3.0-or-later
// Marks -> tokens and sentences -> attribution -> names and kinds. Each step reads the Document
// that the steps before it filled; none looks back into the bytes except through it.
#include "pullquote/quote_extractor.h"

#include <limits>

#include "indexer/quotes/attribution.h"
#include "indexer/quotes/block_quotes.h"
#include "indexer/quotes/dialogue.h"
#include "indexer/quotes/inner_tags.h"
#include "indexer/quotes/kind_classifier.h"
#include "indexer/quotes/mark_scanner.h"
#include "indexer/quotes/paragraph_finder.h"
#include "indexer/quotes/resolver.h"
#include "indexer/quotes/tokens.h"

namespace pullquote {
namespace {

using quotes::Attribution;
using quotes::Document;
using quotes::MarkedSpan;
using quotes::MentionKind;
using quotes::TokenRange;

ByteSpan bytes_of(const Document& document, TokenRange range) {
  return {document.tokens[range.first].start, document.tokens[range.last - 1].end};
}

Quote make_quote(const Document& document, std::uint32_t index, const Attribution& attribution,
                 quotes::Resolver& resolver) {
  const MarkedSpan& span = document.spans[index];
  Quote quote;
  quote.text = std::string(document.inside(span));
  quote.span = {span.start, span.end};
  quote.kind = quotes::classify(document, index, attribution);
  if (quote.kind == QuoteKind::Scare || quote.kind == QuoteKind::Title) return quote;
  if (attribution.reading == quotes::Reading::None) return quote;
  const TokenRange written = attribution.speaker.written();
  quote.speaker = std::string(document.text(written));
  quote.speaker_span = bytes_of(document, written);
  quote.speaker_resolved = resolver.resolve(attribution);
  quote.role = std::string(document.text(attribution.speaker.role));
  quote.cue = std::string(document.text(attribution.cue));
  quote.confidence = attribution.confidence;
  return quote;
}

}  // namespace

struct QuoteExtractor::Impl {
  Document document;
};

QuoteExtractor::QuoteExtractor() : impl_(std::make_unique<Impl>()) {}
QuoteExtractor::~QuoteExtractor() = default;
QuoteExtractor::QuoteExtractor(QuoteExtractor&&) noexcept = default;
QuoteExtractor& QuoteExtractor::operator=(QuoteExtractor&&) noexcept = default;

void QuoteExtractor::extract_into(Article& article) {
  article.quotes = extract(article.body, article.language, article.block_quotes);
}

std::vector<Quote> QuoteExtractor::extract(std::string_view body, std::string_view language,
                                           std::span<const BlockQuote> block_quotes) {
  std::vector<Quote> found;
  if (body.size() > std::numeric_limits<std::uint32_t>::max() / 2) return found;
  Document& document = impl_->document;
  document.body = body;
  document.lexicon = &quotes::Lexicon::for_language(language);
  document.blocks = quotes::find_paragraphs(body);
  document.spans = quotes::with_turns(quotes::find_dialogue(body, document.blocks),
                                      quotes::scan_marks(body, document.blocks, *document.lexicon));
  if (!block_quotes.empty()) {
    document.spans = quotes::with_block_quotes(body, document.blocks, *document.lexicon,
                                               block_quotes, std::move(document.spans));
  }
  if (document.spans.empty()) return found;
  quotes::tokenize(document);
  quotes::split_sentences(document);
  quotes::find_inner_tags(document);
  const std::vector<Attribution> attributions = quotes::attribute(document);
  quotes::Resolver resolver(document);
  found.reserve(attributions.size());
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    found.push_back(make_quote(document, i, attributions[i], resolver));
  }
  return found;
}

}  // namespace pullquote

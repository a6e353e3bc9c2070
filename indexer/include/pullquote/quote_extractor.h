// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds quotations in running text and says who spoke them.
///
///     QuoteExtractor extractor;
///     for (const Quote& quote : extractor.extract(article.body, article.language)) {
///       std::cout << quote.text << " (" << quote.speaker << ")\n";
///     }
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/quote.h"

namespace pullquote {

/// Usable by itself: needs only text. Rules with language in them are data (data/lexicon), compiled
/// in. One thread at a time; cheap to call, keep it for many articles.
class QuoteExtractor {
 public:
  QuoteExtractor();
  ~QuoteExtractor();
  QuoteExtractor(QuoteExtractor&&) noexcept;
  QuoteExtractor& operator=(QuoteExtractor&&) noexcept;

  /// @param body      UTF-8; paragraphs separated by a blank line. Offsets of the result refer to
  /// it.
  /// @param language  ISO 639-1 code; empty or one without rules: English rules.
  /// @param block_quotes  Article::block_quotes; spans that do not fit the body are ignored.
  /// @return quotes in order of their spans, not overlapping.
  std::vector<Quote> extract(std::string_view body, std::string_view language,
                             std::span<const BlockQuote> block_quotes = {});

  /// Fills `article.quotes` from its body, language and block quotations.
  void extract_into(Article& article);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds quotations in running text and says who spoke them.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

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
  /// @return quotes in order of their spans, not overlapping.
  std::vector<Quote> extract(std::string_view body, std::string_view language);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The analyser of one searcher, switched to the language in which a text was indexed.
#pragma once

#include <string>
#include <utility>

#include "pullquote/analyzer.h"

namespace pullquote {

/// Owns the analyser, whose construction is expensive. One thread at a time.
class ArticleAnalyzer {
 public:
  /// @param main_language  in which articles of unknown language are stemmed; see Manifest.
  explicit ArticleAnalyzer(std::string main_language) : main_language_(std::move(main_language)) {}

  /// The analyser, set to `language`. Valid until the next call, which may set another language.
  /// @param language  of the article or query; empty: unknown, which stands for the main language.
  Analyzer& in(const std::string& language) {
    analyzer_.set_language(language.empty() ? main_language_ : language);
    return analyzer_;
  }

  const std::string& main_language() const { return main_language_; }

 private:
  Analyzer analyzer_;
  std::string main_language_;
};

}  // namespace pullquote

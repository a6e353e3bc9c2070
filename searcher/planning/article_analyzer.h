// SPDX-License-Identifier: GPL-3.0-or-later
/// The analyser of one searcher, switched to the language that a text was indexed in.
#pragma once

#include <string>
#include <utility>

#include "pullquote/analyzer.h"

namespace pullquote {

/// One thread at a time.
class ArticleAnalyzer {
 public:
  /// @param main_language  that articles of unknown language are stemmed in; see Manifest.
  explicit ArticleAnalyzer(std::string main_language) : main_language_(std::move(main_language)) {}

  /// @param language  of the article; empty: unknown.
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

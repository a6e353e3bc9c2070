// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through the whole analyser. The first byte picks the language.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "pullquote/analyzer.h"
#include "tests/support/token_invariants.h"

namespace {

/// The scripts that are segmented by dictionary all stand above U+0800.
constexpr const char* kThreeByteLeads =
    "\xE0\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF0\xF1\xF2\xF3\xF4";

void require(const char* broken_promise) {
  if (broken_promise == nullptr) return;
  std::fprintf(stderr, "broken: %s\n", broken_promise);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto languages = pullquote::stemmed_languages();
  static pullquote::Analyzer analyzer;
  analyzer.set_language(languages[data[0] % languages.size()]);
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);

  const auto tokens = analyzer.tokenize(text);
  require(pullquote::testing::broken_promise(text, tokens));
  for (const pullquote::Token& token : tokens) {
    if (analyzer.stem(token.term).empty()) require("a term has a stem");
    pullquote::spelling_variants(token.term);
    pullquote::compound_parts(token.term);
  }
  const std::size_t half = text.size() / 2;
  if (!pullquote::testing::lines_are_independent(analyzer, text.substr(0, half),
                                                 text.substr(half))) {
    require("lines are independent");
  }
  const std::string folded = pullquote::fold_value(text);
  // Where the dictionary sees a word depends on what stands beside it, which folding may change.
  const bool without_dictionaries = text.find_first_of(kThreeByteLeads) == std::string::npos;
  if (without_dictionaries && pullquote::fold_value(folded) != folded) {
    require("a folded value folds to itself");
  }
  return 0;
}

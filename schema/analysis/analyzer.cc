// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/analyzer.h"

#include <map>

#include "schema/analysis/languages.h"
#include "schema/analysis/stem_cache.h"
#include "schema/analysis/tokenizer.h"

namespace pullquote {

struct Analyzer::Impl {
  Tokenizer tokenizer;
  std::map<std::string, StemCache, std::less<>> stems;  // by language, made when first used
  std::string language;
  StemCache* current = nullptr;  // into stems

  void switch_to(std::string_view tag) {
    // Keys are languages as they are written without a region; most tags are.
    if (const auto known = stems.find(tag); known != stems.end()) {
      language = tag;
      current = &known->second;
      return;
    }
    language = primary_language(tag);
    // All languages without a stemmer share one cache that stems nothing.
    const std::string key = stemmer_algorithm(language) != nullptr ? language : std::string();
    current = &stems.try_emplace(key, key).first->second;
  }
};

Analyzer::Analyzer(std::string_view language) : impl_(std::make_unique<Impl>()) {
  impl_->switch_to(language);
}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::span<const Token> Analyzer::tokenize(std::string_view text) {
  return impl_->tokenizer.tokenize(text);
}

std::string_view Analyzer::stem(std::string_view term) {
  return impl_->current->stem(term);
}

void Analyzer::set_language(std::string_view language) {
  if (language != impl_->language) impl_->switch_to(language);
}

std::string_view Analyzer::language() const {
  return impl_->language;
}

std::string fold_value(std::string_view value) {
  thread_local Tokenizer tokenizer;  // its buffers cost more than folding a name
  std::string folded;
  for (const Token& token : tokenizer.tokenize(value)) {
    if (token.is_part) continue;
    if (!folded.empty()) folded += ' ';
    folded += token.term;
  }
  return folded;
}

}  // namespace pullquote

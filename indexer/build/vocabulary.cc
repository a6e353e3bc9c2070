// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/vocabulary.h"

#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

/// With more words the table outgrows its use: most of them will hardly come again.
constexpr std::size_t kMostWords = std::size_t{1} << 17;

void forget_numbers_of(Vocabulary::Known& known) {
  known.anywhere.number = known.in_headline.number = known.in_quotes.number = {};
  known.in_quote_database = {};
}

}  // namespace

void Vocabulary::forget_numbers() {
  if (words_.size() > kMostWords) {
    words_.clear();
    stems_.clear();
    names_.clear();
  }
  for (std::size_t i = 0; i < words_.size(); ++i) forget_numbers_of(words_[i]);
  for (std::size_t i = 0; i < stems_.size(); ++i) forget_numbers_of(stems_[i]);
}

std::uint32_t Vocabulary::stem_of(std::uint32_t word) {
  KnownWord& known = words_[word];
  if (const std::uint32_t now = language(); known.language != now) {
    known.stem = stems_.find_or_add(analyzer_.stem(words_.text(word)));
    known.language = now;
  }
  return known.stem;
}

/// The number of the analyser's language.
std::uint32_t Vocabulary::language() {
  if (last_number_ != 0 && analyzer_.language() == last_language_) return last_number_;
  last_language_ = analyzer_.language();
  const auto next = static_cast<std::uint32_t>(languages_.size() + 1);
  return last_number_ = languages_.try_emplace(last_language_, next).first->second;
}

std::optional<std::uint16_t> Vocabulary::frequent_number(std::uint32_t word,
                                                         const FrequentWords& frequent) {
  KnownWord& known = words_[word];
  if (!known.asked_whether_frequent) {
    known.frequent = frequent.number_of(words_.text(word));
    known.asked_whether_frequent = true;
  }
  return known.frequent;
}

void Vocabulary::name(Term& term, std::string_view prefix, std::string_view word) {
  if (!term.name.empty()) return;
  make_term(prefix, word, name_buffer_);
  term.name = names_.store(name_buffer_);
}

void Vocabulary::name_by_stem(Term& term, std::string_view prefix, std::string_view stem) {
  if (!term.name.empty()) return;
  make_stem_term(prefix, stem, name_buffer_);
  term.name = names_.store(name_buffer_);
}

}  // namespace pullquote

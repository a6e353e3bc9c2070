// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/vocabulary.h"

#include "pullquote/field.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

/// Of words, stems and terms together: twice what kMostWords of ordinary length take.
constexpr std::size_t kMostTextBytes = std::size_t{8} << 20;

constexpr std::array<std::string_view, Vocabulary::kUses> kPrefixes{
    "", find_field("headline")->prefix, find_field("quote")->prefix};

/// Of a name behind its length.
std::string_view text_of(const char* name) {
  return {name + 1, static_cast<unsigned char>(*name)};
}

template <class Row>
void forget_numbers_of(TermTable<Row>& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i].numbers = {};
    table[i].in_quote_lists = {};
  }
}

}  // namespace

void Vocabulary::begin_article() {
  const std::size_t text_bytes = words_.text_bytes() + stems_.text_bytes() + name_bytes_;
  const bool is_small =
      words_.size() <= most_words_ && stems_.size() <= most_words_ && text_bytes <= kMostTextBytes;
  if (is_small) return;
  words_ = {};
  stems_ = {};
  names_.clear();
  name_bytes_ = 0;
}

void Vocabulary::forget_numbers() {
  forget_numbers_of(words_);
  forget_numbers_of(stems_);
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

std::string_view Vocabulary::word_term(std::uint32_t word, Use use) {
  const char*& name = words_[word].names[use];
  if (name == nullptr) {
    make_term(kPrefixes[use], words_.text(word), term_);
    name = keep_term();
  }
  return text_of(name);
}

std::string_view Vocabulary::stem_term(std::uint32_t stem, Use use) {
  const char*& name = stems_[stem].names[use];
  if (name == nullptr) {
    make_stem_term(kPrefixes[use], stems_.text(stem), term_);
    name = keep_term();
  }
  return text_of(name);
}

/// A copy of term_ behind a byte of length; no term is longer than that can count.
const char* Vocabulary::keep_term() {
  static_assert(kMaxTermBytes <= 0xFF);
  term_.insert(term_.begin(), static_cast<char>(term_.size()));
  name_bytes_ += term_.size();
  return names_.store(term_).data();
}

}  // namespace pullquote

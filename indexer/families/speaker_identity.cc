// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/speaker_identity.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "indexer/decoding/lexicon_lines.h"
#include "indexer/quotes/characters.h"
#include "indexer/quotes/lexicon.h"
#include "lexicon/pullquote_indexer.h"
#include "pullquote/analyzer.h"

namespace pullquote {
namespace {

using namespace quotes::word_class;

/// Names of persons have no more words; longer runs of capitals are bodies and events.
constexpr std::size_t kMostNameWords = 5;

/// data/lexicon/bodies.tsv
class Bodies {
 public:
  Bodies() {
    for_each_lexicon_row(lexicon::bodies, [this](std::span<const std::string_view> row) {
      if (row.size() != 2) return;
      for_each_piece(row[1], ' ', [&](std::string_view entry) {
        std::string name(entry);
        std::replace(name.begin(), name.end(), '_', ' ');
        (row[0] == "word" ? words_ : names_).insert(std::move(name));
      });
    });
  }

  /// @param given  the first word is a given name and says nothing here: "Bill Harmon".
  bool has(std::string_view folded_name, bool given) const {
    if (names_.contains(std::string(folded_name))) return true;
    bool found = false;
    bool is_first = true;
    for_each_piece(folded_name, ' ', [&](std::string_view word) {
      found = found || (words_.contains(std::string(word)) && !(is_first && given));
      is_first = false;
    });
    return found;
  }

 private:
  std::unordered_set<std::string> words_;
  std::unordered_set<std::string> names_;
};

const Bodies& bodies() {
  static const Bodies known;
  return known;
}

struct Word {
  std::string_view text;
  quotes::WordClasses classes = 0;
  bool is(quotes::WordClasses wanted) const { return (classes & wanted) != 0; }
  bool capitalised() const { return quotes::is_upper(quotes::code_point_at(text, 0).value); }
};

/// "UNICEF", "AFP": letters in capitals only.
bool is_acronym(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(),
                                        [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

std::vector<Word> words_of(std::string_view name, const quotes::Lexicon& lexicon) {
  std::vector<Word> words;
  while (!name.empty()) {
    const std::size_t space = std::min(name.find(' '), name.size());
    if (space > 0) {
      const std::string_view word = name.substr(0, space);
      words.push_back({word, lexicon.classes_of_written(word, is_acronym(word))});
    }
    name.remove_prefix(std::min(space + 1, name.size()));
  }
  return words;
}

bool may_stand_in_a_name(const Word& word) {
  if (word.is(kOrganisation | kEvent)) return false;
  return word.capitalised() || word.is(kParticle);
}

/// "Bill Harmon": what else such a word means does not count.
bool starts_with_given_name(const std::vector<Word>& words) {
  return words.size() > 1 && words.front().is(kMale | kFemale);
}

SpeakerClass class_of(const std::vector<Word>& words) {
  if (words.empty()) return SpeakerClass::Group;
  if (words.size() > kMostNameWords || words.front().is(kDeterminer | kPossessive)) {
    return SpeakerClass::Group;
  }
  const auto unknown = words.begin() + (starts_with_given_name(words) ? 1 : 0);
  if (!std::all_of(unknown, words.end(), may_stand_in_a_name)) {
    return SpeakerClass::Group;
  }
  if (words.size() > 1) return SpeakerClass::Person;
  return is_acronym(words.front().text) ? SpeakerClass::Group : SpeakerClass::Surname;
}

/// What follows a surname in a full name.
bool is_suffix(std::string_view word) {
  constexpr std::array<std::string_view, 5> kSuffixes{"jr", "sr", "ii", "iii", "iv"};
  return std::find(kSuffixes.begin(), kSuffixes.end(), word) != kSuffixes.end();
}

std::string last_word(std::string_view folded) {
  for (;;) {
    const std::size_t space = folded.rfind(' ');
    if (space == std::string_view::npos) return std::string(folded);
    const std::string_view last = folded.substr(space + 1);
    if (!is_suffix(last)) return std::string(last);
    folded = folded.substr(0, space);
  }
}

}  // namespace

SpeakerIdentity identify_speaker(std::string_view name, std::string_view language) {
  const quotes::Lexicon& lexicon = quotes::Lexicon::for_language(language);
  std::vector<Word> words = words_of(name, lexicon);
  if (words.empty()) return {};
  if (words.size() == 1 && words.front().is(kPronoun | kRelative)) return {};
  const auto is_title = [](const Word& word) {
    return word.is(kHonorific | kTitle | kRole | kRank);
  };
  auto first = words.begin();
  while (first + 1 < words.end() && is_title(*first)) ++first;
  if (is_title(*first) && first + 1 == words.end())
    return {SpeakerClass::Group, fold_value(name), {}, false};
  words.erase(words.begin(), first);

  SpeakerIdentity identity;
  identity.kind = class_of(words);
  const bool named = identity.kind != SpeakerClass::Group;
  const auto start = static_cast<std::size_t>(words.front().text.data() - name.data());
  identity.folded = fold_value(named ? name.substr(start) : name);
  if (identity.folded.empty()) return {};
  if (named && bodies().has(identity.folded, starts_with_given_name(words)))
    return {SpeakerClass::Group, identity.folded, {}, false};
  if (named) identity.surname = last_word(identity.folded);
  // A name in capitals throughout does not tell.
  identity.initials = is_acronym(words.front().text) && !is_acronym(words.back().text);
  return identity;
}

}  // namespace pullquote

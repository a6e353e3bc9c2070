// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lexicon/pullquote_indexer.h"
#include "schema/analysis/ascii.h"
#include "schema/analysis/string_hash.h"

namespace pullquote::quotes {
namespace {

using namespace word_class;

// The class names of the data files.
constexpr std::array<std::pair<std::string_view, WordClasses>, 49> kClassNames{{
    {"title_in_capitals", kInCapitals},
    {"determiner", kDeterminer},
    {"possessive", kPossessive},
    {"pronoun", kPronoun},
    {"masculine", kMasculine},
    {"feminine", kFeminine},
    {"plural", kPlural},
    {"they", kThey},
    {"preposition", kPreposition},
    {"conjunction", kConjunction},
    {"relative", kRelative},
    {"subordinator", kSubordinator},
    {"auxiliary", kAuxiliary},
    {"adverb", kAdverb},
    {"negation", kNegation},
    {"time", kTime},
    {"according", kAccording},
    {"object", kObject},
    {"agent", kAgent},
    {"quoting", kQuoting},
    {"of_the", kOfThe},
    {"of_or_to_the", kOfOrToThe},
    {"for_whom", kForWhom},
    {"joining", kJoining},
    {"pointing", kPointing},
    {"sentence", kSentence},
    {"abbreviation", kAbbreviation},
    {"copula", kCopula},
    {"said_in_noun", kUtterance},
    {"honorific", kHonorific},
    {"title", kTitle},
    {"role", kRole},
    {"anonymous", kAnonymous | kRole},
    {"rank_adjective", kRank},
    {"organisation", kOrganisation},
    {"place", kPlace},
    {"event", kEvent},
    {"male", kMale},
    {"female", kFemale},
    {"particle", kParticle},
    {"noun_too", kNounToo},
    {"viewpoint", kViewpoint},
    {"work", kWork},
    {"naming", kNaming},
    {"slogan", kSlogan},
    {"wordtalk", kWordTalk},
    {"voiced", kVoiced},
    {"adverb_ending", kAdverbEnding},
    {"past_ending", kPastEnding},
}};

WordClasses class_named(std::string_view name) {
  for (const auto& [known, classes] : kClassNames) {
    if (known == name) return classes;
  }
  return 0;
}

/// Calls `use` with each piece of `text` between separators; empty pieces are left out.
template <class Use>
void split(std::string_view text, char separator, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) use(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Calls `use` with each line of a data file that is no comment.
template <class Use>
void data_lines(std::string_view table, Use use) {
  split(table, '\n', [&](std::string_view line) {
    if (line.front() != '#') use(line);
  });
}

}  // namespace

std::string_view fold_word(std::string_view word, char (&buffer)[kMaxFoldedBytes]) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < word.size() && length + 3 < kMaxFoldedBytes; ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c < 0x80) {
      buffer[length++] = ascii_lower(word[i]);
    } else if (c == 0xE2 && word.substr(i, 3) == "\xE2\x80\x99") {
      buffer[length++] = '\'';
      i += 2;
    } else if (c == 0xC3 &&
               i + 1 < word.size()) {  // U+00C0..U+00DE are 0x20 below their small forms
      auto next = static_cast<unsigned char>(word[++i]);
      if (next >= 0x80 && next <= 0x9E && next != 0x97)
        next = static_cast<unsigned char>(next + 0x20);
      buffer[length++] = static_cast<char>(c);
      buffer[length++] = static_cast<char>(next);
    } else {
      buffer[length++] = static_cast<char>(c);
    }
  }
  return {buffer, length};
}

const Lexicon& Lexicon::for_language(std::string_view code) {
  static const Lexicon english{"en"};
  static const Lexicon french{"fr"};
  static const Lexicon german{"de"};
  static const Lexicon spanish{"es"};
  if (code == "fr") return french;
  if (code == "de") return german;
  if (code == "es") return spanish;
  return english;
}

Lexicon::Lexicon(std::string_view code)
    : slots_(4096), inverts_freely_(code == "fr" || code == "de" || code == "es") {
  namespace data = pullquote::lexicon;
  add_classes(data::given_names);
  add_classes(data::particles);
  if (code == "fr") {
    elision_ = true;
    add_verbs(data::reporting_verbs_fr);
    add_classes(data::function_words_fr);
    add_classes(data::titles_fr);
  } else if (code == "de") {
    capitalised_nouns_ = true;
    add_verbs(data::reporting_verbs_de);
    add_classes(data::function_words_de);
    add_classes(data::titles_de);
  } else if (code == "es") {
    add_verbs(data::reporting_verbs_es);
    add_classes(data::function_words_es);
    add_classes(data::titles_es);
  } else {
    add_verbs(data::reporting_verbs_en);
    add_classes(data::function_words_en);
    add_classes(data::titles_en);
    add_classes(data::organisations_en);
    add_classes(data::works_en);
  }
}

void Lexicon::add_classes(std::string_view table) {
  data_lines(table, [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    const WordClasses classes = class_named(line.substr(0, tab));
    const std::string_view words = line.substr(tab + 1);
    if ((classes & (kAdverbEnding | kPastEnding)) == 0) return add_words(classes, words);
    split(words, ' ', [&](std::string_view ending) { endings_.emplace_back(ending, classes); });
  });
}

void Lexicon::add_words(WordClasses classes, std::string_view words) {
  split(words, ' ', [&](std::string_view written) {
    std::string word(written);
    std::replace(word.begin(), word.end(), '_', ' ');
    add(word, classes);
    const std::size_t space = word.find(' ');
    if (space != std::string::npos) add(word.substr(0, space), kPhraseStart);
  });
}

void Lexicon::add_verbs(std::string_view table) {
  data_lines(table, [&](std::string_view line) {
    static constexpr std::array<WordClasses, 4> kColumns{kBase, kFinite, kGerund, kParticiple};
    std::size_t column = 0;
    WordClasses strength = 0;
    split(line, '\t', [&](std::string_view cell) {
      if (column == 0) strength = cell == "strong" ? kStrong : cell == "faint" ? kFaint : 0;
      if (column >= 1 && column <= kColumns.size() && cell != "-") {
        split(cell, ' ',
              [&](std::string_view form) { add(form, kColumns[column - 1] | strength); });
      }
      ++column;
    });
  });
}

std::size_t Lexicon::slot_of(std::string_view folded, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  while (slots_[i].length != 0) {
    const Slot& slot = slots_[i];
    if (slot.hash == hash && std::string_view(words_).substr(slot.offset, slot.length) == folded) {
      break;
    }
    i = (i + 1) & mask;
  }
  return i;
}

void Lexicon::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.length == 0) continue;
    slots_[slot_of(std::string_view(words_).substr(slot.offset, slot.length), slot.hash)] = slot;
  }
}

void Lexicon::add(std::string_view folded, WordClasses classes) {
  if (folded.empty()) return;
  if (used_ * 2 >= slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(hash_of(folded));
  Slot& slot = slots_[slot_of(folded, hash)];
  if (slot.length == 0) {
    slot = {hash, static_cast<std::uint32_t>(words_.size()),
            static_cast<std::uint32_t>(folded.size()), 0};
    words_ += folded;
    ++used_;
  }
  slot.classes |= classes;
}

WordClasses Lexicon::classes_of(std::string_view folded) const {
  if (folded.empty()) return 0;
  return slots_[slot_of(folded, static_cast<std::uint32_t>(hash_of(folded)))].classes;
}

WordClasses Lexicon::classes_of_written(std::string_view word, bool all_caps) const {
  char buffer[kMaxFoldedBytes];
  WordClasses classes = classes_of(fold_word(word, buffer));
  for (const auto& [ending, of_ending] : endings_) {
    if (word.ends_with(ending)) classes |= of_ending;
  }
  return all_caps && (classes & kInCapitals) ? classes | kTitle : classes;
}

}  // namespace pullquote::quotes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/resolver.h"

#include <algorithm>

#include "schema/analysis/ascii.h"

namespace pullquote::quotes {
namespace {

using namespace word_class;

/// "LIND" is "Lind".
bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return ascii_lower(x) == ascii_lower(y);
         });
}

constexpr std::uint32_t kOfficeReach = 6;  // tokens from a name to its office behind a comma
constexpr std::uint32_t kMaxSubjectTokens = 100;
constexpr std::uint32_t kSpeakerReach =
    120;  // tokens after which "he" need not be the last speaker
constexpr std::uint32_t kSentenceReach = 12;  // sentences looked back for a pronoun
constexpr std::size_t kMaxCandidates = 200;   // people looked at for one name

}  // namespace

Resolver::Resolver(const Document& document) : document_(document) {
  for (const Sentence& sentence : document.sentences) {
    collect(sentence.range);
    ++sentences_;
  }
}

void Resolver::collect(TokenRange sentence) {
  const auto& tokens = document_.tokens;
  std::uint32_t i = sentence.first;
  while (i < sentence.last) {
    if (!is_name_token(document_, i)) {
      ++i;
      continue;
    }
    const auto mention = name_run_at(document_, i, sentence.last);
    i = std::max(i + 1, mention ? mention->range.last : i + 1);
    if (mention && mention->kind == MentionKind::Person) {
      add(mention->name, !mention->role.empty() || has_office(mention->name));
    }
    while (i < sentence.last && tokens[i].kind == TokenKind::Genitive) ++i;
  }
}

/// "minister Whitfield", "Mrs. Whitfield", "Whitfield, the harbour's engineer".
bool Resolver::has_office(TokenRange run) const {
  const auto& tokens = document_.tokens;
  if (run.first > 0 && tokens[run.first - 1].is(kRole | kTitle | kHonorific)) return true;
  if (tokens[run.first].is(kHonorific) || tokens[run.first].is(kMale | kFemale)) return true;
  if (run.last >= tokens.size() || tokens[run.last].kind != TokenKind::Comma) return false;
  const auto end = std::min<std::size_t>(tokens.size(), run.last + kOfficeReach);
  for (std::size_t i = run.last + 1; i < end && tokens[i].kind == TokenKind::Word; ++i) {
    if (tokens[i].is(kRole)) return true;
  }
  return false;
}

void Resolver::add(TokenRange run, bool surely) {
  const TokenRange name = without_honorific(run);
  if (name.empty()) return;
  people_.push_back({name, gender_of(run), sentences_, surely});
}

TokenRange Resolver::without_honorific(TokenRange name) const {
  while (name.first + 1 < name.last && document_.tokens[name.first].is(kHonorific)) ++name.first;
  return name;
}

Resolver::Gender Resolver::gender_of(TokenRange name) const {
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    const WordToken& token = document_.tokens[i];
    if (token.is(kHonorific)) {
      if (token.is(kFeminine)) return Gender::Female;
      if (token.is(kMasculine)) return Gender::Male;
      continue;
    }
    if (name.last - i < 2) break;  // a surname has no gender
    if (token.is(kMale) && !token.is(kFemale)) return Gender::Male;
    if (token.is(kFemale) && !token.is(kMale)) return Gender::Female;
    break;
  }
  return Gender::Unknown;
}

std::string_view Resolver::surname(TokenRange name) const {
  std::uint32_t last = name.last - 1;
  std::string_view text = document_.text(document_.tokens[last]);
  if (text.ends_with('.') && last > name.first) text = document_.text(document_.tokens[last - 1]);
  return text;
}

const Resolver::Person* Resolver::full_name(TokenRange name) const {
  const TokenRange bare = without_honorific(name);
  const std::string_view wanted = surname(bare);
  const Gender gender = gender_of(name);
  const auto length = bare.last - bare.first;
  const bool all_caps = document_.tokens[bare.last - 1].all_caps;
  const auto here = std::lower_bound(
      people_.begin(), people_.end(), bare.first,
      [](const Person& person, std::uint32_t token) { return person.name.first < token; });
  const auto fits = [&](const Person& person) {
    if (person.name.last - person.name.first <= length) return false;
    const std::string_view theirs = surname(person.name);
    if (theirs != wanted && !(all_caps && same_letters(theirs, wanted))) return false;
    return gender == Gender::Unknown || person.gender == Gender::Unknown || person.gender == gender;
  };
  std::size_t looked = 0;
  for (auto it = here; it != people_.begin() && looked < kMaxCandidates; ++looked) {
    if (fits(*--it)) return &*it;
  }
  looked = 0;
  for (auto it = here; it != people_.end() && looked < kMaxCandidates; ++it, ++looked) {
    if (fits(*it)) return &*it;
  }
  return nullptr;
}

bool Resolver::fits(const Person& person, Gender wanted) const {
  if (person.gender != Gender::Unknown) return person.gender == wanted;
  const Person* known = full_name(person.name);
  if (!person.surely && !(known && known->surely)) return false;
  return !known || known->gender == Gender::Unknown || known->gender == wanted;
}

const Resolver::Person* Resolver::antecedent(std::uint32_t token, Gender wanted,
                                             std::uint32_t sentences) const {
  const auto here = std::lower_bound(
      people_.begin(), people_.end(), token,
      [](const Person& person, std::uint32_t at) { return person.name.first < at; });
  const Person* best = nullptr;
  const std::uint32_t sentence = sentence_of(token);
  std::size_t looked = 0;
  for (auto it = here; it != people_.begin() && looked < kMaxCandidates; ++looked) {
    --it;
    if (it->sentence + sentences < sentence) break;
    if (best && it->sentence != best->sentence) break;
    if (fits(*it, wanted)) best = &*it;  // the first of its sentence, likely the subject
  }
  return best;
}

std::uint32_t Resolver::sentence_of(std::uint32_t token) const {
  const auto& sentences = document_.sentences;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), token,
      [](std::uint32_t at, const Sentence& sentence) { return at < sentence.range.first; });
  return static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

std::string Resolver::text_of(TokenRange name) const {
  const TokenRange bare = without_honorific(name);
  return std::string(document_.text(bare));
}

TokenRange Resolver::behind_they(std::uint32_t token) const {
  std::uint32_t sentence = sentence_of(token);
  for (int tries = 0; tries < 2; ++tries, --sentence) {
    TokenRange range = document_.sentences[sentence].range;
    range.last = std::min({range.last, token, range.first + kMaxSubjectTokens});
    const auto subject = main_subject(document_, range);
    if (subject && subject->kind == MentionKind::Group) return subject->range;
    if (sentence == 0) break;
  }
  return {};
}

TokenRange Resolver::behind_pronoun(std::uint32_t written, std::uint32_t token) const {
  const WordToken& pronoun = document_.tokens[written];
  const bool male = pronoun.is(kMasculine);
  if (!male && !pronoun.is(kFeminine)) return {};  // "I", "we", "it"
  const Gender wanted = male ? Gender::Male : Gender::Female;
  if (const Person* person = antecedent(token, wanted, 0)) return person->name;
  const bool last_fits = !last_speaker_.empty() && token > last_spoke_at_ &&
                         token - last_spoke_at_ < kSpeakerReach &&
                         (last_gender_ == Gender::Unknown || last_gender_ == wanted);
  if (last_fits) return last_speaker_;
  if (const Person* person = antecedent(token, wanted, kSentenceReach)) return person->name;
  return {};
}

std::string Resolver::resolve(const Attribution& attribution) {
  const Mention& speaker = attribution.speaker;
  const std::uint32_t place = attribution.place.value_or(speaker.range.first);
  TokenRange name = speaker.name;
  if (speaker.kind == MentionKind::Pronoun || speaker.kind == MentionKind::Possessive) {
    name = behind_pronoun(speaker.range.first, place);
  }
  if (name.empty() && speaker.kind == MentionKind::Pronoun &&
      document_.tokens[speaker.range.first].is(kThey)) {
    const TokenRange they = behind_they(place);
    if (!they.empty()) return std::string(document_.text(they));
  }
  if (name.empty() || speaker.kind == MentionKind::Group) {
    return std::string(document_.text(speaker.range));
  }
  Gender gender = gender_of(name);
  if (const Person* full = full_name(name)) name = full->name;
  if (gender == Gender::Unknown) gender = gender_of(name);
  last_speaker_ = without_honorific(name);
  last_gender_ = gender;
  last_spoke_at_ = place;
  return text_of(name);
}

}  // namespace pullquote::quotes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/speaker_table.h"

#include <algorithm>
#include <utility>

#include "indexer/decoding/lexicon_lines.h"
#include "indexer/quotes/characters.h"

namespace pullquote {
namespace {

/// A lone surname means the full name that has this share of the quotes of all who bear it.
constexpr std::uint64_t kShareInTenths = 8;

/// Whether `word` is one of the words of `name`.
bool has_word(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos;
       at = name.find(word, at + 1)) {
    const bool starts = at == 0 || name[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (starts && (end == name.size() || name[end] == ' ')) return true;
  }
  return false;
}

/// One letter replaced, missing or added: "Breuer" and "Bruer". Short names differ in less.
bool nearly_equal(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongEnough = 5;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kLongEnough || b.size() - a.size() > 1) return false;
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin());
  const std::string_view a_rest = a.substr(static_cast<std::size_t>(differs.first - a.begin()));
  const std::string_view b_rest = b.substr(static_cast<std::size_t>(differs.second - b.begin()));
  if (a_rest.empty()) return true;
  return b_rest.substr(1) == a_rest.substr(a.size() == b.size() ? 1 : 0);
}

std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find(' '));
}

/// Whether the name begins with initials, the first of which the word begins with.
bool has_initial_of(const SpeakerIdentity& name, std::string_view word) {
  const std::string_view first = first_word(name.folded);
  const std::size_t letter = quotes::code_point_at(first, 0).length;
  return (name.initials || letter == first.size()) && word.starts_with(first.substr(0, letter));
}

/// Whether each word of `part` is one of `whole`.
bool contains_words(std::string_view whole, std::string_view part) {
  bool all = true;
  for_each_piece(part, ' ', [&](std::string_view word) { all = all && has_word(whole, word); });
  return all;
}

/// Whether two names of several words, whose surnames agree, may be one person's: brothers share
/// their surname too. Middle names are given by some and left out by others.
bool given_names_agree(const SpeakerIdentity& a, const SpeakerIdentity& b) {
  const std::string_view first = first_word(a.folded);
  const std::string_view second = first_word(b.folded);
  return first == second || has_initial_of(a, second) || has_initial_of(b, first) ||
         contains_words(a.folded, b.folded) || contains_words(b.folded, a.folded);
}

}  // namespace

SpeakerTable::SpeakerTable() : speakers_(1) {}

std::uint32_t SpeakerTable::add(std::string_view name, std::string_view language) {
  if (name.empty()) return 0;
  const auto [entry, is_new] = by_name_.try_emplace(std::string(name), 0);
  if (is_new) {
    SpeakerIdentity identity = identify_speaker(name, language);
    if (identity.kind == SpeakerClass::Nobody) return 0;
    const auto number = static_cast<std::uint32_t>(speakers_.size());
    const auto [folded, first] = by_folded_.try_emplace(identity.folded, number);
    entry->second = folded->second;
    if (first) speakers_.push_back({std::string(name), std::move(identity), 0, number});
  }
  if (entry->second != 0) ++speakers_[entry->second].quotes;
  return entry->second;
}

void SpeakerTable::settle() {
  struct Bearers {
    std::uint64_t quotes = 0;
    std::uint32_t first = 0;  // the one with the most quotes
  };
  std::unordered_map<std::string_view, Bearers> surnames;
  for (std::uint32_t i = 1; i < speakers_.size(); ++i) {
    const Speaker& speaker = speakers_[i];
    if (speaker.identity.kind != SpeakerClass::Person) continue;
    Bearers& bearers = surnames[speaker.identity.surname];
    bearers.quotes += speaker.quotes;
    if (bearers.first == 0 || speaker.quotes > speakers_[bearers.first].quotes) bearers.first = i;
  }
  for (Speaker& speaker : speakers_) {
    if (speaker.identity.kind != SpeakerClass::Surname) continue;
    const auto bearers = surnames.find(speaker.identity.surname);
    if (bearers == surnames.end()) {
      speaker.identity.kind = SpeakerClass::Group;
    } else if (speakers_[bearers->second.first].quotes * 10ULL >=
               bearers->second.quotes * kShareInTenths) {
      speaker.canonical = bearers->second.first;
    }
  }
}

bool SpeakerTable::is_person(std::uint32_t speaker) const {
  const SpeakerClass kind = speakers_[speaker].identity.kind;
  return kind == SpeakerClass::Person || kind == SpeakerClass::Surname;
}

/// By surname, wherever it stands in the other's name ("Aung San Suu Kyi" and "Suu Kyi", "Kim" and
/// "Kim Jong Un"), and misspelt; when both have given names, by these too.
bool SpeakerTable::same_person(std::uint32_t a, std::uint32_t b) const {
  if (!is_person(a) || !is_person(b)) return false;
  const SpeakerIdentity& first = speakers_[a].identity;
  const SpeakerIdentity& second = speakers_[b].identity;
  const bool surnames_agree = has_word(first.folded, second.surname) ||
                              has_word(second.folded, first.surname) ||
                              nearly_equal(first.surname, second.surname);
  if (!surnames_agree) return false;
  const bool both_are_full =
      first.kind == SpeakerClass::Person && second.kind == SpeakerClass::Person;
  return !both_are_full || given_names_agree(first, second);
}

bool SpeakerTable::may_be_same(std::uint32_t a, std::uint32_t b) const {
  return !is_person(a) || !is_person(b) || same_person(a, b);
}

std::vector<std::string> SpeakerTable::names() const {
  std::vector<std::string> names;
  names.reserve(speakers_.size());
  for (const Speaker& speaker : speakers_) names.push_back(speaker.name);
  return names;
}

}  // namespace pullquote

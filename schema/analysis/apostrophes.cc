// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/apostrophes.h"

#include <algorithm>
#include <array>

#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

/// Articles, pronouns and prepositions that lose their vowel: French, Italian, Catalan.
constexpr std::array<std::string_view, 32> kElided{
    "l",    "d",    "j",     "m",      "t",      "s",      "n",     "qu",   "un",  "dell", "all",
    "dall", "nell", "sull",  "coll",   "quest",  "quell",  "bell",  "sant", "gl",  "tutt", "dov",
    "com",  "anch", "jusqu", "lorsqu", "puisqu", "quoiqu", "quand", "degl", "agl", "dagl"};

bool is_elided(std::string_view word) {
  return std::find(kElided.begin(), kElided.end(), word) != kElided.end();
}

/// Whether `rest` may follow an elided `word`. Folded words only: accents are gone. 'y' is for
/// "d'yvelines"; an h after a pronoun is more often a name ("M'hamed") than a verb.
bool may_follow(std::string_view rest, std::string_view word) {
  if (rest.empty()) return false;
  if (rest.front() == 'h') return word.size() > 1 || word == "l" || word == "d";
  return std::string_view("aeiouy").find(rest.front()) != std::string_view::npos;
}

bool is_contraction(std::string_view word) {
  for (const std::string_view ending : {"n't", "'re", "'ve", "'ll", "'d", "'m"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

std::string_view without_apostrophes(std::string_view word, std::string& scratch) {
  if (word.size() > 2 && word.ends_with("'s")) word.remove_suffix(2);
  std::size_t at = word.find('\'');
  if (at == std::string_view::npos) return word;
  if (is_elided(word.substr(0, at)) && may_follow(word.substr(at + 1), word.substr(0, at))) {
    word.remove_prefix(at + 1);
    at = word.find('\'');
    if (at == std::string_view::npos) return word;
  }
  if (is_contraction(word)) return word;
  scratch.assign(word);
  scratch.erase(std::remove(scratch.begin(), scratch.end(), '\''), scratch.end());
  return scratch;
}

std::string_view without_thousands_separators(std::string_view number, std::string& scratch) {
  std::size_t group = 0;  // digits since the last separator
  bool first = true;
  bool in_fraction = false;
  for (const char c : number) {
    if (is_ascii_digit(c)) {
      ++group;
    } else if (c == ',' && !in_fraction && (first ? group <= 3 : group == 3)) {
      group = 0;
      first = false;
    } else if (c == '.' && !in_fraction && !first && group == 3) {
      in_fraction = true;
    } else if (c == ',' || c == '.') {
      return number;
    } else {
      break;  // a unit: "1,000km"
    }
  }
  if (first || (!in_fraction && group != 3)) return number;
  scratch.assign(number);
  scratch.erase(std::remove(scratch.begin(), scratch.end(), ','), scratch.end());
  return scratch;
}

}  // namespace pullquote

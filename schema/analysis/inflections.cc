// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/inflections.h"

#include <algorithm>

namespace pullquote {
namespace {

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

/// "strike" -> "strikes", "bus" -> "buses", "party" -> "parties".
std::string with_s(std::string_view word) {
  if (ends_in_consonant_y(word)) return std::string(word.substr(0, word.size() - 1)) + "ies";
  const bool hisses = word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
                      word.ends_with("ch") || word.ends_with("sh");
  return std::string(word) + (hisses ? "es" : "s");
}

/// "stop": one syllable that ends in one vowel and one consonant other than w, x, y.
bool doubles_last(std::string_view word) {
  if (word.size() < 2 || is_vowel(word.back()) || !is_vowel(word[word.size() - 2])) return false;
  if (std::string_view("wxy").find(word.back()) != std::string_view::npos) return false;
  return std::count_if(word.begin(), word.end(), is_vowel) == 1;
}

std::string with_ed(std::string_view word) {
  if (word.ends_with('e')) return std::string(word) + "d";
  if (ends_in_consonant_y(word)) return std::string(word.substr(0, word.size() - 1)) + "ied";
  std::string form(word);
  if (doubles_last(word)) form += word.back();
  return form + "ed";
}

std::string with_ing(std::string_view word) {
  const bool silent_e = word.size() > 2 && word.ends_with('e') && !word.ends_with("ee");
  std::string form(silent_e ? word.substr(0, word.size() - 1) : word);
  if (doubles_last(word)) form += word.back();
  return form + "ing";
}

}  // namespace

std::vector<std::string> inflections(std::string_view word, std::string_view kinds) {
  std::vector<std::string> forms;
  forms.reserve(4);  // the word, -s, -ed and -ing
  forms.emplace_back(word);
  const bool verb = kinds.find('v') != std::string_view::npos;
  if (verb || kinds.find('n') != std::string_view::npos) forms.push_back(with_s(word));
  if (verb) {
    forms.push_back(with_ed(word));
    forms.push_back(with_ing(word));
  }
  return forms;
}

}  // namespace pullquote

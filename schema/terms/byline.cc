// SPDX-License-Identifier: GPL-3.0-or-later
// Names in a byline. It is cut at punctuation and at the word for "and" in the article's language.
#include <algorithm>
#include <array>

#include "schema/terms/name_words.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

/// These belong to the name before the comma ("Martin Luther King, Jr.").
constexpr std::array<std::string_view, 8> kNameSuffix{"Jr", "Jr.", "Sr", "Sr.",
                                                      "II", "III", "IV", "PhD"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Punctuation between names, as one string of single bytes; the wide comma of Arabic and of
/// Chinese, and the bullet, are spelled out below.
constexpr std::string_view kBreaks = ",;|/&\n\t";
constexpr std::array<std::string_view, 5> kWideBreaks{"\u060C", "\u061B", "\uFF0C", "\u3001",
                                                      "\u2022"};

/// Bytes of the break at the start of `text`; 0 when there is none.
std::size_t break_length(std::string_view text) {
  if (kBreaks.find(text.front()) != std::string_view::npos) return 1;
  for (const std::string_view wide : kWideBreaks) {
    if (text.starts_with(wide)) return wide.size();
  }
  return 0;
}

/// Collects words into names.
class NameList {
 public:
  explicit NameList(std::string_view language) : language_(language) {}

  void word(std::string_view text) {
    if (text.empty()) return;
    if (!name_.empty() && is_name_word(NameWord::And, text, language_)) return finish();
    if (names_.empty() && name_.empty() && is_name_word(NameWord::By, text, language_)) return;
    if (!name_.empty()) name_ += ' ';
    name_ += text;
  }
  void finish() {
    if (!names_.empty() && contains(kNameSuffix, name_)) {
      names_.back().append(", ").append(name_);
    } else if (!name_.empty()) {
      names_.push_back(name_);
    }
    name_.clear();
  }
  std::vector<std::string> take() {
    finish();
    return std::move(names_);
  }

 private:
  const std::string_view language_;
  std::vector<std::string> names_;
  std::string name_;
};

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline, std::string_view language) {
  NameList names(language);
  std::size_t word = 0;  // where the word being read began
  std::size_t at = 0;
  while (at < byline.size()) {
    const std::size_t gap = break_length(byline.substr(at));
    if (gap > 0 || is_space(byline[at])) {
      names.word(byline.substr(word, at - word));
      if (gap > 0) names.finish();
      at += gap > 0 ? gap : 1;
      word = at;
    } else {
      ++at;
    }
  }
  names.word(byline.substr(word));
  return names.take();
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Phrases for the whole text or its start are in one hash table. The start is matched by looking
/// up each prefix of the text that ends with a word, the longest first; prefixes are bounded by the
/// longest phrase (64 bytes). Phrases that may stand anywhere are few and searched one by one.
#include "indexer/pages/html/html_phrases.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"
#include "indexer/decoding/lexicon_lines.h"
#include "lexicon/pullquote_indexer.h"

namespace pullquote::html {
namespace {

using Where = PhraseMatch::Where;

constexpr std::size_t kLongestPhrase = 64;  // bytes
constexpr std::size_t kLongestText = 500;   // bytes of a text that is searched throughout

/// The rows of the lexicon by the place that they ask for.
struct Phrases {
  std::unordered_map<std::string_view, PhraseMatch> starts;
  std::vector<std::pair<std::string_view, Hint>> within;
};

/// Built once.
const Phrases& phrases() {
  static const Phrases all = [] {
    Phrases rows;
    for_each_lexicon_row(lexicon::html_hints_phrases, [&](std::span<const std::string_view> row) {
      if (row.size() != 3) return;
      const Hint hint = hint_named(row[0]);
      if (row[1] == "within") {
        rows.within.emplace_back(row[2], hint);
      } else {
        rows.starts.emplace(row[2],
                            PhraseMatch{hint, row[1] == "whole" ? Where::Whole : Where::Start});
      }
    });
    return rows;
  }();
  return all;
}

/// Bytes of a bullet, arrow or space that stands in front of labels; 0: none.
std::size_t ornament_at(std::string_view text) {
  for (std::string_view mark : {"[", ">", "*", "-", "+", "|", " ", "\n", "\u2022", "\u25BA",
                                "\u00BB", "\u2192", "\u25B6", "\u203A"}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

/// In lower case (ASCII), with straight apostrophes, without ornaments in front; cut where the text
/// is too long to be searched.
std::string normalised(std::string_view text) {
  while (const std::size_t ornament = ornament_at(text)) text.remove_prefix(ornament);
  const std::size_t longest = text.size() <= kLongestText ? kLongestText : kLongestPhrase + 8;
  std::string out;
  for (std::size_t i = 0; i < text.size() && out.size() < longest; ++i) {
    if (text.substr(i, 3) == "\u2019") {
      out.push_back('\'');
      i += 2;
    } else {
      out.push_back(is_space(text[i]) ? ' ' : ascii_lower(text[i]));
    }
  }
  return out;
}

bool is_word_byte(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a word ends before byte `at`, so that "ad" isn't found in "adviser".
bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || !is_word_byte(text[at - 1]) || !is_word_byte(text[at]);
}

/// Without punctuation at the end: "Share:" is "share".
std::string_view without_final_marks(std::string_view text) {
  constexpr std::string_view kMarks = " .:!?]*";
  while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace

PhraseMatch match_phrase(std::string_view text) {
  const std::string normal = normalised(text);
  const std::string_view whole = without_final_marks(normal);
  if (whole.size() <= kLongestPhrase) {
    const auto found = phrases().starts.find(whole);
    if (found != phrases().starts.end()) return {found->second.hint, Where::Whole};
  }
  for (std::size_t n = std::min(normal.size(), kLongestPhrase); n > 0; --n) {
    if (!ends_word(normal, n)) continue;
    const auto found = phrases().starts.find(std::string_view(normal).substr(0, n));
    if (found != phrases().starts.end() && found->second.where == Where::Start) {
      return found->second;
    }
  }
  if (normal.size() <= kLongestText) {
    for (const auto& [phrase, hint] : phrases().within) {
      if (normal.find(phrase) != std::string::npos) return {hint, Where::Within};
    }
  }
  return {};
}

}  // namespace pullquote::html

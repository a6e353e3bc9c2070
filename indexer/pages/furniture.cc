// SPDX-License-Identifier: GPL-3.0-or-later
/// Matching of lines against the phrases of data/lexicon/page-furniture.tsv.
///
/// A line is folded first: lower case, straight apostrophes, single spaces, each run of digits as
/// one '#'. So "Updated 5 hours ago" and "updated 12 hours ago" are one phrase. For each folded
/// byte the end of its character in the original line is kept, which tells the caller where a label
/// ends and its value begins.
///
/// Four tables follow the "where" column of the lexicon. "line" is a hash lookup of the whole
/// folded line. "start", "part" and "address" are indexed by the first two bytes of their phrases,
/// so that a position in a line is compared with a handful of phrases. Invariant: a phrase matches
/// whole words only. A "part" or "address" phrase behind a quotation mark doesn't count: it is
/// somebody's words, not the page's.
#include "indexer/pages/furniture.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/decoding/lexicon_lines.h"
#include "lexicon/pullquote_indexer.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxStartWords = 16;   ///< of a line that a "start" phrase may match
constexpr std::size_t kMaxBylineWords = 24;  ///< the same for bylines, which may carry dates
/// Words of the longest line that is looked at; "part" and "address" phrases fit any such line.
constexpr std::size_t kMaxPartWords = 70;

/// A kind as the lexicon spells it and as people read it.
struct KindName {
  std::string_view lexicon;
  std::string_view shown;
  Furniture kind;
};

constexpr std::array kKinds{
    KindName{"navigation", "navigation", Furniture::Navigation},
    KindName{"share", "share bar", Furniture::Share},
    KindName{"advertisement", "advertisement", Furniture::Advertisement},
    KindName{"media", "media player", Furniture::Media},
    KindName{"teaser", "teaser", Furniture::Teaser},
    KindName{"newsletter", "newsletter form", Furniture::Newsletter},
    KindName{"account", "account or subscription", Furniture::Account},
    KindName{"author", "note on the author", Furniture::Author},
    KindName{"feedback", "call for feedback", Furniture::Feedback},
    KindName{"comment", "comments or reply form", Furniture::Comment},
    KindName{"consent", "consent", Furniture::Consent},
    KindName{"legal", "legal notice", Furniture::Legal},
    KindName{"error", "error notice", Furniture::Error},
    KindName{"published", "publication date", Furniture::Published},
    KindName{"modified", "modification date", Furniture::Modified},
    KindName{"byline", "byline", Furniture::Byline},
};

/// A line in the form in which the lexicon is written.
struct Folded {
  std::string text;
  std::vector<std::size_t> ends;  ///< by byte of `text`: end of its character in the line
};

/// Lower case; curly and spacing apostrophes straight; no-break spaces and tabs as spaces.
std::int32_t straightened(std::int32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x60 || c == 0xB4) return '\'';
  if (c == 0xA0 || c == 0x202F || c == '\t') return ' ';
  return u_tolower(c);
}

/// Letters, digits and combining marks: what a folded line may begin with.
bool is_kept(std::int32_t c) {
  return u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK;
}

/// Folds a line. Ornaments in front are dropped, but for the copyright sign and an opening
/// parenthesis, with which phrases of the lexicon begin. Linear.
Folded fold(std::string_view line) {
  Folded folded;
  const auto add = [&](std::string_view bytes, std::size_t end) {
    folded.text += bytes;
    folded.ends.resize(folded.text.size(), end);
  };
  std::string character;
  for (std::size_t at = 0; at < line.size();) {
    const std::int32_t c = straightened(next_code_point(line, at));
    if (folded.text.empty() && !is_kept(c) && c != 0xA9 && c != '(') continue;
    if (u_isdigit(c)) {
      // A run of digits is one sign, which ends where its last digit does.
      if (folded.text.ends_with('#')) {
        folded.ends.back() = at;
      } else {
        add("#", at);
      }
    } else if (c != ' ' || !folded.text.ends_with(' ')) {
      character.clear();
      append_code_point(character, c < 0 ? 0xFFFD : c);
      add(character, at);
    }
  }
  return folded;
}

/// Drops marks and spaces at the end, so that "share:" and "share" are one line.
std::string_view without_tail(std::string_view folded) {
  while (!folded.empty()) {
    const auto last = static_cast<unsigned char>(folded.back());
    if (last >= 0x80 || last == '#' || (last >= 'a' && last <= 'z')) break;
    folded.remove_suffix(1);
  }
  return folded;
}

/// A phrase, as a view into the lexicon, and its kind.
struct Phrase {
  std::string_view words;
  Furniture kind;
};

/// Phrases by their first two bytes.
using PhraseIndex = std::unordered_map<std::string_view, std::vector<Phrase>>;

/// The rows of the lexicon by their "where" column.
struct Lexicon {
  std::unordered_map<std::string_view, Furniture> lines;
  PhraseIndex starts;
  PhraseIndex parts;
  PhraseIndex addresses;
};

Furniture kind_from(std::string_view name) {
  for (const KindName& known : kKinds) {
    if (known.lexicon == name) return known.kind;
  }
  return Furniture::None;
}

Lexicon read_lexicon() {
  Lexicon lexicon;
  for_each_lexicon_row(lexicon::page_furniture, [&](std::span<const std::string_view> columns) {
    if (columns.size() < 3) return;
    const Phrase phrase{columns[2], kind_from(columns[0])};
    if (columns[1] == "line") lexicon.lines.emplace(phrase.words, phrase.kind);
    const std::string_view first = phrase.words.substr(0, 2);
    if (columns[1] == "start") lexicon.starts[first].push_back(phrase);
    if (columns[1] == "part") lexicon.parts[first].push_back(phrase);
    if (columns[1] == "address") lexicon.addresses[first].push_back(phrase);
  });
  // The longest phrase that fits says most ("updated on" before "updated").
  for (auto& [first, phrases] : lexicon.starts) {
    std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
      return a.words.size() > b.words.size();
    });
  }
  return lexicon;
}

const Lexicon& furniture_lexicon() {
  static const Lexicon kLexicon = read_lexicon();
  return kLexicon;
}

/// Of folded text: a byte of a letter, a number or an apostrophe.
bool is_word_byte(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0 || (c >= 'a' && c <= 'z') || c == '#' ||
         c == '\'';
}

/// Whether `phrase` stands at byte `at` of `text` as whole words: "ad" isn't in "adviser".
bool stands_at(std::string_view text, std::size_t at, std::string_view phrase) {
  if (text.substr(at, phrase.size()) != phrase) return false;
  if (at > 0 && is_word_byte(text[at - 1]) && is_word_byte(phrase.front())) return false;
  const std::size_t end = at + phrase.size();
  return end == text.size() || !is_word_byte(text[end]) || !is_word_byte(phrase.back());
}

/// Kinds whose phrases may also begin a sentence of the article ("More in the same vein
/// followed.").
bool may_begin_sentence(Furniture kind) {
  return kind == Furniture::Teaser || kind == Furniture::Navigation;
}

/// Words of a line that `phrase` may start. Whether names follow "By" is for the caller to check.
std::size_t most_words(const Phrase& phrase) {
  return phrase.kind == Furniture::Byline ? kMaxBylineWords : kMaxStartWords;
}

/// The longest "start" phrase. A phrase that ends in a colon is a label whatever the length of the
/// line, and whether or not the line is a sentence.
FurnitureMatch match_start(const Lexicon& lexicon, const Folded& folded, std::size_t words) {
  const bool sentence = folded.text.ends_with('.') && !folded.text.ends_with("..");
  const auto found = lexicon.starts.find(std::string_view(folded.text).substr(0, 2));
  if (found == lexicon.starts.end()) return {};
  for (const Phrase& phrase : found->second) {
    if (words > most_words(phrase) && phrase.words.back() != ':') continue;
    if (!stands_at(folded.text, 0, phrase.words)) continue;
    if (sentence && may_begin_sentence(phrase.kind) && phrase.words.back() != ':') continue;
    return {phrase.kind, false, folded.ends[phrase.words.size() - 1]};
  }
  return {};
}

/// `text` up to its first quotation mark.
std::string_view before_quotation(std::string_view text) {
  std::size_t end = text.size();
  for (std::string_view mark : {"\"", "\u201C", "\u00AB", "\u201E"}) {
    end = std::min(end, text.find(mark));
  }
  return text.substr(0, end);
}

/// Words with which a page speaks of itself or to its reader. An "address" phrase needs one of them
/// beside it.
constexpr std::array<std::string_view, 16> kAddress{
    "you",          "your",       "we",        "our",          "us",        "here",
    "click",        "i agree",    "this site", "this website", "this page", "this article",
    "this content", "this story", "follow",    "subscribe"};

/// Whether one of kAddress stands in `text` as whole words.
bool addresses_reader(std::string_view text) {
  return std::any_of(kAddress.begin(), kAddress.end(), [&](std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
      if (stands_at(text, at, word)) return true;
    }
    return false;
  });
}

/// The kind of the leftmost phrase in `text`, tried at the beginnings of words only.
Furniture find_phrase(const PhraseIndex& index, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_word_byte(text[at - 1]) && is_word_byte(text[at])) continue;
    const auto found = index.find(text.substr(at, 2));
    if (found == index.end()) continue;
    for (const Phrase& phrase : found->second) {
      if (stands_at(text, at, phrase.words)) return phrase.kind;
    }
  }
  return Furniture::None;
}

/// Phrases anywhere in a line, its quotations left out.
FurnitureMatch match_part(const Lexicon& lexicon, std::string_view folded) {
  const std::string_view own = before_quotation(folded);
  if (const Furniture kind = find_phrase(lexicon.parts, own); kind != Furniture::None) {
    return {kind, false, 0};
  }
  const Furniture kind = find_phrase(lexicon.addresses, own);
  if (kind != Furniture::None && addresses_reader(own)) return {kind, false, 0};
  return {};
}

}  // namespace

std::string_view to_string(Furniture kind) {
  for (const KindName& known : kKinds) {
    if (known.kind == kind) return known.shown;
  }
  return "none";
}

FurnitureMatch match_furniture(std::string_view line, std::size_t words) {
  if (words > kMaxPartWords) return {};
  const Lexicon& lexicon = furniture_lexicon();
  const Folded folded = fold(line);
  const std::string_view core = without_tail(folded.text);
  if (core.empty()) return {};
  if (const auto found = lexicon.lines.find(core); found != lexicon.lines.end()) {
    return {found->second, true, line.size()};
  }
  if (const FurnitureMatch match = match_start(lexicon, folded, words);
      match.kind != Furniture::None) {
    return match;
  }
  return match_part(lexicon, folded.text);
}

}  // namespace pullquote

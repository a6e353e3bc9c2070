// SPDX-License-Identifier: GPL-3.0-or-later
/// Lines are compared in a folded form; a map from folded to original bytes tells where a label
/// ends.
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

constexpr std::size_t kMaxStartWords = 16;  ///< of a line that "start" may claim
constexpr std::size_t kMaxBylineWords = 24;
constexpr std::size_t kMaxPartWords = 70;  ///< of a line that "part" may claim

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

/// A line in the form that the lexicon is written in.
struct Folded {
  std::string text;
  std::vector<std::size_t> ends;  ///< for each byte of text, where its character ends in the line
};

std::int32_t straightened(std::int32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x60 || c == 0xB4) return '\'';
  if (c == 0xA0 || c == 0x202F || c == '\t') return ' ';
  return u_tolower(c);
}

bool is_kept(std::int32_t c) {
  return u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK;
}

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

/// Without what is no letter at the end; "share:" and "share" are one line.
std::string_view without_tail(std::string_view folded) {
  while (!folded.empty()) {
    const auto last = static_cast<unsigned char>(folded.back());
    if (last >= 0x80 || last == '#' || (last >= 'a' && last <= 'z')) break;
    folded.remove_suffix(1);
  }
  return folded;
}

struct Phrase {
  std::string_view words;
  Furniture kind;
};

/// By their first two bytes.
using PhraseIndex = std::unordered_map<std::string_view, std::vector<Phrase>>;

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

bool is_word_byte(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0 || (c >= 'a' && c <= 'z') || c == '#' ||
         c == '\'';
}

/// `phrase` stands at `at` in `text` as whole words.
bool stands_at(std::string_view text, std::size_t at, std::string_view phrase) {
  if (text.substr(at, phrase.size()) != phrase) return false;
  if (at > 0 && is_word_byte(text[at - 1]) && is_word_byte(phrase.front())) return false;
  const std::size_t end = at + phrase.size();
  return end == text.size() || !is_word_byte(text[end]) || !is_word_byte(phrase.back());
}

/// Words that may also begin a sentence of the article ("More in the same vein followed.").
bool may_begin_sentence(Furniture kind) {
  return kind == Furniture::Teaser || kind == Furniture::Navigation;
}

/// Bylines may carry dates; whether names follow at all is for others to see.
std::size_t most_words(const Phrase& phrase) {
  return phrase.kind == Furniture::Byline ? kMaxBylineWords : kMaxStartWords;
}

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

/// What stands within quotation marks is somebody's words, not the page's.
std::string_view before_quotation(std::string_view text) {
  std::size_t end = text.size();
  for (std::string_view mark : {"\"", "\u201C", "\u00AB", "\u201E"}) {
    end = std::min(end, text.find(mark));
  }
  return text.substr(0, end);
}

constexpr std::array<std::string_view, 16> kAddress{
    "you",          "your",       "we",        "our",          "us",        "here",
    "click",        "i agree",    "this site", "this website", "this page", "this article",
    "this content", "this story", "follow",    "subscribe"};

/// `text` has one of these as whole words.
bool addresses_reader(std::string_view text) {
  return std::any_of(kAddress.begin(), kAddress.end(), [&](std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
      if (stands_at(text, at, word)) return true;
    }
    return false;
  });
}

/// The kind of the first phrase that stands anywhere in `text`.
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

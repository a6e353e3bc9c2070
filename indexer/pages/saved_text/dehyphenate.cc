// SPDX-License-Identifier: GPL-3.0-or-later
/// Dehyphenation by attestation, as in corpus clean-up: a hyphen is a line break's if the joined
/// word is a word and the pieces are not. The article is its own dictionary; it repeats its rare
/// words, so that names and terms that no lexicon has are found. A list of common English words
/// fills in for short articles. Where the evidence is mixed the hyphen stays: "re-sign" read as
/// "resign" would be worse than a hyphen too many.
#include "indexer/pages/saved_text/dehyphenate.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_set>

#include "pullquote/analyzer.h"
#include "schema/analysis/broken_words.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

/// Bytes of the longest piece that may be joined to a word of the text.
constexpr std::size_t kScrapBytes = 3;

/// First parts after which a hyphen is meant.
constexpr std::array<std::string_view, 24> kPrefixes{
    "co",  "re",  "pre",  "non",   "anti", "ex", "self", "multi", "inter", "semi", "sub", "un",
    "mid", "pro", "vice", "cyber", "e",    "de", "post", "neo",   "over",  "out",  "all", "micro"};
/// Short words that compounds are made of ("follow-up", "man-made"): no scraps.
constexpr std::array<std::string_view, 20> kShortWords{
    "up",  "off", "out", "on",  "in",  "old", "led", "by",  "to",  "day",
    "man", "men", "way", "one", "two", "run", "law", "sea", "air", "ups"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Bytes [start, end) of a word; end 0: no word yet.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;
};

/// Calls `visit` with the span of each run of letters and combining marks, in order.
template <class Visit>
void for_each_word(std::string_view text, Visit&& visit) {
  std::size_t start = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const std::int32_t c = next_code_point(text, at);
    const bool letter = u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK;
    if (letter && start == std::string_view::npos) start = here;
    if (!letter && start != std::string_view::npos) {
      visit(Span{start, here});
      start = std::string_view::npos;
    }
  }
  if (start != std::string_view::npos) visit(Span{start, text.size()});
}

std::string lower(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();)
    append_code_point(out, u_tolower(next_code_point(word, at)));
  return out;
}

/// Whether nothing but one hyphen stands between two words.
bool is_hyphenated(std::string_view text, const Span& left, const Span& right) {
  return right.start == left.end + 1 && text[left.end] == '-';
}

}  // namespace

/// The words of the text in lower case.
struct Dehyphenator::Words {
  std::unordered_set<std::string> all;  ///< without the parts of hyphenated words

  bool has(const std::string& word) const { return all.count(word) > 0; }

  /// Whether "left-right" is one word in two pieces; both are in lower case.
  bool is_broken(const std::string& left, const std::string& right) const {
    const bool attested = has(left + right) || !find_broken_word(left, right).empty();
    if (!attested || contains(kPrefixes, left) || !joined_compound(left, right).empty()) {
      return false;
    }
    const bool left_is_word = has(left);
    const bool right_is_word = has(right);
    if (left_is_word && right_is_word) return false;
    if (!left_is_word && !right_is_word) return true;
    const std::string& scrap = left_is_word ? right : left;
    return scrap.size() <= kScrapBytes && !contains(kShortWords, scrap);
  }
};

Dehyphenator::Dehyphenator(std::string_view text) {
  if (text.find('-') == std::string_view::npos) return;
  Words words;
  // A part of a hyphenated word attests nothing: whether it is a word is the question. So a word is
  // added only when the next word shows that no hyphen follows it.
  Span before;
  bool before_was_part = false;
  for_each_word(text, [&](const Span& span) {
    const bool part = before.end != 0 && is_hyphenated(text, before, span);
    if (before.end != 0 && !part && !before_was_part) {
      words.all.insert(lower(text.substr(before.start, before.end - before.start)));
    }
    before = span;
    before_was_part = part;
  });
  if (before.end != 0 && !before_was_part) {
    words.all.insert(lower(text.substr(before.start, before.end - before.start)));
  }
  words_.push_back(std::move(words));
}
Dehyphenator::~Dehyphenator() = default;
Dehyphenator::Dehyphenator(Dehyphenator&&) noexcept = default;
Dehyphenator& Dehyphenator::operator=(Dehyphenator&&) noexcept = default;

std::string Dehyphenator::repair(std::string_view text) const {
  if (words_.empty() || text.find('-') == std::string_view::npos) return std::string(text);
  std::string out;
  std::size_t copied = 0;
  Span before;
  for_each_word(text, [&](const Span& span) {
    if (before.end != 0 && is_hyphenated(text, before, span) &&
        words_.front().is_broken(lower(text.substr(before.start, before.end - before.start)),
                                 lower(text.substr(span.start, span.end - span.start)))) {
      // Only the hyphen is left out; both pieces are copied as they are.
      out.append(text, copied, before.end - copied);
      copied = span.start;
    }
    before = span;
  });
  out.append(text, copied);
  return out;
}

}  // namespace pullquote

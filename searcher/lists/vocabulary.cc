// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/lists/vocabulary.h"

#include <algorithm>
#include <utility>

#include "schema/analysis/edit_distance.h"
#include "schema/analysis/utf8.h"

namespace pullquote {

namespace {

/// A word of the index, its frequency, and its distance from the word of the query.
struct FoundWord {
  std::string word;
  std::uint64_t termfreq = 0;
  std::size_t distance = 0;  ///< in characters; 0 for a prefix
};

/// Nearer words first, then more frequent words, then in byte order.
bool ranks_before(const FoundWord& a, const FoundWord& b) {
  if (a.distance != b.distance) return a.distance < b.distance;
  if (a.termfreq != b.termfreq) return a.termfreq > b.termfreq;
  return a.word < b.word;
}

/// Sorts by word and adds up the frequencies that several parts have of the same word.
void merge(std::vector<FoundWord>& candidates) {
  std::sort(candidates.begin(), candidates.end(),
            [](const FoundWord& a, const FoundWord& b) { return a.word < b.word; });
  std::vector<FoundWord> merged;
  for (FoundWord& candidate : candidates) {
    if (!merged.empty() && merged.back().word == candidate.word) {
      merged.back().termfreq += candidate.termfreq;
    } else {
      merged.push_back(std::move(candidate));
    }
  }
  candidates = std::move(merged);
}

/// The words, merged and sorted by ranks_before().
std::vector<std::string> best_first(std::vector<FoundWord> candidates) {
  merge(candidates);
  std::sort(candidates.begin(), candidates.end(), ranks_before);
  std::vector<std::string> words;
  for (FoundWord& candidate : candidates) words.push_back(std::move(candidate.word));
  return words;
}

/// The characters of a text. A byte that is no character stands for itself, beyond all code points.
std::u32string to_characters(std::string_view text) {
  constexpr char32_t kFirstByte = 0x110000;
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::int32_t c = next_code_point(text, at);
    if (c != kIllFormed) {
      characters.push_back(static_cast<char32_t>(c));
      continue;
    }
    for (std::size_t i = start; i < at; ++i) {
      characters.push_back(kFirstByte + static_cast<unsigned char>(text[i]));
    }
  }
  return characters;
}

/// The length of the first character, in bytes.
std::size_t first_character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && is_continuation(text[length])) {
    ++length;
  }
  return length;
}

/// Calls visit(term, termfreq) for the terms of a file that start with `prefix`.
template <class Visit>
void for_each_term(const RankedFile& file, std::string_view prefix, Visit visit) {
  file.visit(prefix, [&](std::string_view term, const RankedList& list) {
    visit(term, list.termfreq);
    return true;
  });
}

/// Words of the text that start with `prefix` and whose distance_of(word) is at most `furthest`.
template <class DistanceOf>
std::vector<std::string> words_near(const Parts& parts, std::string_view prefix,
                                    std::size_t furthest, DistanceOf distance_of) {
  std::vector<FoundWord> candidates;
  for (const auto& part : parts) {
    for_each_term(part->files().positions, prefix,
                  [&](std::string_view word, std::uint64_t termfreq) {
                    const std::size_t distance = distance_of(word);
                    if (distance > furthest) return;
                    candidates.push_back({std::string(word), termfreq, distance});
                  });
  }
  return best_first(std::move(candidates));
}

}  // namespace

void visit_terms(const Parts& parts, std::string_view prefix,
                 const std::function<bool(std::string_view term, std::uint64_t termfreq)>& visit) {
  std::vector<FoundWord> terms;
  for (const auto& part : parts) {
    for (const RankedFile* const file : {&part->files().postings, &part->files().positions}) {
      for_each_term(*file, prefix, [&](std::string_view term, std::uint64_t termfreq) {
        terms.push_back({std::string(term), termfreq, 0});
      });
    }
  }
  merge(terms);
  for (const FoundWord& term : terms) {
    if (!visit(term.word, term.termfreq)) return;
  }
}

std::vector<std::string> words_starting_with(const Parts& parts, std::string_view word) {
  return words_near(parts, word, 0, [](std::string_view) { return std::size_t{0}; });
}

std::vector<std::string> words_similar_to(const Parts& parts, std::string_view word,
                                          unsigned distance) {
  const std::u32string characters = to_characters(word);
  return words_near(parts, word.substr(0, first_character_length(word)), distance,
                    [&](std::string_view other) {
                      return edit_distance(characters, to_characters(other), distance);
                    });
}

}  // namespace pullquote

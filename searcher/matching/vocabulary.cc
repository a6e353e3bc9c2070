// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/vocabulary.h"

#include <algorithm>
#include <utility>

#include "schema/analysis/edit_distance.h"
#include "schema/ranked/term_kind.h"

namespace pullquote {

namespace {

struct Candidate {
  std::string word;
  std::uint64_t termfreq = 0;
  std::size_t distance = 0;
};

bool ranks_before(const Candidate& a, const Candidate& b) {
  if (a.distance != b.distance) return a.distance < b.distance;
  if (a.termfreq != b.termfreq) return a.termfreq > b.termfreq;
  return a.word < b.word;
}

std::vector<std::string> best_first(std::vector<Candidate> candidates) {
  std::sort(candidates.begin(), candidates.end(), ranks_before);
  std::vector<std::string> words;
  for (Candidate& candidate : candidates) words.push_back(std::move(candidate.word));
  return words;
}

/// Characters of well-formed UTF-8; ill-formed bytes stand for themselves.
std::u32string to_characters(std::string_view text) {
  std::u32string characters;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t character = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t j = 1; j < length && i + j < text.size(); ++j) {
      character = character << 6 | (static_cast<unsigned char>(text[i + j]) & 0x3Fu);
    }
    characters.push_back(character);
    i += length;
  }
  return characters;
}

std::size_t first_character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) {
    ++length;
  }
  return length;
}

/// A stored term and how many articles have it.
using Entry = std::pair<std::string, std::uint64_t>;

void add_terms(const RankedFile& file, std::string_view prefix, std::vector<Entry>& terms) {
  file.visit(prefix, [&](std::string_view term, const RankedList& list) {
    terms.emplace_back(term, list.termfreq);
    return true;
  });
}

/// Sorts the terms, and adds up what several files have of each.
void merge(std::vector<Entry>& terms) {
  std::sort(terms.begin(), terms.end());
  std::size_t kept = 0;
  for (Entry& entry : terms) {
    if (kept > 0 && terms[kept - 1].first == entry.first) {
      terms[kept - 1].second += entry.second;
    } else if (&entry != &terms[kept++]) {
      terms[kept - 1] = std::move(entry);
    }
  }
  terms.resize(kept);
}

/// Words of the text alone: what else has positions has a prefix of capitals.
std::vector<Entry> words_with(const std::vector<std::unique_ptr<PartReader>>& parts,
                              std::string_view prefix) {
  std::vector<Entry> words;
  for (const auto& part : parts) add_terms(part->files().positions, prefix, words);
  std::erase_if(words, [](const Entry& word) { return !is_word(word.first); });
  merge(words);
  return words;
}

}  // namespace

void Vocabulary::visit(
    std::string_view prefix,
    const std::function<bool(std::string_view term, std::uint64_t termfreq)>& visit) const {
  std::uint64_t termfreq_of_prefix = 0;
  for (const auto& part : parts_) termfreq_of_prefix += part->termfreq(prefix);
  if (termfreq_of_prefix != 0 && !visit(prefix, termfreq_of_prefix)) return;
  // Byte by byte, so that little is gathered in vain when `visit` has had enough.
  constexpr unsigned kBytes = 256;
  std::string longer = std::string(prefix) + '\0';
  for (unsigned byte = 0; byte < kBytes; ++byte) {
    longer.back() = static_cast<char>(byte);
    std::vector<Entry> terms;
    for (const auto& part : parts_) {
      add_terms(part->files().postings, longer, terms);
      add_terms(part->files().positions, longer, terms);
    }
    merge(terms);
    for (const auto& [term, termfreq] : terms) {
      if (!visit(term, termfreq)) return;
    }
  }
}

std::vector<std::string> Vocabulary::starting_with(std::string_view word) const {
  std::vector<Candidate> candidates;
  for (auto& [other, termfreq] : words_with(parts_, word)) {
    candidates.push_back({std::move(other), termfreq, 0});
  }
  return best_first(std::move(candidates));
}

std::vector<std::string> Vocabulary::similar_to(std::string_view word, unsigned distance) const {
  const std::u32string characters = to_characters(word);
  std::vector<Candidate> candidates;
  for (auto& [other, termfreq] : words_with(parts_, word.substr(0, first_character_length(word)))) {
    const std::size_t d = edit_distance(characters, to_characters(other), distance);
    if (d <= distance) candidates.push_back({std::move(other), termfreq, d});
  }
  return best_first(std::move(candidates));
}

}  // namespace pullquote

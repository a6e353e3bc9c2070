// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/vocabulary.h"

#include <algorithm>

#include "schema/analysis/edit_distance.h"

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

}  // namespace

void Vocabulary::visit(
    const std::string& prefix,
    const std::function<bool(const std::string& term, std::uint64_t termfreq)>& visit) {
  struct Walk {
    Xapian::TermIterator at;
    Xapian::TermIterator end;
  };
  std::vector<Walk> walks;
  for (const auto& part : parts_) {
    Walk walk{part->database().allterms_begin(prefix), part->database().allterms_end(prefix)};
    if (walk.at != walk.end) walks.push_back(std::move(walk));
  }
  while (!walks.empty()) {
    std::string term = *walks.front().at;
    for (const Walk& walk : walks) {
      if (std::string other = *walk.at; other < term) term = std::move(other);
    }
    std::uint64_t termfreq = 0;
    for (Walk& walk : walks) {
      if (*walk.at != term) continue;
      termfreq += walk.at.get_termfreq();
      ++walk.at;
    }
    std::erase_if(walks, [](const Walk& walk) { return walk.at == walk.end; });
    if (!visit(term, termfreq)) return;
  }
}

std::vector<std::string> Vocabulary::starting_with(const std::string& word,
                                                   const std::string& field_prefix) {
  std::vector<Candidate> candidates;
  visit(field_prefix + word, [&](const std::string& term, std::uint64_t termfreq) {
    candidates.push_back({term.substr(field_prefix.size()), termfreq, 0});
    return true;
  });
  return best_first(std::move(candidates));
}

std::vector<std::string> Vocabulary::similar_to(const std::string& word, unsigned distance,
                                                const std::string& field_prefix) {
  const std::u32string characters = to_characters(word);
  const std::string first = word.substr(0, first_character_length(word));
  std::vector<Candidate> candidates;
  visit(field_prefix + first, [&](const std::string& term, std::uint64_t termfreq) {
    std::string other = term.substr(field_prefix.size());
    if (const std::size_t d = edit_distance(characters, to_characters(other), distance);
        d <= distance) {
      candidates.push_back({std::move(other), termfreq, d});
    }
    return true;
  });
  return best_first(std::move(candidates));
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/term_dictionary.h"

#include <algorithm>
#include <cstring>

#include "indexer/build/glass/sort_key.h"

namespace pullquote::glass {
namespace {

constexpr std::size_t kArenaBlockBytes = std::size_t{1} << 20;  ///< many times the longest term
constexpr std::size_t kFirstSlots = std::size_t{1} << 16;

/// Multiply and fold eight bytes at a time; the multiplier is the 64-bit golden ratio.
std::uint64_t hash_of(std::string_view term) {
  constexpr std::uint64_t kMultiplier = 0x9e3779b97f4a7c15;
  std::uint64_t hash = term.size() * kMultiplier;
  while (!term.empty()) {
    std::uint64_t word = 0;
    const std::size_t taken = term.size() < 8 ? term.size() : 8;
    std::memcpy(&word, term.data(), taken);
    term.remove_prefix(taken);
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 29;
  }
  return hash;
}

/// Whether a name of the arena is `term`. The name ends in a zero byte, which no term holds.
bool same_name(const char* name, std::string_view term) {
  return std::strncmp(name, term.data(), term.size()) == 0 && name[term.size()] == '\0';
}

}  // namespace

TermDictionary::TermDictionary() : slots_(kFirstSlots) {}

void TermDictionary::find_or_add(std::span<const DocumentTerm> terms,
                                 std::vector<std::uint32_t>& numbers) {
  hashes_.clear();
  const std::size_t mask = slots_.size() - 1;
  for (const DocumentTerm& each : terms) {
    hashes_.push_back(hash_of(each.term));
    __builtin_prefetch(&slots_[hashes_.back() & mask]);
  }
  for (const std::uint64_t hash : hashes_) __builtin_prefetch(slots_[hash & mask].name);
  numbers.clear();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    numbers.push_back(number_of(terms[i].term, hashes_[i]));
  }
}

std::uint32_t TermDictionary::number_of(std::string_view term, std::uint64_t hash) {
  const auto check = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = hash & mask;
  for (; slots_[place].number != 0; place = (place + 1) & mask) {
    const Slot& slot = slots_[place];
    if (slot.hash == check && same_name(slot.name, term)) return slot.number - 1;
  }
  names_.push_back(keep(term));
  slots_[place] = {check, static_cast<std::uint32_t>(names_.size()), names_.back().data()};
  if (names_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(names_.size() - 1);
}

std::string_view TermDictionary::keep(std::string_view term) {
  if (arena_.empty() || arena_used_ + term.size() + 1 > kArenaBlockBytes) {
    arena_.push_back(std::make_unique<char[]>(kArenaBlockBytes));
    arena_used_ = 0;
  }
  char* place = arena_.back().get() + arena_used_;
  std::memcpy(place, term.data(), term.size());
  place[term.size()] = '\0';  // no term holds one, so a comparison needs no length
  arena_used_ += term.size() + 1;
  return {place, term.size()};
}

void TermDictionary::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    const std::uint64_t hash = hash_of(names_[number]);
    std::size_t place = hash & mask;
    while (larger[place].number != 0) place = (place + 1) & mask;
    larger[place] = {static_cast<std::uint32_t>(hash >> 32), number + 1, names_[number].data()};
  }
  slots_ = std::move(larger);
}

std::vector<std::uint32_t> TermDictionary::in_byte_order() const {
  struct Entry {
    std::uint64_t key;  // so that most comparisons touch no name
    std::uint32_t number;
  };
  std::vector<Entry> entries;
  entries.reserve(names_.size());
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    entries.push_back({sort_key_of(names_[number]), number});
  }
  std::sort(entries.begin(), entries.end(), [this](const Entry& left, const Entry& right) {
    if (left.key != right.key) return left.key < right.key;
    return names_[left.number] < names_[right.number];
  });
  std::vector<std::uint32_t> order;
  order.reserve(entries.size());
  for (const Entry& entry : entries) order.push_back(entry.number);
  return order;
}

}  // namespace pullquote::glass

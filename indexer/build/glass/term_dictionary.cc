// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/term_dictionary.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "indexer/build/glass/sort_key.h"
#include "schema/analysis/word_bytes.h"

namespace pullquote::glass {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 16;

/// Multiplies and folds eight bytes at a time; the multiplier is the 64-bit golden ratio. Loads
/// overlap instead of being cut, since a copy of so many bytes as there are is a call.
std::uint64_t hash_of(std::string_view term) {
  constexpr std::uint64_t kMultiplier = 0x9e3779b97f4a7c15;
  const char* const bytes = term.data();
  const std::size_t size = term.size();
  std::uint64_t hash = size * kMultiplier;
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 29;
  };
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) mix(load8(bytes + at));
    mix(load8(bytes + size - 8));
  } else if (size >= 4) {
    mix(load4(bytes) | load4(bytes + size - 4) << 32);
  } else {
    for (const char byte : term) mix(static_cast<unsigned char>(byte));
  }
  return hash;
}

bool same_name(const char* name, std::string_view term) {
  return static_cast<unsigned char>(*name) == term.size() &&
         std::memcmp(name + 1, term.data(), term.size()) == 0;
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
  slots_[place] = {check, static_cast<std::uint32_t>(names_.size()), names_.back()};
  if (names_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(names_.size() - 1);
}

const char* TermDictionary::keep(std::string_view term) {
  assert(term.size() <= 0xFF);
  char* const place = arena_.allocate(term.size() + 1);
  *place = static_cast<char>(term.size());
  std::memcpy(place + 1, term.data(), term.size());
  return place;
}

void TermDictionary::clear() {
  std::fill(slots_.begin(), slots_.end(), Slot{});
  names_.clear();
  arena_.clear();
}

void TermDictionary::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    const std::uint64_t hash = hash_of(name(number));
    std::size_t place = hash & mask;
    while (larger[place].number != 0) place = (place + 1) & mask;
    larger[place] = {static_cast<std::uint32_t>(hash >> 32), number + 1, names_[number]};
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
    entries.push_back({sort_key_of(name(number)), number});
  }
  std::sort(entries.begin(), entries.end(), [this](const Entry& left, const Entry& right) {
    if (left.key != right.key) return left.key < right.key;
    return name(left.number) < name(right.number);
  });
  std::vector<std::uint32_t> order;
  order.reserve(entries.size());
  for (const Entry& entry : entries) order.push_back(entry.number);
  return order;
}

}  // namespace pullquote::glass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/term_dictionary.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "indexer/build/glass/sort_key.h"
#include "schema/analysis/string_hash.h"
#include "schema/analysis/word_bytes.h"

namespace pullquote::glass {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 16;

bool same_name(const char* name, std::string_view term) {
  return static_cast<unsigned char>(*name) == term.size() &&
         same_bytes(name + 1, term.data(), term.size());
}

}  // namespace

TermDictionary::TermDictionary() : slots_(kFirstSlots) {}

void TermDictionary::find_or_add(std::span<const DocumentTerm> terms,
                                 std::vector<std::uint32_t>& numbers) {
  numbers.resize(terms.size());
  unknown_.clear();
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    if (terms[i].number && terms[i].number->is_known()) {
      numbers[i] = terms[i].number->value;
      continue;
    }
    unknown_.push_back({hash_of(terms[i].term), i});
    __builtin_prefetch(&slots_[unknown_.back().hash & mask]);
  }
  for (const Unknown& each : unknown_) __builtin_prefetch(slots_[each.hash & mask].name);
  for (const Unknown& each : unknown_) {
    const DocumentTerm& term = terms[each.index];
    numbers[each.index] = number_of(term.term, each.hash);
    if (term.number) term.number->value = numbers[each.index];
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

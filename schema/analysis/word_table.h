// SPDX-License-Identifier: GPL-3.0-or-later
/// The words of a list of data/lexicon, each with a value.
///
/// A program makes such tables whenever it starts, and a search from a shell is over in
/// milliseconds: so the table allocates nothing for a word, whose text lies where the caller keeps
/// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/analysis/string_hash.h"

namespace pullquote {

/// A hash table with open addressing. A word may be added several times. Reading is thread-safe.
template <class Value>
class WordTable {
 public:
  struct Entry {
    std::string_view word;
    Value value;
  };

  /// @param word  its text must outlive the table.
  void add(std::string_view word, Value value) {
    entries_.push_back({word, std::move(value)});
    if (2 * entries_.size() > slots_.size()) return grow();
    occupy(entries_.size());
  }

  /// An entry of `word`; null when there is none. Valid until the next add().
  const Entry* find(std::string_view word) const {
    return walk(word, [](const Entry&) { return true; });
  }

  /// Calls visit(entry) for the entries of `word`, in no order.
  template <class Visit>
  void for_each(std::string_view word, Visit visit) const {
    walk(word, [&](const Entry& entry) {
      visit(entry);
      return false;
    });
  }

  /// All of them, in the order in which they were added.
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  static constexpr std::size_t kFirstSlots = 64;  // a power of two

  std::size_t first_slot(std::string_view word) const {
    return hash_of(word) & (slots_.size() - 1);
  }
  std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }

  /// The first entry of `word` for which stop(entry) is true; null when there is none.
  template <class Stop>
  const Entry* walk(std::string_view word, Stop stop) const {
    if (slots_.empty()) return nullptr;
    for (std::size_t slot = first_slot(word); slots_[slot] != 0; slot = next(slot)) {
      const Entry& entry = entries_[slots_[slot] - 1];
      if (entry.word == word && stop(entry)) return &entry;
    }
    return nullptr;
  }

  void occupy(std::size_t number) {
    std::size_t slot = first_slot(entries_[number - 1].word);
    while (slots_[slot] != 0) slot = next(slot);
    slots_[slot] = static_cast<std::uint32_t>(number);
  }

  void grow() {
    slots_.assign(slots_.empty() ? kFirstSlots : 4 * slots_.size(), 0);
    for (std::size_t number = 1; number <= entries_.size(); ++number) occupy(number);
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< numbers of entries, from 1; 0: free
};

struct NoValue {};
/// Words without values.
using WordSet = WordTable<NoValue>;

}  // namespace pullquote

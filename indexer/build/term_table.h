// SPDX-License-Identifier: GPL-3.0-or-later
/// A hash table from the words of one article to rows 0, 1, 2, ... in the order of first use: open
/// addressing, texts in one buffer, emptied in time proportional to what was used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// Row must have a default. One thread at a time.
template <class Row>
class TermTable {
 public:
  TermTable() : slots_(kFirstSlots, 0) {}

  std::size_t size() const { return entries_.size(); }
  Row& operator[](std::size_t index) { return entries_[index].row; }
  const Row& operator[](std::size_t index) const { return entries_[index].row; }

  /// Valid until the next find_or_add().
  std::string_view text(std::size_t index) const {
    return std::string_view(texts_).substr(entries_[index].begin, entries_[index].size);
  }

  std::uint32_t find_or_add(std::string_view text) {
    if ((entries_.size() + 1) * 2 > slots_.size()) grow();
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
    std::size_t slot = hash & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      const std::uint32_t index = slots_[slot] - 1;
      if (entries_[index].hash == hash && this->text(index) == text) return index;
    }
    entries_.push_back({texts_.size(), static_cast<std::uint32_t>(text.size()), hash, Row{}});
    texts_.append(text);
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    return slots_[slot] - 1;
  }

  void clear() {
    if (entries_.size() * 16 > slots_.size()) {
      slots_.assign(slots_.size(), 0);
    } else {
      for (const Entry& entry : entries_) empty_run(entry.hash);
    }
    entries_.clear();
    texts_.clear();
  }

 private:
  static constexpr std::size_t kFirstSlots = 1024;  // a power of two

  struct Entry {
    std::size_t begin;
    std::uint32_t size;
    std::uint32_t hash;
    Row row;
  };

  /// Every entry sits in the run of used slots that begins at its hash.
  void empty_run(std::uint32_t hash) {
    for (std::size_t slot = hash & (slots_.size() - 1); slots_[slot] != 0;
         slot = (slot + 1) & (slots_.size() - 1)) {
      slots_[slot] = 0;
    }
  }

  void grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::size_t index = 0; index < entries_.size(); ++index) {
      std::size_t slot = entries_[index].hash & (slots_.size() - 1);
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = static_cast<std::uint32_t>(index + 1);
    }
  }

  std::vector<std::uint32_t> slots_;  // index + 1 of an entry; 0: free
  std::vector<Entry> entries_;
  std::string texts_;
};

}  // namespace pullquote

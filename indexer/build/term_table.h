// SPDX-License-Identifier: GPL-3.0-or-later
/// A hash table from texts to rows 0, 1, 2, ... in the order of first use: open addressing, texts
/// in an arena. (glass::TermDictionary knows terms of a bounded length alone, keeps its memory, and
/// looks up a document's terms in one go.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "schema/analysis/string_hash.h"
#include "schema/analysis/text_arena.h"
#include "schema/analysis/word_bytes.h"

namespace pullquote {

/// Row must have a default. One thread at a time.
template <class Row>
class TermTable {
 public:
  TermTable() : slots_(kFirstSlots) {}

  std::size_t size() const { return entries_.size(); }
  /// Of all texts.
  std::size_t text_bytes() const { return text_bytes_; }
  /// Valid until the next find_or_add().
  Row& operator[](std::size_t index) { return entries_[index].row; }
  const Row& operator[](std::size_t index) const { return entries_[index].row; }

  /// Valid as long as the table.
  std::string_view text(std::size_t index) const { return entries_[index].text; }

  std::uint32_t find_or_add(std::string_view text) { return find_or_add(text, short_hash(text)); }

  /// The rows of all texts, appended to `numbers`. A large table is beyond the processor's caches,
  /// so slots and entries are fetched together: of no more texts than the first level holds, some
  /// dozens.
  void find_or_add(std::span<const std::string_view> texts, std::vector<std::uint32_t>& numbers) {
    hashes_.clear();
    for (const std::string_view text : texts) {
      hashes_.push_back(short_hash(text));
      __builtin_prefetch(&slots_[hashes_.back() & mask()]);
    }
    for (const std::uint32_t hash : hashes_) {
      const Slot& slot = slots_[hash & mask()];
      if (slot.entry != 0) __builtin_prefetch(&entries_[slot.entry - 1]);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      numbers.push_back(find_or_add(texts[i], hashes_[i]));
    }
  }

 private:
  static constexpr std::size_t kFirstSlots = 1024;  // a power of two

  struct Slot {
    std::uint32_t hash = 0;   // the place is the rest of it by the number of slots
    std::uint32_t entry = 0;  // plus 1; 0: free
  };
  struct Entry {
    std::string_view text;  // in texts_
    std::uint32_t hash;
    Row row;
  };

  static std::uint32_t short_hash(std::string_view text) {
    return static_cast<std::uint32_t>(hash_of(text));
  }
  std::size_t mask() const { return slots_.size() - 1; }
  Slot* next(Slot* slot) { return slot == &slots_.back() ? slots_.data() : slot + 1; }

  bool is(std::string_view text, std::uint32_t index) const {
    const std::string_view kept = this->text(index);
    return kept.size() == text.size() && same_bytes(kept.data(), text.data(), text.size());
  }

  std::uint32_t find_or_add(std::string_view text, std::uint32_t hash) {
    Slot* slot = &slots_[hash & mask()];
    for (; slot->entry != 0; slot = next(slot)) {
      if (slot->hash == hash && is(text, slot->entry - 1)) return slot->entry - 1;
    }
    entries_.push_back({texts_.store(text), hash, Row{}});
    text_bytes_ += text.size();
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    *slot = {hash, entry};
    if (entries_.size() * 2 > slots_.size()) grow();
    return entry - 1;
  }

  void grow() {
    slots_.assign(slots_.size() * 2, {});
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      Slot* slot = &slots_[entries_[i].hash & mask()];
      while (slot->entry != 0) slot = next(slot);
      *slot = {entries_[i].hash, i + 1};
    }
  }

  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
  TextArena texts_;
  std::size_t text_bytes_ = 0;
  std::vector<std::uint32_t> hashes_;  // of texts that are looked up together
};

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Terms of one segment to dense numbers: open addressing over hash_of(), names in an arena.
///
/// A segment has hundreds of thousands of terms, so nearly each look-up of one of them waits for
/// memory, three times in turn: slot, name, and the caller's own row. Therefore most terms come
/// with their number (TermNumber), and of the others a whole document is looked up at once, step by
/// step, so that the waits overlap.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/build/glass/arena.h"
#include "indexer/build/glass/inverted_document.h"

namespace pullquote::glass {

/// One thread at a time.
class TermDictionary {
 public:
  TermDictionary();

  /// The numbers of the document's terms, in `numbers` (replaced): 0, 1, 2, ... in order of first
  /// sight. Those that a term brings along are taken as they are; others are left with the term.
  void find_or_add(std::span<const DocumentTerm> terms, std::vector<std::uint32_t>& numbers);

  std::size_t size() const { return names_.size(); }
  std::string_view name(std::uint32_t number) const {
    const char* const name = names_[number];
    return {name + 1, static_cast<unsigned char>(*name)};
  }
  /// The numbers of all terms, by the bytes of their names.
  std::vector<std::uint32_t> in_byte_order() const;

  /// Forgets all terms, but keeps the memory.
  void clear();

 private:
  struct Slot {
    std::uint32_t hash = 0;    ///< the upper half; the lower half chose the place
    std::uint32_t number = 0;  ///< plus 1; 0: free
    const char* name = nullptr;
  };
  /// A term that came without its number.
  struct Unknown {
    std::uint64_t hash;
    std::uint32_t index;  ///< among the terms of its document
  };
  std::uint32_t number_of(std::string_view term, std::uint64_t hash);
  const char* keep(std::string_view term);
  void grow();

  std::vector<Slot> slots_;
  std::vector<const char*> names_;  ///< each: one byte of length, then the term
  Arena arena_;                     ///< of the names
  std::vector<Unknown> unknown_;    ///< of the document being looked up
};

}  // namespace pullquote::glass

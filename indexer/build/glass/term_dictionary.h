// SPDX-License-Identifier: GPL-3.0-or-later
/// Terms of one segment to dense numbers: open addressing over FNV-like 64-bit hashes, names in an
/// arena.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

namespace pullquote::glass {

/// One thread at a time.
class TermDictionary {
 public:
  TermDictionary();

  /// The number of `term`: 0, 1, 2, ... in order of first sight.
  std::uint32_t number_of(std::string_view term);

  std::size_t size() const { return names_.size(); }
  std::string_view name(std::uint32_t number) const { return names_[number]; }
  std::size_t memory_bytes() const;

 private:
  struct Slot {
    std::uint32_t hash = 0;    ///< the upper half; the lower half chose the place
    std::uint32_t number = 0;  ///< plus 1; 0: free
  };
  std::string_view keep(std::string_view term);
  void grow();

  std::vector<Slot> slots_;
  std::vector<std::string_view> names_;
  std::vector<std::unique_ptr<char[]>> arena_;
  std::size_t arena_used_ = 0;
};

}  // namespace pullquote::glass

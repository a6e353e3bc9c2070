// SPDX-License-Identifier: GPL-3.0-or-later
/// Gathers one document for the database writer.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/build/glass/inverted_document.h"

namespace pullquote {

/// Termlists are in byte order; without them nobody looks at the order within a document.
enum class TermOrder : std::uint8_t { ByBytes, AsAdded };

/// A buffer that is filled again and again without giving memory back. One thread at a time.
class DocumentBuffer {
 public:
  void clear();

  /// Positions must not fall; equal ones are kept once. Each term is added once.
  void add(std::string_view term, std::uint32_t wdf, std::span<const std::uint32_t> positions = {});

  /// Slots must rise; an empty value is the same as none.
  void add_value(std::uint32_t slot, std::string_view bytes);

  std::string& data() { return data_; }

  /// What was gathered; valid until the next change.
  glass::InvertedDocument document(TermOrder order = TermOrder::ByBytes);

 private:
  struct Posting {
    std::uint64_t sort_key;  ///< when sorting: the first eight bytes, where most comparisons end
    std::uint32_t term_begin;
    std::uint32_t term_size;
    std::uint32_t positions_begin;
    std::uint32_t positions_size;
    std::uint32_t wdf;
  };

  void sort_postings();
  std::string_view term_of(const Posting& posting) const {
    return std::string_view(bytes_).substr(posting.term_begin, posting.term_size);
  }

  std::string bytes_;  ///< of terms
  std::vector<std::uint32_t> positions_;
  std::vector<Posting> postings_;
  std::vector<std::pair<std::uint32_t, std::string>> values_;
  std::string data_;
  std::vector<glass::DocumentTerm> term_views_;
  std::vector<std::pair<std::uint32_t, std::string_view>> value_views_;
};

}  // namespace pullquote

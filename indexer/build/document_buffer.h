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
#include "schema/analysis/text_arena.h"

namespace pullquote {

/// Termlists are in byte order; without them nobody looks at the order within a document.
enum class TermOrder : std::uint8_t { ByBytes, AsAdded };

/// A buffer that is filled again and again without giving memory back. One thread at a time.
class DocumentBuffer {
 public:
  void clear();

  /// Positions must not fall; equal ones are kept once. Each term is added once.
  void add(std::string_view term, std::uint32_t wdf, std::span<const std::uint32_t> positions = {},
           glass::TermUse use = glass::TermUse::Database);

  /// The same for a term of which neither bytes nor number are copied: they must live as long as
  /// what document() returns.
  void add_kept(std::string_view term, glass::TermNumber& number, std::uint32_t wdf,
                std::span<const std::uint32_t> positions = {},
                glass::TermUse use = glass::TermUse::Database);

  /// Slots must rise; an empty value is the same as none.
  void add_value(std::uint32_t slot, std::string_view bytes);

  std::string& data() { return data_; }

  /// What was gathered; valid until the next change.
  glass::InvertedDocument document(TermOrder order = TermOrder::ByBytes);

 private:
  struct Posting {
    std::uint64_t sort_key;  ///< when sorting: the first eight bytes, where most comparisons end
    std::string_view term;
    glass::TermNumber* number;
    std::uint32_t positions_begin;
    std::uint32_t positions_size;
    std::uint32_t wdf;
    glass::TermUse use;
  };

  void add_posting(std::string_view term, glass::TermNumber* number, std::uint32_t wdf,
                   std::span<const std::uint32_t> positions, glass::TermUse use);
  void sort_postings();

  TextArena copies_;  ///< of terms
  std::vector<std::uint32_t> positions_;
  std::vector<Posting> postings_;
  std::vector<std::pair<std::uint32_t, std::string>> values_;
  std::string data_;
  std::vector<glass::DocumentTerm> term_views_;
  std::vector<std::pair<std::uint32_t, std::string_view>> value_views_;
};

}  // namespace pullquote

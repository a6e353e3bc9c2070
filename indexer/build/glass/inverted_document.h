// SPDX-License-Identifier: GPL-3.0-or-later
/// A document ready to be stored: what Xapian::Document holds, in the order in which tables want
/// it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pullquote::glass {

/// The number that the lists of one segment gave a term. Who adds the term again and again keeps it
/// until the segment is finished, so that the term is looked up once.
struct TermNumber {
  static constexpr std::uint32_t kUnknown = UINT32_MAX;
  std::uint32_t value = kUnknown;
  bool is_known() const { return value != kUnknown; }
};

/// Where a term of a document goes.
enum class TermUse : std::uint8_t {
  Database,   ///< into the lists of the database, with its positions if there are any
  Positions,  ///< into the lists of positions alone; there are some
};

struct DocumentTerm {
  std::string_view term;
  std::uint32_t wdf = 0;
  std::span<const std::uint32_t> positions;  ///< strictly rising; may be empty
  TermNumber* number = nullptr;  ///< read, or set when it is unknown; null: nobody keeps it
  TermUse use = TermUse::Database;
};

/// Views: whoever makes one keeps the bytes alive until it has been added.
struct InvertedDocument {
  std::span<const DocumentTerm>
      terms;  ///< distinct, 1 to 245 bytes, without zero bytes; rising by byte order for termlists
  std::span<const std::pair<std::uint32_t, std::string_view>>
      values;  ///< slot, bytes (not empty); rising slots
  std::string_view data;
};

}  // namespace pullquote::glass

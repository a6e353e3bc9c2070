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

struct DocumentTerm {
  std::string_view term;
  std::uint32_t wdf = 0;
  std::span<const std::uint32_t> positions;  ///< strictly rising; may be empty
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

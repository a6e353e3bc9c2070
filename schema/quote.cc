// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/quote.h"

#include <array>

namespace pullquote {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 5> kNames{"direct", "partial", "continued", "scare",
                                                 "title"};

}  // namespace

std::string_view to_string(QuoteKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<QuoteKind> quote_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<QuoteKind>(i);
  }
  return std::nullopt;
}

}  // namespace pullquote

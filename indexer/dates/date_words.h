// SPDX-License-Identifier: GPL-3.0-or-later
/// The words of data/lexicon/date-words.tsv.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace pullquote {

enum class DateWordKind : std::uint8_t {
  Month,
  Weekday,
  Half,
  HalfFirst,
  Zone,
  UsZone,
  Unit,
  Hour,
  Filler,
  Label
};

struct DateWord {
  DateWordKind kind;
  std::int16_t value;  ///< as the lexicon says for the kind
};

/// Every reading of a lower-case word, at most two; empty for a word that no date has.
std::span<const DateWord> find_date_word(std::string_view word);

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// The words that say nothing by themselves (data/lexicon/plain-words.tsv), folded.
#pragma once

#include <string_view>

#include "lexicon/pullquote_schema.h"
#include "schema/analysis/lexicon_rows.h"

namespace pullquote {

template <class Visit>
void for_each_plain_word(Visit visit) {
  for_each_row(lexicon::plain_words, [&visit](const std::vector<std::string_view>& row) {
    if (row.size() != 2) return;
    for_each_piece(row[1], ' ', visit);
  });
}

}  // namespace pullquote

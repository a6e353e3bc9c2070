// SPDX-License-Identifier: GPL-3.0-or-later
/// Words around names, by language: data/lexicon/name-words.tsv.
#pragma once

#include <string_view>

namespace pullquote {

enum class NameWord {
  Pronoun,  ///< stands for a speaker without naming one: "she"; in folded form
  And,      ///< parts two names of a byline; as written
  By,       ///< stands before the first name of a byline; as written
};

/// Whether `word` is one in `language` (ISO 639-1); in any language when that is unknown ("").
/// Thread-safe.
bool is_name_word(NameWord kind, std::string_view word, std::string_view language);

}  // namespace pullquote

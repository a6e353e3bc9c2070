// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/terms/name_words.h"

#include "lexicon/pullquote_schema.h"
#include "schema/analysis/lexicon_rows.h"
#include "schema/analysis/word_table.h"

namespace pullquote {
namespace {

struct Use {
  NameWord kind;
  std::string_view language;
};

NameWord kind_named(std::string_view name) {
  return name == "pronoun" ? NameWord::Pronoun : name == "and" ? NameWord::And : NameWord::By;
}

WordTable<Use> read_words() {
  WordTable<Use> words;
  for_each_row(lexicon::name_words, [&](const std::vector<std::string_view>& row) {
    for_each_piece(row[2], ' ', [&](std::string_view word) {
      words.add(word, {kind_named(row[0]), row[1]});
    });
  });
  return words;
}

}  // namespace

bool is_name_word(NameWord kind, std::string_view word, std::string_view language) {
  static const WordTable<Use> words = read_words();
  bool found = false;
  words.for_each(word, [&](const WordTable<Use>::Entry& entry) {
    const bool speaks = language.empty() || entry.value.language == language;
    found = found || (entry.value.kind == kind && speaks);
  });
  return found;
}

}  // namespace pullquote

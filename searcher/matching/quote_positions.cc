// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/quote_positions.h"

#include <optional>
#include <utility>

#include "pullquote/field.h"
#include "schema/store/index_damage.h"
#include "schema/store/quote_record.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

/// Long words are stored cut and hashed.
bool is_stored_as(std::string_view word, const std::string& term) {
  return word.size() <= kMaxTermBytes ? word == term : make_term("", word) == term;
}

}  // namespace

void QuotePositions::read(DocId docid, const std::string& term,
                          std::vector<std::uint32_t>& positions) {
  if (docid != docid_) enter(docid);
  positions.clear();
  for (const Token& token : tokens_) {
    if (!is_stored_as(token.term, term) && !is_stored_as(token.surface, term)) continue;
    const std::uint32_t position = token.position + 1;
    if (positions.empty() || positions.back() != position) positions.push_back(position);
  }
}

void QuotePositions::enter(DocId docid) {
  std::optional<QuoteRecord> record = decode_quote_record(records_.read(docid));
  if (!record) {
    throw_index_corrupt("the stored quote " + std::to_string(docid) + " cannot be decoded");
  }
  text_ = std::move(record->quote.text);
  tokens_ = analyzer_.tokenize(text_);
  docid_ = docid;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/lists/part_reader.h"

#include <utility>

#include "pullquote/analyzer.h"
#include "schema/analysis/compounds.h"
#include "schema/io/index_damage.h"
#include "schema/ranked/term_kind.h"
#include "schema/ranked/word_pair.h"
#include "schema/store/layout.h"
#include "schema/store/record.h"
#include "schema/terms/term_rules.h"

namespace pullquote {

namespace {

/// The columns of the documents.
PartColumns columns_of(const PartFiles& files, DocumentKind kind) {
  if (kind == DocumentKind::Article) return PartColumns(files.columns);
  return {files.columns, files.quotes()->columns};
}

}  // namespace

PartReader::PartReader(const PartFiles& files, DocumentKind kind)
    : files_(files),
      kind_(kind),
      columns_(columns_of(files, kind)),
      postings_(kind == DocumentKind::Article ? files.postings : files.quotes()->postings),
      positions_(files.positions),
      pairs_(files.pairs),
      records_(files.articles) {}

std::optional<RankedList> PartReader::find_places(std::string_view place_prefix,
                                                  std::string_view word) const {
  return positions_.find(is_frequent(word) ? make_term(place_prefix, word) : std::string(word));
}

std::optional<RankedList> PartReader::find(std::string_view term) const {
  return (has_positions(term) ? positions_ : postings_).find(term);
}

std::vector<RankedList> PartReader::find_each(const std::vector<std::string>& terms) const {
  std::vector<RankedList> lists;
  for (const std::string& term : terms) {
    if (const auto list = find(term)) lists.push_back(*list);
  }
  return lists;
}

std::uint64_t PartReader::termfreq(std::string_view term) const {
  const auto list = find(term);
  return list ? list->termfreq : 0;
}

bool PartReader::has_pair(std::string_view first, std::string_view second) const {
  return !find_compound(first, second).empty() || (is_frequent(first) && is_frequent(second));
}

std::optional<RankedList> PartReader::find_pair(PairPlace place, std::string_view first,
                                                std::string_view second) const {
  return pairs_.find(pair_term(place, first, second));
}

Article PartReader::article(DocId docid, bool whole) const {
  const std::string& bytes = record(docid);
  if (auto article = whole ? decode_record(bytes) : decode_record_head(bytes)) {
    return std::move(*article);
  }
  const std::filesystem::path file = files_.folder / kArticlesName / kDocdataName;
  throw_index_corrupt(file.string() + ": the stored article " + std::to_string(docid) +
                      " cannot be decoded");
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Everything that Xapian's public API tells of two databases, compared.
#pragma once

#include <fmt/format.h>

#include <xapian.h>
#include <string>

namespace pullquote::test {

/// The first difference in words; empty when the databases hold the same: statistics, terms,
/// postings, wdfs, positions, termlists, values, value statistics, document data and metadata.
/// @param termlists  whether both can list the terms of a document; without, they can't list the
/// values that it has either, and those of the first slots are compared.
inline std::string difference(const Xapian::Database& left, const Xapian::Database& right,
                              bool termlists = true);

namespace detail {

inline std::string positions_of(const Xapian::Database& database, Xapian::docid docid,
                                const std::string& term) {
  std::string text;
  for (auto at = database.positionlist_begin(docid, term);
       at != database.positionlist_end(docid, term); ++at) {
    text += fmt::format(" {}", *at);
  }
  return text;
}

inline std::string term_difference(const Xapian::Database& left, const Xapian::Database& right,
                                   const std::string& term) {
  if (left.get_termfreq(term) != right.get_termfreq(term)) return "termfreq of " + term;
  if (left.get_collection_freq(term) != right.get_collection_freq(term))
    return "collection frequency of " + term;
  auto other = right.postlist_begin(term);
  for (auto posting = left.postlist_begin(term); posting != left.postlist_end(term);
       ++posting, ++other) {
    if (other == right.postlist_end(term) || *posting != *other) return "postings of " + term;
    if (posting.get_wdf() != other.get_wdf()) return fmt::format("wdf of {} in {}", term, *posting);
    if (posting.get_doclength() != other.get_doclength())
      return fmt::format("length of {}", *posting);
    if (positions_of(left, *posting, term) != positions_of(right, *posting, term)) {
      return fmt::format("positions of {} in {}", term, *posting);
    }
  }
  return other == right.postlist_end(term) ? "" : "more postings of " + term;
}

inline std::string termlist_text(const Xapian::Database& database, Xapian::docid docid) {
  std::string text;
  for (auto term = database.termlist_begin(docid); term != database.termlist_end(docid); ++term) {
    text += fmt::format("{}:{} ", *term, term.get_wdf());
  }
  return text;
}

/// Slots that are compared one by one.
constexpr Xapian::valueno kSlots = 4;

inline std::string values_text(const Xapian::Document& document, bool termlists) {
  std::string text;
  if (!termlists) {
    for (Xapian::valueno slot = 0; slot < kSlots; ++slot) text += document.get_value(slot) + ";";
    return text;
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    text += fmt::format("{}={};", value.get_valueno(), *value);
  }
  return text;
}

inline std::string document_difference(const Xapian::Database& left, const Xapian::Database& right,
                                       Xapian::docid docid, bool termlists) {
  const Xapian::Document mine = left.get_document(docid);
  const Xapian::Document theirs = right.get_document(docid);
  if (mine.get_data() != theirs.get_data()) return fmt::format("data of {}", docid);
  if (values_text(mine, termlists) != values_text(theirs, termlists)) {
    return fmt::format("values of {}", docid);
  }
  if (!termlists) return {};
  if (termlist_text(left, docid) != termlist_text(right, docid))
    return fmt::format("termlist of {}", docid);
  if (left.get_unique_terms(docid) != right.get_unique_terms(docid))
    return fmt::format("unique terms of {}", docid);
  return {};
}

inline std::string statistics_text(const Xapian::Database& database) {
  std::string text =
      fmt::format("documents {} last {} average {} shortest {} longest {}", database.get_doccount(),
                  database.get_lastdocid(), database.get_avlength(),
                  database.get_doclength_lower_bound(), database.get_doclength_upper_bound());
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
    text += fmt::format(" slot {}: {} '{}' '{}'", slot, database.get_value_freq(slot),
                        database.get_value_lower_bound(slot), database.get_value_upper_bound(slot));
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    text += fmt::format(" {}='{}'", *key, database.get_metadata(*key));
  }
  return text;
}

}  // namespace detail

inline std::string difference(const Xapian::Database& left, const Xapian::Database& right,
                              bool termlists) {
  const std::string mine = detail::statistics_text(left);
  const std::string theirs = detail::statistics_text(right);
  if (mine != theirs) return fmt::format("statistics: {} / {}", mine, theirs);
  auto other = right.allterms_begin();
  for (auto term = left.allterms_begin(); term != left.allterms_end(); ++term, ++other) {
    if (other == right.allterms_end() || *term != *other) return "terms from " + *term;
    const std::string found = detail::term_difference(left, right, *term);
    if (!found.empty()) return found;
  }
  if (other != right.allterms_end()) return "more terms from " + *other;
  for (Xapian::docid docid = 1; docid <= left.get_lastdocid(); ++docid) {
    const std::string found = detail::document_difference(left, right, docid, termlists);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace pullquote::test

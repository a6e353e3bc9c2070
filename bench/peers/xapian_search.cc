// SPDX-License-Identifier: GPL-3.0-or-later
/// Stock Xapian over the compacted database of peers/xapian_build.cc, as its documentation has one
/// search: QueryParser with STEM_SOME, BM25Weight with its defaults, Enquire, top 10.
///
/// Usage: bench_xapian_search DATABASE [--answers] < QUERIES   (peers/query_line.h)
///
/// Dates are a value range on the time slot, the outlet a Boolean filter term. "Newest" takes docid
/// order with BoolWeight, which lets Xapian stop at ten: query_speed.py has the documents added
/// newest first. Ids come from a value slot, so that no stored article is read for them. Stock
/// Xapian ranks the combined text with the headline counted three times, as xapian_build.cc wrote
/// it.
#include <xapian.h>
#include <cstdio>
#include <string>
#include <string_view>

#include "bench/peers/prepared.h"
#include "bench/peers/query_line.h"

namespace {

using pullquote::bench::Answer;
using pullquote::bench::QueryLine;

constexpr Xapian::valueno kTimeSlot = 0, kIdSlot = 3;

class Stock {
 public:
  explicit Stock(const char* path) : database_(path) {
    parser_.set_database(database_);
    parser_.set_stemmer(stemmer_);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.add_prefix("headline", "S");
    parser_.add_prefix("quote", "XQ");
  }

  Answer search(const QueryLine& line, bool count) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query_of(line));
    if (line.show == "newest") enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, 10, count ? database_.get_doccount() : 0);
    Answer answer;
    answer.matches = found.get_matches_estimated();  // exact when all were checked
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      answer.ids.push_back(hit.get_document().get_value(kIdSlot));
      if (line.show == "snippets") found.snippet(body_of(hit.get_document()), 240, stemmer_);
    }
    return answer;
  }

 private:
  Xapian::Query query_of(const QueryLine& line) {
    Xapian::Query query = parser_.parse_query(text_of(line));
    if (line.dated()) {
      // The slot holds whole seconds: the last one before `until` is the last that matches.
      query = {Xapian::Query::OP_FILTER,
               query,
               {Xapian::Query::OP_VALUE_RANGE, kTimeSlot,
                Xapian::sortable_serialise(static_cast<double>(line.since)),
                Xapian::sortable_serialise(static_cast<double>(line.until - 1))}};
    }
    if (!line.source.empty()) {
      query = {Xapian::Query::OP_FILTER, query, Xapian::Query(line.source)};
    }
    return query;
  }

  static std::string text_of(const QueryLine& line) {
    const std::string prefix = line.field.empty() ? "" : line.field + ":";
    const bool phrase = line.kind == "phrase";
    std::string text = phrase ? prefix + '"' : "";
    for (const std::string& word : line.words) {
      if (&word != &line.words.front()) text += line.kind == "all" ? " AND " : " ";
      text += phrase ? word : prefix + word;
    }
    return phrase ? text + '"' : text;
  }

  static std::string body_of(const Xapian::Document& document) {
    const std::string data = document.get_data();
    std::string_view rest = data;
    for (int field = 0; field < 4; ++field) {
      rest.remove_prefix(rest.find(pullquote::bench::kFieldEnd) + 1);
    }
    return std::string(rest.substr(0, rest.find(pullquote::bench::kFieldEnd)));
  }

  Xapian::Database database_;
  Xapian::QueryParser parser_;
  Xapian::Stem stemmer_{"en"};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    std::fprintf(stderr, "usage: %s DATABASE [--answers] < QUERIES\n", argv[0]);
    return 2;
  }
  try {
    Stock stock(argv[1]);
    pullquote::bench::answer_lines(
        argc == 3, [&](const QueryLine& line, bool count) { return stock.search(line, count); });
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.get_description().c_str());
    return 1;
  }
}

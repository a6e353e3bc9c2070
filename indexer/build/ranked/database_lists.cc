// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/database_lists.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "indexer/build/worker_group.h"
#include "pullquote/field.h"
#include "schema/ranked/term_kind.h"
#include "schema/store/index_damage.h"

namespace pullquote {

namespace {

[[noreturn]] void throw_corrupt(const std::string& what) {
  throw_index_corrupt("the article database contradicts itself: " + what);
}

/// Calls visit(term) for every term of which wanted(term) is true, and counts its postings.
template <class Wanted, class Visit>
void for_each_list(const Xapian::Database& database, ProgressMeter& meter,
                   const std::stop_token& stop, Wanted wanted, Visit visit) {
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end; ++term) {
    throw_if_stopped(stop);
    const std::string name = *term;
    if (!wanted(name)) continue;
    visit(name);
    meter.add(term.get_termfreq(), 0);
  }
}

/// Calls visit(posting) for each posting of a term.
template <class Visit>
void for_each_posting(const Xapian::Database& database, const std::string& term,
                      const std::stop_token& stop, Visit visit) {
  const Xapian::docid last = database.get_lastdocid();
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    throw_if_stopped(stop);
    if (*posting > last) throw_corrupt(fmt::format("'{}' is in article {}", term, *posting));
    visit(posting);
  }
}

}  // namespace

std::uint64_t count_postings(const Xapian::Database& database, const std::stop_token& stop) {
  std::uint64_t count = 0;
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end; ++term) {
    throw_if_stopped(stop);
    count += term.get_termfreq();
  }
  return count;
}

void visit_postings(const Xapian::Database& database, glass::PostingObserver& observer,
                    ProgressMeter& meter, const std::stop_token& stop) {
  for_each_list(
      database, meter, stop, [&](const std::string& term) { return observer.begin(term); },
      [&](const std::string& term) {
        for_each_posting(database, term, stop, [&](const Xapian::PostingIterator& posting) {
          observer.add(*posting, posting.get_wdf());
        });
        observer.end();
      });
}

void visit_positions(const Xapian::Database& database, glass::PositionObserver& observer,
                     ProgressMeter& meter, const std::stop_token& stop) {
  std::vector<std::uint32_t> positions;
  for_each_list(
      database, meter, stop,
      [&](const std::string& term) { return has_positions(term) && observer.begin(term); },
      [&](const std::string& term) {
        for_each_posting(database, term, stop, [&](const Xapian::PostingIterator& posting) {
          positions.assign(posting.positionlist_begin(), posting.positionlist_end());
          if (positions.empty()) throw_corrupt(fmt::format("'{}' lacks positions", term));
          observer.add(*posting, positions);
        });
        observer.end();
      });
}

Columns read_lengths(const Xapian::Database& database, std::uint64_t article_count) {
  const Xapian::doccount count = database.get_doccount();
  if (count != article_count) throw_corrupt("it has another number of articles than the manifest");
  if (database.get_lastdocid() != count) throw_corrupt("articles are missing");
  Columns columns{std::vector<std::int64_t>(count, kUnknownTime), std::vector<FieldLengths>(count)};
  const auto slot = static_cast<Xapian::valueno>(ValueSlot::Lengths);
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    if (value.get_docid() > count) throw_corrupt("there are lengths of articles that it lacks");
    columns.lengths[value.get_docid() - 1] = decode_lengths(*value);
  }
  return columns;
}

}  // namespace pullquote

// SPDX-License-Identifier: GPL-3.0-or-later
/// Several lists of the ranked index that count as one ranked term: spellings of a word, its stems
/// in the languages of the index, and the word written as two.
///
/// An article in one of the lists has that list's impact. In an article of several lists the wdfs
/// are summed before they saturate, as they would be in a single list. An impact is a rounded,
/// concave function of the wdf, so that the sum of the lists' impacts, plus one for each additional
/// rounding, is an upper bound for the article's impact.
///
/// The main list is the most frequent list without filters. It is read like a single list, skipping
/// blocks by their maxima. The postings of the other lists, usually few, are gathered for each
/// window (minor postings) and merged in.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "schema/ranked/list_cursor.h"
#include "searcher/evaluation/doc_iterator.h"
#include "searcher/lists/part_columns.h"
#include "searcher/lists/posting_source.h"
#include "searcher/lists/term_cursor.h"
#include "searcher/planning/plan.h"

namespace pullquote {

/// One thread at a time.
class RankedUnion final : public DocIterator {
 public:
  /// One list of the term.
  struct Member {
    RankedList list;
    /// Only articles in one of them count; empty: all articles of the list count.
    std::vector<RankedList> filters;
  };

  /// @param others  postings that are not in the ranked index; few, because their impacts are
  /// computed.
  /// @param step    the weight of one unit of impact.
  /// @param scale   turns wdfs into impacts of the term's field.
  /// @param columns, plan  must outlive this.
  RankedUnion(std::vector<Member> members, std::vector<std::unique_ptr<PostingSource>> others,
              Weight step, const ImpactScale& scale, const PartColumns& columns,
              const LeafPlan& plan);

  DocId seek(DocId target) override;
  Weight weight() override;
  Weight max_weight() const override;
  std::uint64_t estimate() const override;
  std::optional<Weight> bound(DocId begin, DocId end) override;
  Weight kth_weight_bound(std::size_t k, DocRange range) override;
  void accumulate(ScoreWindow& window, Weight needed) override;
  DocId next_possible(DocId begin) override;
  void collect(DocId begin, DocId end, Weight needed, Candidates& candidates) override;
  void look_up(Candidates& candidates, Weight needed, Presence presence) override;
  Explanation explain() override;

 private:
  /// A list with its filters.
  struct Cursor {
    ListCursor list;
    std::vector<ListCursor> filters;
  };

  /// Whether one of the cursor's filters, if there are any, has `docid`.
  static bool admits(Cursor& cursor, DocId docid);
  /// The impact of the term in `docid`; 0 when no list has the article. Moves all lists to `docid`
  /// or behind it.
  Impact impact_at(DocId docid);
  /// The upper bound for an article that `lists` lists with this sum of impacts may share.
  Weight bound_of(unsigned sum_of_impacts, std::size_t lists) const;
  /// The sum of the wdfs in `docid`. All lists must stand at `docid` or behind it.
  std::uint32_t wdf_at(DocId docid);
  /// Fills minor_ with the postings in [begin, end) of all lists but the main one, by docid.
  /// Impacts include what the main list has of the same article.
  void gather_minor(DocId begin, DocId end);
  /// Whether gathering the minor postings around the candidates costs less than looking into each
  /// list for each candidate.
  bool minor_are_few(const Candidates& candidates) const;
  /// look_up() by seeking each list for each candidate.
  void look_into_each(Candidates& candidates, Weight needed, Presence presence);
  /// A visitor (impact_runs.h) over the merged lists. Skips blocks of the main list that `wanted`
  /// rejects; minor postings are always visited.
  template <class Wanted, class Visit>
  void visit_runs(DocId begin, DocId end, Wanted wanted, Visit visit);

  auto runs();  ///< the visitor of impact_runs.h

  /// A posting of the other lists.
  struct Minor {
    DocId docid = 0;
    std::uint32_t wdf = 0;
    Impact impact = 0;  ///< 0: not computed yet
  };

  std::vector<Cursor> cursors_;           ///< the main list first, if there is one
  std::optional<ListCursor> main_again_;  ///< a second cursor of the main list, for gather_minor()
  std::vector<TermCursor> others_;
  Weight step_;
  ImpactScale scale_;
  const PartColumns* columns_;
  const LeafPlan* plan_;  ///< for explanations

  std::vector<Minor> minor_;  ///< of the window that is being read, by docid
};

}  // namespace pullquote

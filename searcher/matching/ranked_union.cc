// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/ranked_union.h"

#include <fmt/format.h>
#include <algorithm>
#include <bit>

namespace pullquote {

RankedUnion::RankedUnion(std::vector<Member> members, Weight step, const ImpactScale& scale,
                         const PartColumns& columns, const std::string& label)
    : step_(step), scale_(scale), columns_(&columns), label_(&label) {
  cursors_.reserve(members.size());
  for (const Member& member : members) {
    cursors_.push_back({ListCursor(member.list), {}});
    for (const RankedList& filter : member.filters) cursors_.back().filters.emplace_back(filter);
  }
}

bool RankedUnion::admits(Cursor& cursor, DocId docid) {
  if (cursor.filters.empty()) return true;
  return std::any_of(cursor.filters.begin(), cursor.filters.end(), [docid](ListCursor& filter) {
    filter.seek(docid);
    return filter.docid() == docid;
  });
}

DocId RankedUnion::seek(DocId target) {
  docid_ = kNoMoreDocs;
  for (Cursor& cursor : cursors_) {
    cursor.list.seek(target);
    while (cursor.list.docid() < docid_ && !admits(cursor, cursor.list.docid())) cursor.list.next();
    docid_ = std::min(docid_, cursor.list.docid());
  }
  return docid_;
}

Impact RankedUnion::impact_at(DocId docid) {
  Impact impact = 0;
  std::uint32_t wdf = 0;
  unsigned lists = 0;
  for (Cursor& cursor : cursors_) {
    cursor.list.seek(docid);
    if (cursor.list.docid() != docid || !admits(cursor, docid)) continue;
    impact = cursor.list.impact();
    wdf += cursor.list.wdf();
    ++lists;
  }
  return lists > 1 ? scale_(wdf, columns_->lengths(docid)) : impact;
}

Weight RankedUnion::weight() {
  return step_ * impact_at(docid_);
}

Weight RankedUnion::bound_of(unsigned sum_of_impacts, std::size_t lists) const {
  const auto roundings = static_cast<unsigned>(lists > 0 ? lists - 1 : 0);
  return step_ * std::min<unsigned>(sum_of_impacts + roundings, kHighestImpact);
}

Weight RankedUnion::max_weight() const {
  unsigned sum = 0;
  for (const Cursor& cursor : cursors_) sum += cursor.list.max_impact();
  return bound_of(sum, cursors_.size());
}

std::uint64_t RankedUnion::estimate() const {
  std::uint64_t sum = 0;
  for (const Cursor& cursor : cursors_) sum += cursor.list.termfreq();
  return sum;
}

std::optional<Weight> RankedUnion::bound(DocId begin, DocId end) {
  unsigned sum = 0;
  std::size_t lists = 0;
  for (Cursor& cursor : cursors_) {
    const std::optional<Impact> highest = cursor.list.bound(begin, end);
    if (!highest) continue;
    sum += *highest;
    ++lists;
  }
  if (lists == 0) return std::nullopt;
  return bound_of(sum, lists);
}

/// Calls visit(docid, impact) for the articles in [begin, end), which is no longer than a window.
template <class Visit>
void RankedUnion::visit_window(DocId begin, DocId end, Visit visit) {
  for (Cursor& cursor : cursors_) {
    cursor.list.visit_wdfs(begin, end, [&](DocId docid, Impact impact, std::uint32_t wdf) {
      if (!admits(cursor, docid)) return;
      const DocId at = docid - begin;
      if (impacts_[at] == 0) {
        present_[at / 64] |= std::uint64_t{1} << (at % 64);
        wdfs_[at] = wdf;
        impacts_[at] = impact;
      } else {
        wdfs_[at] += wdf;
        impacts_[at] = scale_(wdfs_[at], columns_->lengths(docid));
      }
    });
  }
  for (DocId word = 0; word < present_.size(); ++word) {
    for (std::uint64_t bits = std::exchange(present_[word], 0); bits != 0; bits &= bits - 1) {
      const DocId at = word * 64 + static_cast<DocId>(std::countr_zero(bits));
      visit(begin + at, std::exchange(impacts_[at], Impact{0}));
    }
  }
}

void RankedUnion::accumulate(ScoreWindow& window) {
  visit_window(window.begin(), window.end(),
               [&](DocId docid, Impact impact) { window.add(docid, step_ * impact); });
}

void RankedUnion::collect(DocId begin, DocId end, Weight needed, Candidates& candidates) {
  visit_window(begin, end, [&](DocId docid, Impact impact) {
    if (step_ * impact > needed) candidates.add(docid, step_ * impact);
  });
}

void RankedUnion::look_up(Candidates& candidates, Weight needed, Presence presence) {
  candidates.keep([&](DocId docid, Weight& weight) {
    unsigned sum = 0;
    for (Cursor& cursor : cursors_) sum += cursor.list.bound_at(docid);
    if (weight + bound_of(sum, cursors_.size()) <= needed) return false;
    const Impact impact = impact_at(docid);
    if (impact == 0 && presence == Presence::Required) return false;
    weight += step_ * impact;
    return weight > needed;
  });
}

Explanation RankedUnion::explain() {
  const Impact impact = impact_at(docid_);
  return {.description = *label_,
          .value = to_score(step_ * impact),
          .parts = {{fmt::format("impact {} of {}", impact, kHighestImpact),
                     static_cast<double>(impact) / kHighestImpact,
                     {}},
                    {"idf x boost x (k1 + 1)", to_score(step_ * kHighestImpact), {}}}};
}

}  // namespace pullquote

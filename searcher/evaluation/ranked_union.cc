// SPDX-License-Identifier: GPL-3.0-or-later
/// An article may be in several lists. impact_at() and gather_minor() therefore sum the wdfs of all
/// lists and compute one impact; only an article of a single list may use the stored impact.
/// look_up() has three ways, by falling density of the candidates: a row over their range, the
/// gathered minor postings beside the main list, or a seek in each list.
#include "searcher/evaluation/ranked_union.h"

#include <algorithm>
#include <utility>

#include "searcher/evaluation/impact_runs.h"
#include "searcher/evaluation/ranked_iterator.h"

namespace pullquote {

RankedUnion::RankedUnion(std::vector<Member> members,
                         std::vector<std::unique_ptr<PostingSource>> others, Weight step,
                         const ImpactScale& scale, const PartColumns& columns, const LeafPlan& plan)
    : step_(step), scale_(scale), columns_(&columns), plan_(&plan) {
  const auto is_main = [](const Member& member) { return member.filters.empty(); };
  std::stable_sort(members.begin(), members.end(), [&](const Member& a, const Member& b) {
    return std::pair(is_main(a), a.list.termfreq) > std::pair(is_main(b), b.list.termfreq);
  });
  if (!members.empty() && is_main(members.front())) {
    main_again_.emplace(members.front().list, ListCursor::Start::Before);
  }
  cursors_.reserve(members.size());
  for (const Member& member : members) {
    cursors_.push_back({ListCursor(member.list, ListCursor::Start::Before), {}});
    for (const RankedList& filter : member.filters) {
      cursors_.back().filters.emplace_back(filter, ListCursor::Start::Before);
    }
  }
  for (std::unique_ptr<PostingSource>& source : others) others_.emplace_back(std::move(source));
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
  for (TermCursor& other : others_) {
    other.seek(target);
    docid_ = std::min(docid_, other.docid());
  }
  return docid_;
}

Impact RankedUnion::impact_at(DocId docid) {
  const ListCursor* only = nullptr;
  bool several = false;
  for (Cursor& cursor : cursors_) {
    cursor.list.seek(docid);
    if (cursor.list.docid() != docid || !admits(cursor, docid)) continue;
    several = only != nullptr;
    only = &cursor.list;
  }
  for (TermCursor& other : others_) {
    other.seek(docid);
    several = several || other.docid() == docid;
  }
  if (several) return scale_(wdf_at(docid), columns_->lengths(docid));
  return only == nullptr ? Impact{0} : only->impact();
}

std::uint32_t RankedUnion::wdf_at(DocId docid) {
  std::uint32_t wdf = 0;
  for (Cursor& cursor : cursors_) {
    if (cursor.list.docid() == docid && admits(cursor, docid)) wdf += cursor.list.wdf();
  }
  for (const TermCursor& other : others_) {
    if (other.docid() == docid) wdf += other.wdf();
  }
  return wdf;
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
  if (!others_.empty()) sum = kHighestImpact;
  return bound_of(sum, cursors_.size());
}

std::uint64_t RankedUnion::estimate() const {
  std::uint64_t sum = 0;
  for (const Cursor& cursor : cursors_) sum += cursor.list.termfreq();
  for (const TermCursor& other : others_) sum += other.termfreq();
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
  for (TermCursor& other : others_) {
    other.seek(begin);
    if (other.docid() < end) return step_ * kHighestImpact;
  }
  if (lists == 0) return std::nullopt;
  return bound_of(sum, lists);
}

// An article of the main list weighs at least what the main list alone gives it.
Weight RankedUnion::kth_weight_bound(std::size_t k, DocRange range) {
  return main_again_ ? step_ * main_again_->kth_impact_bound(k, range.begin, range.end) : 0;
}

void RankedUnion::gather_minor(DocId begin, DocId end) {
  minor_.clear();
  for (std::size_t i = main_again_ ? 1 : 0; i < cursors_.size(); ++i) {
    cursors_[i].list.visit_wdfs(begin, end, [&](DocId docid, Impact impact, std::uint32_t wdf) {
      if (admits(cursors_[i], docid)) minor_.push_back({docid, wdf, impact});
    });
  }
  for (TermCursor& other : others_) {
    for (other.seek(begin); other.docid() < end; other.next()) {
      minor_.push_back({other.docid(), other.wdf(), 0});
    }
  }
  std::sort(minor_.begin(), minor_.end(),
            [](const Minor& a, const Minor& b) { return a.docid < b.docid; });
  std::size_t kept = 0;
  for (const Minor& minor : minor_) {
    if (kept != 0 && minor_[kept - 1].docid == minor.docid) {
      minor_[kept - 1].wdf += minor.wdf;
      minor_[kept - 1].impact = 0;
    } else {
      minor_[kept++] = minor;
    }
  }
  minor_.resize(kept);
  for (Minor& minor : minor_) {
    if (main_again_) main_again_->seek(minor.docid);
    if (main_again_ && main_again_->docid() == minor.docid) {
      minor.wdf += main_again_->wdf();
      minor.impact = 0;
    }
    if (minor.impact == 0) minor.impact = scale_(minor.wdf, columns_->lengths(minor.docid));
  }
}

template <class Wanted, class Visit>
void RankedUnion::visit_runs(DocId begin, DocId end, Wanted wanted, Visit visit) {
  gather_minor(begin, end);
  auto next = minor_.begin();
  const auto visit_minor = [&] {
    visit(&next->docid, &next->impact, 1);
    ++next;
  };
  if (main_again_) {
    const auto merge = [&](const DocId* docids, const Impact* impacts, std::size_t count) {
      std::size_t done = 0;
      const auto visit_up_to = [&](std::size_t to) {
        // A damaged file may lack impacts.
        visit(docids + done, impacts == nullptr ? nullptr : impacts + done, to - done);
        done = to;
      };
      while (done != count && next != minor_.end() && next->docid <= docids[count - 1]) {
        visit_up_to(static_cast<std::size_t>(
            std::lower_bound(docids + done, docids + count, next->docid) - docids));
        // The impact of the minor posting includes the main list's wdf of the same article.
        if (docids[done] == next->docid) ++done;
        visit_minor();
      }
      visit_up_to(count);
    };
    cursors_.front().list.visit_runs(begin, end, wanted, merge);
  }
  while (next != minor_.end()) visit_minor();
}

DocId RankedUnion::next_possible(DocId begin) {
  DocId next = kNoMoreDocs;
  for (Cursor& cursor : cursors_) next = std::min(next, cursor.list.next_possible(begin));
  for (TermCursor& other : others_) {
    other.seek(begin);
    next = std::min(next, other.docid());
  }
  return next;
}

auto RankedUnion::runs() {
  return [this](DocId begin, DocId end, auto wanted, auto visit_run) {
    visit_runs(begin, end, wanted, visit_run);
  };
}

void RankedUnion::accumulate(ScoreWindow& window, Weight needed) {
  accumulate_runs(window, step_, needed, runs());
}

void RankedUnion::collect(DocId begin, DocId end, Weight needed, Candidates& candidates) {
  collect_runs({begin, end}, step_, needed, candidates, runs());
}

bool RankedUnion::minor_are_few(const Candidates& candidates) const {
  if (!main_again_) return false;
  const std::uint64_t minor = estimate() - main_again_->termfreq();
  const std::uint64_t nearby =
      minor * candidates.range().size() / std::max<DocId>(columns_->size(), 1);
  return nearby <= 4 * candidates.size();
}

void RankedUnion::look_up(Candidates& candidates, Weight needed, Presence presence) {
  if (candidates.empty()) return;
  if (is_dense(candidates, estimate(), columns_->size())) {
    return look_up_densely(candidates, step_, needed, presence, runs());
  }
  if (!minor_are_few(candidates)) return look_into_each(candidates, needed, presence);
  gather_minor(candidates.docid(0), candidates.docid(candidates.size() - 1) + 1);
  auto next = minor_.begin();
  ListCursor& main = cursors_.front().list;
  candidates.keep([&](DocId docid, Weight& weight) {
    while (next != minor_.end() && next->docid < docid) ++next;
    Impact impact = 0;
    if (next != minor_.end() && next->docid == docid) {
      impact = next->impact;
    } else {
      if (main.docid() < docid) {
        if (weight + step_ * main.bound_at(docid) <= needed) return false;
        main.seek(docid);
      }
      if (main.docid() == docid) impact = main.impact();
    }
    if (impact == 0 && presence == Presence::Required) return false;
    weight += step_ * impact;
    return weight > needed;
  });
}

void RankedUnion::look_into_each(Candidates& candidates, Weight needed, Presence presence) {
  candidates.keep([&](DocId docid, Weight& weight) {
    unsigned sum = 0;
    for (Cursor& cursor : cursors_) sum += cursor.list.bound_at(docid);
    for (TermCursor& other : others_) {
      other.seek(docid);
      if (other.docid() == docid) sum = kHighestImpact;
    }
    if (weight + bound_of(sum, cursors_.size()) <= needed) return false;
    const Impact impact = impact_at(docid);
    if (impact == 0 && presence == Presence::Required) return false;
    weight += step_ * impact;
    return weight > needed;
  });
}

Explanation RankedUnion::explain() {
  return explain_impact(*plan_, impact_at(docid_), step_);
}

}  // namespace pullquote

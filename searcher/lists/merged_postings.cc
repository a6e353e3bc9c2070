// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/lists/merged_postings.h"

#include <algorithm>

namespace pullquote {

namespace {
/// Widths of a window in docids: after a jump, and at most.
constexpr std::size_t kNarrowest = 16;
constexpr std::size_t kWidest = 4096;
}  // namespace

MergedPostings::MergedPostings(std::vector<std::unique_ptr<PostingSource>> lists)
    : width_(kNarrowest) {
  lists_.reserve(lists.size());
  for (std::unique_ptr<PostingSource>& list : lists) lists_.emplace_back(std::move(list));
}

std::size_t MergedPostings::read(std::span<Posting> out) {
  std::size_t count = 0;
  while (count < out.size()) {
    if (at_ == window_.size() && (count != 0 || !fill_window())) break;
    for (; at_ < window_.size() && count < out.size(); ++at_) {
      if (window_[at_] != 0) out[count++] = {begin_ + static_cast<DocId>(at_), window_[at_]};
    }
  }
  return count;
}

void MergedPostings::skip_to(DocId target) {
  if (target < begin_ + window_.size()) {
    if (target > begin_) at_ = std::max<std::size_t>(at_, target - begin_);
    return;
  }
  for (TermCursor& list : lists_) list.seek(target);
  window_.clear();
  at_ = 0;
  width_ = kNarrowest;
}

std::uint64_t MergedPostings::termfreq() const {
  std::uint64_t sum = 0;
  for (const TermCursor& list : lists_) sum += list.termfreq();
  return sum;
}

std::uint32_t MergedPostings::max_wdf() const {
  std::uint64_t sum = 0;
  for (const TermCursor& list : lists_) sum += list.max_wdf();
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(sum, UINT32_MAX));
}

bool MergedPostings::fill_window() {
  DocId first = kNoMoreDocs;
  for (const TermCursor& list : lists_) first = std::min(first, list.docid());
  if (first == kNoMoreDocs) return false;
  begin_ = first;
  window_.assign(std::min<std::size_t>(width_, kNoMoreDocs - first), 0);
  width_ = std::min(width_ * 2, kWidest);
  at_ = 0;
  const DocId end = begin_ + static_cast<DocId>(window_.size());
  for (TermCursor& list : lists_) {
    for (; list.docid() < end; list.next()) window_[list.docid() - begin_] += list.wdf();
  }
  return true;
}

}  // namespace pullquote

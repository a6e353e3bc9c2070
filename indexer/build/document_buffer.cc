// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/document_buffer.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "indexer/build/glass/sort_key.h"

namespace pullquote {

void DocumentBuffer::clear() {
  copies_.clear();
  positions_.clear();
  postings_.clear();
  values_.clear();
  data_.clear();
}

void DocumentBuffer::add(std::string_view term, std::uint32_t wdf,
                         std::span<const std::uint32_t> positions, glass::TermUse use) {
  add_posting(copies_.store(term), nullptr, wdf, positions, use);
}

void DocumentBuffer::add_kept(std::string_view term, glass::TermNumber& number, std::uint32_t wdf,
                              std::span<const std::uint32_t> positions, glass::TermUse use) {
  add_posting(term, &number, wdf, positions, use);
}

void DocumentBuffer::add_posting(std::string_view term, glass::TermNumber* number,
                                 std::uint32_t wdf, std::span<const std::uint32_t> positions,
                                 glass::TermUse use) {
  assert(std::is_sorted(positions.begin(), positions.end()));
  const std::size_t before = positions_.size();
  std::unique_copy(positions.begin(), positions.end(), std::back_inserter(positions_));
  postings_.push_back({0, term, number, static_cast<std::uint32_t>(before),
                       static_cast<std::uint32_t>(positions_.size() - before), wdf, use});
}

void DocumentBuffer::add_value(std::uint32_t slot, std::string_view bytes) {
  assert(values_.empty() || values_.back().first < slot);
  if (!bytes.empty()) values_.emplace_back(slot, bytes);
}

void DocumentBuffer::sort_postings() {
  for (Posting& posting : postings_) posting.sort_key = glass::sort_key_of(posting.term);
  std::sort(postings_.begin(), postings_.end(), [this](const Posting& a, const Posting& b) {
    if (a.sort_key != b.sort_key) return a.sort_key < b.sort_key;
    return a.term < b.term;
  });
}

glass::InvertedDocument DocumentBuffer::document(TermOrder order) {
  if (order == TermOrder::ByBytes) sort_postings();
  term_views_.clear();
  for (const Posting& posting : postings_) {
    const auto positions =
        std::span(positions_).subspan(posting.positions_begin, posting.positions_size);
    term_views_.push_back({posting.term, posting.wdf, positions, posting.number, posting.use});
  }
  value_views_.assign(values_.begin(), values_.end());
  return {term_views_, value_views_, data_};
}

}  // namespace pullquote

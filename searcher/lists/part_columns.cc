// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/lists/part_columns.h"

#include <algorithm>

namespace pullquote {

DocRange PartColumns::published_in(std::int64_t from, std::int64_t until) const {
  // kUnknownTime is below every known time and must not pass for an early one.
  return {first_before(until), first_before(std::max(from, kUnknownTime + 1))};
}

DocId PartColumns::first_before(std::int64_t time) const {
  DocId begin = 1;
  DocId end = static_cast<DocId>(articles_->size()) + 1;
  while (begin < end) {
    const DocId middle = begin + (end - begin) / 2;
    if (articles_->published(middle) < time) {
      end = middle;
    } else {
      begin = middle + 1;
    }
  }
  return quotes_ ? quotes_->first_quote(begin) : begin;
}

}  // namespace pullquote

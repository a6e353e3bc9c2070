// SPDX-License-Identifier: GPL-3.0-or-later
/// A posting list as the matcher sees it: postings in docid order, handed out in blocks.
///
/// Blocks, because a virtual call per posting would cost as much as decoding it: a source is asked
/// for many postings at once (TermCursor does), and the loops above it run over plain arrays.
/// Whatever yields (docid, wdf) in order can be a source: a list of an index, the union of
/// several, an intersection, a list of another format.
#pragma once

#include <cstdint>
#include <span>

#include "schema/store/doc_id.h"

namespace pullquote {

struct Posting {
  DocId docid = 0;
  std::uint32_t wdf = 0;
};

/// One thread at a time. Throws what the database below it throws.
class PostingSource {
 public:
  virtual ~PostingSource() = default;

  /// Reads on: fills `out` from its beginning and returns how many postings came; fewer than asked
  /// for, perhaps, but 0 only at the end of the list.
  virtual std::size_t read(std::span<Posting> out) = 0;

  /// The next read() begins at the first posting of `target` or later. Never moves backwards.
  virtual void skip_to(DocId target) = 0;

  /// How many postings the list has; exact for a stored list, an upper bound for a derived one.
  virtual std::uint64_t termfreq() const = 0;

  /// No posting has a higher wdf.
  virtual std::uint32_t max_wdf() const = 0;
};

}  // namespace pullquote
